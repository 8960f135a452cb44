/** What the clerk can press. Every button stands for one of these, so keys and clicks take one way. */
export type Key = 'Space' | 'O' | 'C' | 'R' | 'S' | 'F' | 'M' | 'P' | 'Escape' | Digit;
export type Digit = '1' | '2' | '3' | '4' | '5' | '6';

/** What of a keyboard event decides; so that it can be tested without a browser. */
export interface Stroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
}

const NAMED: Readonly<Record<string, Key>> = { ' ': 'Space', Enter: 'S', Escape: 'Escape' };
const LETTERS = /^[OCRSFMP]$/;
const DIGITS = /^[1-6]$/;

/** The key that was meant, or null: Ctrl+R stays the browser's, and what is being composed stays text. */
export function keyOf(stroke: Stroke): Key | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey || stroke.isComposing) return null;
  const named = NAMED[stroke.key];
  if (named !== undefined) return named;
  const typed = (stroke.key === 'Process' ? underTheInputMethod(stroke.code) : stroke.key).toUpperCase();
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
