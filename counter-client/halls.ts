import type { Rejection, RejectionCode } from '../common/contract/rejections.ts';
import { REJECTIONS } from '../common/contract/rejections.ts';
import { Id, LocalText } from '../common/contract/text.ts';
import { BoardView, MatterSummary } from '../common/contract/views.ts';
import type { PersonView } from '../common/person.ts';

export interface HallName {
  id: string;
  name: LocalText;
}

/** What was read, or why not. */
export type Reading<T> = { ok: true; value: T } | { ok: false; rejection: Rejection };

const READ_TIMEOUT_MS = 4000;
/** More would not be read through; one letter more finds fewer. */
const MATTERS_FOUND = 12;
/** What a search may be long, as the hall takes it. */
const MAX_QUERY = 60;

/** The halls of the server. */
export function readHalls(): Promise<Reading<HallName[]>> {
  return read('/api/v1/halls', (body) => {
    const halls = (body as { halls?: unknown }).halls;
    if (!Array.isArray(halls)) throw new TypeError('expected halls');
    return halls.map((hall: Partial<Record<keyof HallName, unknown>>) => ({
      id: Id.parse(hall.id),
      name: LocalText.parse(hall.name),
    }));
  });
}

export function readBoard(hall: string): Promise<Reading<BoardView>> {
  return read(`/api/v1/halls/${encodeURIComponent(hall)}/board`, (body) => BoardView.parse(body));
}

/** Matters by name, pinyin and initials, best first. */
export function findMatters(hall: string, query: string): Promise<Reading<MatterSummary[]>> {
  const asked = new URLSearchParams({ query: query.slice(0, MAX_QUERY), limit: String(MATTERS_FOUND) });
  return read(`/api/v1/halls/${encodeURIComponent(hall)}/matters?${asked}`, (body) =>
    MatterSummary.array().parse((body as { matters?: unknown }).matters),
  );
}

/** Who is at the window, masked, and what the clerk before has noted; null when nothing is known. */
export function readPerson(hall: string, window: string): Promise<Reading<PersonView | null>> {
  const at = `/api/v1/halls/${encodeURIComponent(hall)}/windows/${encodeURIComponent(window)}/person`;
  return read(at, (body) => {
    const { person } = body as { person?: Partial<Record<keyof PersonView, unknown>> | null };
    if (person === undefined || person === null) return null;
    const { name, phone, idNumber, note } = person;
    return { name: text(name), phone: text(phone), idNumber: text(idNumber), note: text(note) };
  });
}

/** Asks the server; with a body it is a POST. @param commandId makes a POST happen once. */
export async function read<T>(
  path: string,
  parse: (body: unknown) => T,
  body?: unknown,
  { timeoutMs = READ_TIMEOUT_MS, commandId }: { timeoutMs?: number; commandId?: string } = {},
): Promise<Reading<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const accept = { accept: 'application/json' };
    const once: Record<string, string> = commandId === undefined ? {} : { 'idempotency-key': commandId };
    const post = {
      method: 'POST',
      headers: { ...accept, ...once, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const asked = body === undefined ? { headers: accept } : post;
    const response = await fetch(path, { signal: abort.signal, ...asked });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: parse(answer) };
    return { ok: false, rejection: { code: codeOf(answer) } };
  } catch {
    // No server, no time, or no JSON: for whoever looks at the screen the same.
    return { ok: false, rejection: { code: 'INTERNAL' } };
  } finally {
    clearTimeout(timer);
  }
}

/** The code of a problem+json body. */
function codeOf(body: unknown): RejectionCode {
  const code = typeof body === 'object' && body !== null ? (body as { code?: unknown }).code : undefined;
  return typeof code === 'string' && code in REJECTIONS ? (code as RejectionCode) : 'INTERNAL';
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
