import type { AdviceView, BalanceScore, OutcomeView } from '../../common/contract/balance.ts';
import type { Assignment } from '../../common/contract/commands.ts';
import type { Draft } from '../hall/events.ts';
import { targetMinutes } from '../hall/rule.ts';
import type { HallState } from '../hall/state.ts';

const MINUTE_MS = 60_000;
/** A score every so often, at the same instants on every node; those of a day, and its applied advice. */
const SCORE_EVERY_MS = 5 * MINUTE_MS;
const MAX_SCORES = 600;
const MAX_OUTCOMES = 100;
/** A score looks at the calls of the last hour. */
const SCORED_MS = 60 * MINUTE_MS;
const MAX_CALLS = 5000;
/** Waits under a quarter of the target are all short: that one is shorter still is no unevenness. */
const SHORT = 0.25;

/** After these an advice may hold no window any more. */
const ENDS: ReadonlySet<Draft['type']> = new Set([
  ...(['WindowsAssigned', 'AssignmentEnded', 'HallConfigured', 'DayClosed'] as const),
]);

interface Sum {
  tickets: number;
  minutes: number;
}

interface Followed {
  advice: AdviceView;
  /** In the hall's order: the log has its own for keys. */
  queues: string[];
  endedAt: number | null;
  came: Map<string, Sum>;
  /** What took it back; null while nothing has. */
  undoing: { commandId: string; assignments: Assignment[] } | null;
}

/**
 * Which advice was applied, what it promised and what came of it, and how evenly the hall waits. Of one day, made
 * of its log alone: the same on every node and after a restart.
 */
export class Outcomes {
  #followed: Followed[] = [];
  #scores: BalanceScore[] = [];
  #calls: { queue: string; at: number; minutes: number }[] = [];
  #scoredAt = 0;
  #assignedAt = Number.NEGATIVE_INFINITY;

  /** When windows were last assigned, by whomever; -Infinity when they were not today. */
  get assignedAt(): number {
    return this.#assignedAt;
  }

  /** Applied today, newest first. */
  applied(): AdviceView[] {
    return this.#followed.map(({ advice }) => advice);
  }

  /** Undefined when no such advice was applied today. */
  find(advice: string): AdviceView | undefined {
    return this.#followed.find((each) => each.advice.id === advice)?.advice;
  }

  /** What this very command assigned to take the advice back, for who asks again; undefined when it did not. */
  undoneBy(advice: string, commandId: string): Assignment[] | undefined {
    const undoing = this.#followed.find((each) => each.advice.id === advice)?.undoing;
    return undoing?.commandId === commandId ? undoing.assignments : undefined;
  }

  hear(event: Draft, state: Readonly<HallState>): void {
    if (event.type === 'DayOpened') {
      this.#followed = [];
      this.#scores = [];
      this.#calls = [];
      this.#scoredAt = event.at;
      this.#assignedAt = Number.NEGATIVE_INFINITY;
      return;
    }
    this.score(state, event.at);
    if (event.type === 'WindowsAssigned') this.#assigned(event, state);
    if (event.type === 'TicketCalled' || event.type === 'CalledOutOfTurn') this.#called(event, state);
    if (!ENDS.has(event.type)) return;
    for (const each of this.#followed)
      if (each.endedAt === null && !isHeld(each.advice.id, state)) each.endedAt = event.at;
  }

  /** Notes the scores that have become due: of the hour before each, and none where nobody was called in it. */
  score(state: Readonly<HallState>, at: number): void {
    for (let due = nextScore(this.#scoredAt, state); due <= at; due = nextScore(due, state)) {
      this.#scoredAt = due;
      this.#calls = this.#calls.filter((call) => call.at > due - SCORED_MS);
      const score = scoreOf(this.#calls, state);
      if (score !== null) this.#scores.push({ at: due, score });
      if (this.#scores.length > MAX_SCORES) this.#scores.shift();
    }
  }

  scores(): BalanceScore[] {
    return [...this.#scores];
  }

  outcomes(): OutcomeView[] {
    return this.#followed.map(({ advice, queues: ids, endedAt, came }) => {
      const promised = advice.moves.at(-1)?.after ?? advice.nothing;
      const queues = ids.map((queue) => ({
        queue,
        promisedNothing: advice.nothing.queues[queue] ?? 0,
        promised: promised.queues[queue] ?? 0,
        ...meanOf(came.get(queue)),
      }));
      const all = [...came.values()].reduce(added, { tickets: 0, minutes: 0 });
      return {
        ...{ advice: advice.id, appliedAt: advice.appliedAt ?? advice.at, endedAt, moves: advice.moves },
        ...{ automatic: advice.automatic, promisedNothing: advice.nothing.meanWait },
        ...{ promised: promised.meanWait, ...meanOf(all), queues },
      };
    });
  }

  #assigned(event: Assigning, state: Readonly<HallState>): void {
    const { advice: id, promise, undoes, planned, assignments, at, by, commandId } = event;
    this.#assignedAt = at;
    if (id !== undefined && promise !== undefined) {
      const automatic = by === 'system' && planned !== true;
      const advice: AdviceView = { ...promise, id, state: 'applied', appliedAt: at, automatic };
      const queues = [...state.queues.keys()];
      this.#followed.unshift({ advice, queues, endedAt: null, came: new Map(), undoing: null });
      this.#followed.length = Math.min(this.#followed.length, MAX_OUTCOMES);
    }
    const undone = this.#followed.find(({ advice }) => advice.id === undoes);
    if (undone === undefined) return;
    undone.advice = { ...undone.advice, state: 'undone' };
    undone.undoing = {
      commandId,
      assignments: assignments.map(({ window, queues }) => ({ window, queues })),
    };
  }

  #called({ ticket: id, at }: { ticket: string; at: number }, { tickets }: Readonly<HallState>): void {
    const ticket = tickets.get(id);
    // Whoever came back or was sent on was called before: that wait has been counted.
    if (ticket === undefined || ticket.firstCalledAt !== at) return;
    const minutes = (at - ticket.issuedAt) / MINUTE_MS;
    this.#calls.push({ queue: ticket.queue, at, minutes });
    if (this.#calls.length > MAX_CALLS) this.#calls.shift();
    for (const { endedAt, came } of this.#followed)
      if (endedAt === null)
        came.set(ticket.queue, added(came.get(ticket.queue) ?? NONE, { tickets: 1, minutes }));
  }
}

type Assigning = Extract<Draft, { type: 'WindowsAssigned' }>;

/** The first of the day's instants for a score after this one. */
function nextScore(after: number, { startsAt }: Readonly<HallState>): number {
  return startsAt + (Math.floor((after - startsAt) / SCORE_EVERY_MS) + 1) * SCORE_EVERY_MS;
}

const NONE: Sum = { tickets: 0, minutes: 0 };

function added(a: Sum, b: Sum): Sum {
  return { tickets: a.tickets + b.tickets, minutes: a.minutes + b.minutes };
}

function meanOf(sum: Sum = NONE): { came: number | null; tickets: number } {
  return { came: sum.tickets === 0 ? null : sum.minutes / sum.tickets, tickets: sum.tickets };
}

/** Whether any window still has, or is still to have, what this advice gave it. */
export function isHeld(advice: string, { windows }: Readonly<HallState>): boolean {
  return [...windows.values()].some(({ assignment }) => assignment?.advice === advice);
}

/**
 * 100 when every queue waits as long against its target as the others, less the further the worst is from the
 * mean. Null without any call.
 */
function scoreOf(
  calls: readonly { queue: string; minutes: number }[],
  { setup, queues }: Readonly<HallState>,
): number | null {
  const sums = new Map<string, Sum>();
  for (const { queue, minutes } of calls)
    sums.set(queue, added(sums.get(queue) ?? NONE, { tickets: 1, minutes }));
  const parts = [...sums].flatMap(([id, { tickets, minutes }]) => {
    const queue = queues.get(id)?.setup;
    if (queue === undefined || setup === null) return [];
    const target = Math.max(1, targetMinutes(setup, queue, null));
    return [{ tickets, against: Math.max(minutes / tickets / target, SHORT) }];
  });
  if (parts.length === 0) return null;
  const all = parts.reduce((sum, { tickets }) => sum + tickets, 0);
  const mean = parts.reduce((sum, { tickets, against }) => sum + tickets * against, 0) / all;
  return (100 * mean) / Math.max(...parts.map(({ against }) => against));
}
