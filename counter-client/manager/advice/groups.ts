import type { Estimate, Expectation, MoveView } from '../../../common/contract/advice.ts';
import type { AdviceView } from '../../../common/contract/balance.ts';

/** Windows that do the same for the same time: one sentence tells them all. */
export interface MoveGroup {
  /** Null: they open, for their own queues. */
  queue: string | null;
  from: number;
  /** Null: until the day's end. */
  until: number | null;
  /** The windows' numbers, ascending. */
  numbers: number[];
  /** The change of the hall's mean wait by these moves; minutes, below 0 when shorter. */
  effect: Estimate;
  /** The queue's mean wait: doing nothing, and with all moves made; minutes. Null when they open. */
  queueWaits: { nothing: number; after: number } | null;
}

/** The moves of an advice, alike ones together, in the order in which the first of each was found. */
export function groupsOf({ nothing, moves }: Pick<AdviceView, 'nothing' | 'moves'>): MoveGroup[] {
  const last = expectedAfter({ nothing, moves });
  const groups = new Map<string, MoveView[]>();
  for (const move of moves) {
    const key = `${move.queue} ${move.from} ${move.until}`;
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { queue, from, until } = first;
    return {
      queue,
      from,
      until,
      numbers: alike.map(({ number }) => number).sort((a, b) => a - b),
      effect: sumOf(alike.map(({ effect }) => effect)),
      queueWaits:
        queue === null ? null : { nothing: nothing.queues[queue] ?? 0, after: last.queues[queue] ?? 0 },
    };
  });
}

/** Errors of effects told on the same days are summed as if they had nothing to do with one another. */
function sumOf(estimates: readonly Estimate[]): Estimate {
  return {
    mean: estimates.reduce((sum, { mean }) => sum + mean, 0),
    standardError: Math.hypot(...estimates.map(({ standardError }) => standardError)),
  };
}

/** What is expected when all moves are made; as when nothing is done, without any. */
export function expectedAfter({ nothing, moves }: Pick<AdviceView, 'nothing' | 'moves'>): Expectation {
  return moves[moves.length - 1]?.after ?? nothing;
}

/** One queue beside itself: when nothing is done, and as advised; minutes. */
export interface Compared {
  queue: string;
  nothing: number;
  advised: number;
}

/** A change of a mean wait that nobody would notice; minutes. */
export const NOTICED_MINUTES = 0.5;

/** The queues whose wait the advice changes, the greatest relief first, those that wait longer last. */
export function comparedQueues({ nothing, moves }: Pick<AdviceView, 'nothing' | 'moves'>): Compared[] {
  const last = expectedAfter({ nothing, moves });
  return Object.entries(nothing.queues)
    .map(([queue, minutes]) => ({ queue, nothing: minutes, advised: last.queues[queue] ?? minutes }))
    .filter((each) => Math.abs(each.advised - each.nothing) >= NOTICED_MINUTES)
    .sort((a, b) => a.advised - a.nothing - (b.advised - b.nothing));
}
