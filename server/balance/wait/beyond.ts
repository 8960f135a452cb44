import { type HallState, lineKey } from '../../hall/state.ts';
import type { ExpectedWait, ExpectedWaits } from './wait.ts';

/** Tickets that are told a wait besides, over all lines; who stands still further back is told none. */
export const MAX_STRETCHED = 20_000;

/** Where who takes a number now, without any category, would stand. */
const NEWCOMERS = lineKey({ shortenedMs: 0, notBefore: null, joinedAgain: false, kind: 'walkin' });

/**
 * The waits of those whom a start did not know, as more waited than are simulated: in each line as much longer than
 * the last known's as they stand further back. A line whose known part nobody calls is told nothing.
 * @param known how many of each line the start knew (`knownOfALine`).
 */
export function withTheRest(found: ExpectedWaits, { queues }: HallState, known: number): ExpectedWaits {
  if (known === Number.POSITIVE_INFINITY) return found;
  const tickets = new Map(found.tickets);
  const newcomers = new Map(found.queues);
  let left = MAX_STRETCHED;
  for (const [queue, { lines }] of queues)
    for (const [key, line] of lines) {
      if (line.size <= known) continue;
      let last: { place: number; expected: ExpectedWait } | null = null;
      let place = 0;
      for (const { id } of line) {
        if (left === 0) break;
        place++;
        const expected = found.tickets.get(id);
        if (expected !== undefined) last = { place, expected };
        else if (place > known && last !== null) {
          tickets.set(id, stretched(last.expected, place / last.place));
          left--;
        }
      }
      const newcomer = found.queues.get(queue);
      if (key === NEWCOMERS && newcomer !== undefined)
        newcomers.set(queue, stretched(newcomer, (line.size + 1) / (known + 1)));
    }
  return { tickets, queues: newcomers };
}

function stretched({ mean, p10, p50, p90 }: ExpectedWait, factor: number): ExpectedWait {
  return { mean: mean * factor, p10: p10 * factor, p50: p50 * factor, p90: p90 * factor };
}
