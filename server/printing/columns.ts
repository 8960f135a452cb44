import iconv from 'iconv-lite';

/** What stands on paper for a character that the printer's font does not hold. */
export const MISSING_CHARACTER = '□';

/** Character sets of printer fonts: all of GB18030, its one- and two-byte part (GBK), or ASCII only. */
export type KanjiSet = 'gb18030' | 'gbk' | 'none';

// A printer has no key for these; the right-hand character looks the same and is in every Chinese font.
const LOOKALIKES: Readonly<Record<string, string>> = { '\u00a0': ' ', '–': '-', '¥': '￥', '\u2011': '-' };

/**
 * The text as this printer can print it: control characters (which a printer would obey) become spaces,
 * characters outside its font become □, or ? where the printer has no Chinese font at all.
 */
export function printable(text: string, kanji: KanjiSet): string {
  let result = '';
  for (const character of text.normalize('NFC')) result += printableCharacter(character, kanji);
  return result;
}

function printableCharacter(original: string, kanji: KanjiSet): string {
  const character = LOOKALIKES[original] ?? original;
  if (/\p{Cc}/u.test(character)) return ' ';
  if (character >= ' ' && character <= '~') return character;
  if (kanji === 'none') return '?';
  if (/\p{Cs}/u.test(character)) return MISSING_CHARACTER;
  const length = iconv.encode(character, 'gb18030').length;
  if (length === 2) return character;
  // GB18030 gives every Unicode character four bytes, but a font holds letters only: no emoji.
  return kanji === 'gb18030' && /\p{L}/u.test(character) ? character : MISSING_CHARACTER;
}

/** Width of one character in columns of 12 dots: in kanji mode whatever takes several bytes takes 2. */
export function columnsOfCharacter(character: string): number {
  return character <= '~' ? 1 : 2;
}

/** Width of a text in columns of 12 dots. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

// GB/T 15834 (use of punctuation marks) 5.1: these do not stand at the head of a line.
const NOT_AT_HEAD = new Set('，。、；：？！）】》”’%,.;:?!)]}'.split(''));

/**
 * Breaks a text into lines of at most `width` columns. Latin words stay whole when they fit on a line;
 * Chinese breaks anywhere except before closing punctuation. An empty text gives no line.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, width)) {
    if (columnsOf((line + piece).trimEnd()) <= width) {
      line += piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.filter((each) => each !== '');
}

/** Unbreakable pieces: a Latin word, a space, or a Chinese character with the marks that cling to it. */
function pieces(text: string, width: number): string[] {
  const result: string[] = [];
  for (const character of text) {
    const last = result.at(-1);
    const joins = last !== undefined && (NOT_AT_HEAD.has(character) || bothLatin(last, character));
    if (joins && columnsOf(last + character) <= width) result[result.length - 1] = last + character;
    else result.push(character);
  }
  return result;
}

function bothLatin(piece: string, character: string): boolean {
  return /[!-~]$/.test(piece) && /[!-~]/.test(character);
}
