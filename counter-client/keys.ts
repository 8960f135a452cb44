/** What the clerk can press. Every button stands for one of these, so keys and clicks take one way. */
export type Key = ActionKey | 'Escape' | Digit;
export type ActionKey =
  | 'Space'
  | 'O'
  | 'C'
  | 'R'
  | 'S'
  | 'F'
  | 'ShiftF'
  | 'M'
  | 'P'
  | 'H'
  | 'T'
  | 'A'
  | 'U'
  | 'B'
  | 'X';
export type Digit = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** What of a keyboard event decides; so that it can be tested without a browser. */
export interface Stroke {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
}

const NAMED: Readonly<Record<string, Key>> = { ' ': 'Space', Enter: 'S', Escape: 'Escape' };
const LETTERS = /^[OCRSFMPHTAUBX]$/;
const DIGITS = /^[1-9]$/;

/** The key that was meant, or null: Ctrl+R stays the browser's, and what is being composed stays text. */
export function keyOf(stroke: Stroke): Key | null {
  if (stroke.altKey || stroke.metaKey || stroke.isComposing) return null;
  const named = NAMED[stroke.key];
  const typed = (stroke.key === 'Process' ? underTheInputMethod(stroke.code) : stroke.key).toUpperCase();
  if (stroke.ctrlKey) return typed === 'Z' && !stroke.shiftKey ? 'U' : null;
  if (named !== undefined) return named;
  if (typed === 'F' && stroke.shiftKey) return 'ShiftF';
  return LETTERS.test(typed) || DIGITS.test(typed) ? (typed as Key) : null;
}

/** A Chinese input method left on hides the letter from `key`, but not the place of the key. */
function underTheInputMethod(code: string): string {
  return /^(?:Key|Digit|Numpad)(\w)$/.exec(code)?.[1] ?? '';
}

/** Open and close share one button, so that one finger resting there presses the same place twice. */
export function samePlace(one: Key, other: Key): boolean {
  const place = (key: Key): string => (key === 'C' ? 'O' : key);
  return place(one) === place(other);
}
