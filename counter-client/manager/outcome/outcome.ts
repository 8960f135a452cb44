import type { OutcomeView, PredictionFigures } from '../../../common/contract/balance.ts';
import { NOTICED_MINUTES } from '../advice/groups.ts';

/** How a promise was kept. early: too few were called since to say anything. */
export type Verdict = 'kept' | 'partly' | 'missed' | 'early';

/** Means of fewer tickets say more about who came than about the moves. */
const TELLING_TICKETS = 20;
/** Two standard errors around a promise, and at least this, count as kept; minutes. */
const LEAST_MARGIN = 1;

/** Whether what came is what was promised, better than doing nothing, or neither. */
export function verdictOf({ promisedNothing, promised, came, tickets }: OutcomeView): Verdict {
  if (came === null || tickets < TELLING_TICKETS) return 'early';
  if (came <= promised.mean + Math.max(LEAST_MARGIN, 2 * promised.standardError)) return 'kept';
  return came < promisedNothing.mean ? 'partly' : 'missed';
}

/** The queues whose waits the moves were made for: those given to windows, and by openings those promised a change. */
export function concernedBy({ moves, queues }: OutcomeView): OutcomeView['queues'] {
  const given = new Set(moves.map(({ queue }) => queue));
  return queues.filter(
    ({ queue, promisedNothing, promised }) =>
      given.has(queue) || (given.has(null) && Math.abs(promised - promisedNothing) >= NOTICED_MINUTES),
  );
}

/** One row of the table of told waits. */
export interface PredictionRow {
  /** Null for the whole hall. */
  queue: string | null;
  figures: PredictionFigures;
}

/** The hall first, then the queues with the most tickets; queues without any are left out. */
export function predictionRows(
  hall: PredictionFigures,
  queues: Readonly<Record<string, PredictionFigures>>,
): PredictionRow[] {
  const rows = Object.entries(queues)
    .map(([queue, figures]) => ({ queue, figures }))
    .filter(({ figures }) => figures.tickets > 0)
    .sort((a, b) => b.figures.tickets - a.figures.tickets);
  return [{ queue: null, figures: hall }, ...rows];
}
