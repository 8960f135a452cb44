import type { FairnessCounts, PublishedRule } from '../../../common/contract/fairness.ts';
import type { ByReason } from '../record.ts';
import { targetMinutes } from '../rule.ts';
import type { HallState } from '../state.ts';
import { waitingIn } from './views.ts';

/** How the hall has called today, for everybody to see. @throws before the first day was opened. */
export function fairnessCounts(state: HallState, at: number): FairnessCounts {
  const { calls, shortened, outOfTurn, moved, categoryChanges, waits, waitedMs, longestWaitMs } =
    state.record.tally;
  const { waiting, since } = waitingNow(state);
  return {
    day: state.day,
    at,
    calls,
    inTurn: calls - total(outOfTurn),
    outOfTurn: { ...outOfTurn },
    moved: { ...moved },
    categoryChanges: { ...categoryChanges },
    shortened,
    priorityShare: calls === 0 ? null : shortened / calls,
    waits,
    meanWaitMs: waits === 0 ? 0 : waitedMs / waits,
    longestWaitMs,
    waitingNow: waiting,
    longestNowMs: since === null ? null : Math.max(0, at - since),
    rule: publishedRule(state),
  };
}

function publishedRule({ setup }: HallState): PublishedRule {
  if (setup === null) throw new Error('no day has been opened yet');
  const {
    thetaMinutes,
    targetMinutes: usual,
    shortenedShare,
    callsBeforeMiss,
    maxRecalls,
    autoMissMinutes,
  } = setup.rule;
  const { maxReturns, returnDelayMinutes, automatic } = setup.rule;
  const { checkInMinutes, dueAfterMinutes } = setup.bookings;
  return {
    ...{ thetaMinutes, targetMinutes: usual, shortenedShare, callsBeforeMiss, maxRecalls, autoMissMinutes },
    ...{ maxReturns, returnDelayMinutes, automatic, checkInMinutes, dueAfterMinutes },
    queues: setup.queues.map((queue) => ({
      ...{ id: queue.id, prefix: queue.prefix, name: queue.name },
      targetMinutes: targetMinutes(setup, queue, null),
      targets: Object.fromEntries(setup.categories.map(({ id }) => [id, targetMinutes(setup, queue, id)])),
    })),
    categories: setup.categories.map(({ id, name, ground }) => ({ id, name, ground })),
  };
}

/** Who waits in the queues and for single windows, and since when the longest. */
function waitingNow({ queues, windows, reconfigured }: HallState): { waiting: number; since: number | null } {
  let waiting = 0;
  let since = Number.POSITIVE_INFINITY;
  for (const queue of queues.values()) {
    const inQueue = waitingIn(queue, { reconfigured });
    waiting += inQueue.waiting;
    since = Math.min(since, inQueue.waitingSince ?? since);
  }
  for (const { reserved } of windows.values()) {
    waiting += reserved.size;
    for (const ticket of reserved) since = Math.min(since, ticket.issuedAt);
  }
  return { waiting, since: Number.isFinite(since) ? since : null };
}

function total(counts: ByReason): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}
