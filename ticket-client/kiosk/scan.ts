import { isIdNumber } from '../../common/person.ts';
import { type Code, parseCode } from '../codes.ts';

/**
 * Scanners and card readers of a kiosk are keyboards: they type what they read, faster than any hand, and
 * end with Enter or Tab. Pure.
 */

/** Between two keys of a scanner; wedges type every 1–30 ms, the fastest hands every 60. Milliseconds. */
const MAX_GAP_MS = 50;
/** From this many fast keys on it is a scanner, and what it types is kept out of the fields. */
const BURST = 4;
/** Longer than any code of the hall; more than that is a fault of the device. */
const MAX_TEXT = 300;

export interface Keys {
  text: string;
  /** When the last key came; milliseconds of any steady clock. */
  at: number;
}

export const NO_KEYS: Keys = { text: '', at: Number.NEGATIVE_INFINITY };

export interface AfterKey {
  keys: Keys;
  /** Whether the key was typed by a device, and must not reach the page. */
  isDevice: boolean;
  /** What the device has read, when this key ended it. */
  read: string | null;
}

/** @param key as the browser names it: a character, or Enter, Tab, Shift, … */
export function afterKey(keys: Keys, key: string, at: number): AfterKey {
  const isFast = at - keys.at <= MAX_GAP_MS;
  const isBurst = isFast && keys.text.length >= BURST;
  if (key === 'Enter' || key === 'Tab')
    return { keys: NO_KEYS, isDevice: isBurst, read: isBurst ? keys.text : null };
  // Shift and its like come before capitals; they are neither text nor an end.
  if ([...key].length !== 1) return { keys, isDevice: false, read: null };
  const text = (isFast ? keys.text : '') + key;
  return { keys: { text: text.slice(-MAX_TEXT), at }, isDevice: isBurst, read: null };
}

/** What was read: a code of a hall, an ID card's number, or something else. */
export type Reading = Code | { kind: 'card'; idNumber: string } | { kind: 'unknown' };

/** @param now milliseconds since the epoch, for the date of birth in an ID number. */
export function readingOf(text: string, now: number): Reading {
  const trimmed = text.trim();
  const idNumber = trimmed.toUpperCase();
  if (isIdNumber(idNumber, now)) return { kind: 'card', idNumber };
  return parseCode(trimmed) ?? { kind: 'unknown' };
}
