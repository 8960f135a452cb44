import { canonical } from './canonical.ts';

/**
 * A day of the log as a file that proves itself: one JSON text per line, canonical, a line feed after
 * each. The first line says which day this is and which hash came before; every event stands as it was
 * sealed, so that hash = SHA-256(previous hash ‖ the text after `"event":`) can be checked with any tool;
 * the last line says where the day ends, so that a cut is seen. Nothing of the hall is needed besides.
 */

export const DAY_FILE_FORMAT = 'onewindow-day-1';

export interface DayHeader {
  format: typeof DAY_FILE_FORMAT;
  hall: string;
  /** YYYY-MM-DD. */
  day: string;
  firstSeq: number;
  /** Hash of the event before the first; 64 zeros before the first event of all. */
  previousHash: string;
}

export interface DayTrailer {
  /** Whether the day was over; a day still open may be taken again later, and will be longer. */
  closed: boolean;
  lastSeq: number;
  lastHash: string;
}

export function headerLine(header: DayHeader): string {
  return canonical({ header });
}

/** @param text the canonical event without its hash. */
export function eventLine(text: string, hash: string): string {
  return `${BEFORE_EVENT}${text}${BEFORE_HASH}${hash}${END}`;
}

export function trailerLine(trailer: DayTrailer): string {
  return canonical({ trailer });
}

const BEFORE_EVENT = '{"event":';
const BEFORE_HASH = ',"hash":"';
const END = '"}';
const HASH_LETTERS = 64;
const AFTER_EVENT = BEFORE_HASH.length + HASH_LETTERS + END.length;

/** The event's text and hash as they stand in the line, letter by letter; null when it is no event's line. */
export function openEventLine(line: string): { text: string; hash: string } | null {
  const end = line.length - AFTER_EVENT;
  if (end < BEFORE_EVENT.length || !line.startsWith(BEFORE_EVENT) || !line.startsWith(BEFORE_HASH, end))
    return null;
  const text = line.slice(BEFORE_EVENT.length, end);
  const hash = line.slice(end + BEFORE_HASH.length, -END.length);
  return eventLine(text, hash) === line ? { text, hash } : null;
}

export function openHeader(line: string): DayHeader | null {
  const header = openCanonical(line, 'header') as DayHeader | null;
  return header?.format === DAY_FILE_FORMAT && Number.isSafeInteger(header.firstSeq) ? header : null;
}

export function openTrailer(line: string): DayTrailer | null {
  return openCanonical(line, 'trailer') as DayTrailer | null;
}

function openCanonical(line: string, key: string): unknown {
  if (!line.startsWith(`{"${key}":{`)) return null;
  const value = parseJson(line) as Record<string, unknown> | undefined;
  return value !== undefined && canonical(value) === line ? value[key] : null;
}

/** undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
