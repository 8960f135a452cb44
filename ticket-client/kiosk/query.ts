/** Longest search; names of matters are shorter. */
export const MAX_QUERY = 24;

/** What stands in the search after a key of the screen's keyboard. */
export function afterKey(query: string, key: string): string {
  if (key === 'clear') return '';
  if (key === 'delete') return [...query].slice(0, -1).join('');
  return (query + key).slice(0, MAX_QUERY);
}
