/** ↑ and ↓ move the focus through a list and round its ends; the first ↓ enters it at the top. */
export function stepFocus(event: KeyboardEvent, list: ArrayLike<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = Array.from(list);
  const at = items.findIndex((item) => item.matches(':focus'));
  const next = stepped(at, event.key === 'ArrowDown' ? 1 : -1, items.length);
  event.preventDefault();
  items[next]?.focus();
}

/** The place after one step; −1 is before the first. */
export function stepped(at: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  return at === -1 && step === -1 ? count - 1 : (at + step + count) % count;
}
