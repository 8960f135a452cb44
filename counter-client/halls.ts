import { Id, LocalText } from '../common/contract/text.ts';
import { BoardView, MatterSummary } from '../common/contract/views.ts';
import type { PersonView } from '../common/person.ts';
import { type Reading, read } from './reading.ts';

export interface HallName {
  id: string;
  name: LocalText;
}

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

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
