import type { Draft, Recorded } from '../../server/hall/events.ts';
import type { Journal } from '../../server/ports.ts';
import { at, DAY, MIDNIGHT, smallSetup } from './small-hall.ts';

/** An event for a log, told apart by its seq and its writer. */
export function draft(seq: number, by = 'test'): Draft {
  return {
    type: 'WindowOpened',
    window: `w${(seq % 50) + 1}`,
    seq,
    at: at('09:00') + seq,
    by,
    commandId: `${by}-${seq}`,
  };
}

export function dayDraft(seq: number): Draft {
  const day = { type: 'DayOpened' as const, day: DAY, startsAt: MIDNIGHT, setup: smallSetup() };
  return { ...day, seq, at: at('08:00'), by: 'system', commandId: `open-${seq}` };
}

/** draft(from), … draft(to) */
export function drafts(from: number, to: number, by = 'test'): Draft[] {
  return Array.from({ length: to - from + 1 }, (_, index) => draft(from + index, by));
}

export async function readAll(journal: Journal, fromSeq = 1): Promise<Recorded[]> {
  const all: Recorded[] = [];
  for await (const page of journal.read(fromSeq)) all.push(...page);
  return all;
}

export function unsealed({ hash: _hash, ...rest }: Recorded): Draft {
  return rest as Draft;
}

/** What a promise fails with; fails the test when it does not. */
export async function failureOf(attempt: Promise<unknown>): Promise<Error> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('it should have failed');
}
