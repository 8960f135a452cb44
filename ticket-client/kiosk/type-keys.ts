/** Which keys a field of the kiosk needs. Pure. */

/** digits: as on a telephone. pad: with the X of ID numbers. code: letters and digits; capitals and small letters are different. */
export type Layout = 'digits' | 'pad' | 'number' | 'code';

const TELEPHONE = [...'123456789'];

const DIGITS = [...'1234567890'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The keys of a layout in their order; `case` turns capitals to small letters and back. */
export function keysOf(layout: Layout, isSmall: boolean): readonly string[] {
  if (layout === 'digits') return [...TELEPHONE, '0', 'delete'];
  if (layout === 'pad') return [...TELEPHONE, 'X', '0', 'delete'];
  if (layout === 'number') return [...DIGITS, ...LETTERS, 'delete'];
  const letters = isSmall ? LETTERS.map((letter) => letter.toLowerCase()) : LETTERS;
  return [...DIGITS, ...letters, '-', '_', 'case', 'delete'];
}

/** What stands in a field after a key; nothing more than fits. */
export function typed(text: string, key: string, max: number): string {
  if (key === 'delete') return text.slice(0, -1);
  return text.length >= max ? text : text + key;
}
