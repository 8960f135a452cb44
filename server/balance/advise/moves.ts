import { type Model, type OpenSpan, SLOT_MINUTES, type Span, type WindowPlan } from '../model.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = SLOT_MINUTES * MINUTE_MS;

/** One thing a manager may do: a window serves one more queue for a while, or opens though it was not to. */
export interface Move extends Span {
  window: string;
  /** The queue it serves besides; null when it opens, for the queues that the setup gives it. */
  queue: string | null;
}

/** The limits of advice. */
export interface MoveLimits {
  /** A window keeps its queues at least for this long while it is open; minutes. */
  dwellMinutes: number;
  /** Nothing changes sooner than this after the advice: somebody has to read it; minutes. */
  leadMinutes: number;
}

/** The plans once a move is made; the others' are the same objects. */
export function moved(model: Model, plans: readonly WindowPlan[], move: Move): WindowPlan[] {
  const { queue } = move;
  const own = plans.find(({ window }) => window === move.window);
  if (own === undefined) throw new RangeError(`window ${move.window} has no plan`);
  const open =
    queue === null ? opened(model, own, move) : own.open.flatMap((span) => serving(span, queue, move));
  return plans.map((plan) => (plan === own ? { ...own, open } : plan));
}

/** A span with one more queue where the move falls into it. */
function serving(span: OpenSpan, queue: string, { from, until }: Span): OpenSpan[] {
  if (span.queues.includes(queue) || until <= span.from || span.until <= from) return [span];
  const parts = [
    { ...span, until: Math.min(span.until, from) },
    { from: Math.max(span.from, from), until: Math.min(span.until, until), queues: [...span.queues, queue] },
    { ...span, from: Math.max(span.from, until) },
  ];
  return parts.filter((part) => part.from < part.until);
}

function opened({ setup }: Model, plan: WindowPlan, { from, until }: Span): OpenSpan[] {
  const queues = setup.windows.find(({ id }) => id === plan.window)?.queues ?? [];
  return [...plan.open, { from, until, queues }].sort((a, b) => a.from - b.from);
}

/**
 * Every move that may be made from now on: further queues that a clerk is qualified for, for as long as
 * the window is open or while the queue is under pressure, and openings within the standby spans.
 * @param pressure by queue: when its arrivals are expected to wait for longer than the hall has promised.
 */
export function possibleMoves(
  model: Model,
  now: number,
  pressure: ReadonlyMap<string, Span>,
  { dwellMinutes, leadMinutes }: MoveLimits,
): Move[] {
  const earliest = now + leadMinutes * MINUTE_MS;
  const dwellMs = dwellMinutes * MINUTE_MS;
  const moves: Move[] = [];
  for (const plan of model.plans) {
    const { window, qualified, open, standby } = plan;
    const closes = open.at(-1)?.until ?? earliest;
    for (const queue of qualified) {
      const spans: Span[] = [{ from: earliest, until: closes }];
      const pressed = pressure.get(queue);
      if (pressed !== undefined) spans.push(within(pressed, { from: earliest, until: closes }, dwellMs));
      for (const span of distinct(spans.map((each) => whileOpen(open, each))))
        if (openMs(open, queue, span) >= dwellMs) moves.push({ window, queue, ...span });
    }
    for (const span of standby) {
      const from = Math.max(span.from, earliest);
      if (span.until - from >= dwellMs) moves.push({ window, queue: null, from, until: span.until });
    }
  }
  return moves;
}

/** The pressed stretch in whole slots, no shorter than the dwell and within what is possible. */
function within(pressed: Span, possible: Span, dwellMs: number): Span {
  const from = Math.max(possible.from, Math.floor(pressed.from / SLOT_MS) * SLOT_MS);
  const until = Math.max(Math.ceil(pressed.until / SLOT_MS) * SLOT_MS, from + dwellMs);
  return { from, until: Math.min(until, possible.until) };
}

/** A move begins and ends while the window is open, never in its lunch or absence. */
function whileOpen(open: readonly OpenSpan[], { from, until }: Span): Span {
  const met = open.filter((span) => from < span.until && span.from < until);
  return {
    from: Math.max(from, met[0]?.from ?? from),
    until: Math.min(until, met.at(-1)?.until ?? until),
  };
}

function distinct(spans: readonly Span[]): Span[] {
  return spans.filter(
    ({ from, until }, index) =>
      spans.findIndex((each) => each.from === from && each.until === until) === index,
  );
}

/** How long the window is open in this span without serving the queue anyway. */
function openMs(open: readonly OpenSpan[], queue: string, { from, until }: Span): number {
  let sum = 0;
  for (const span of open)
    if (!span.queues.includes(queue))
      sum += Math.max(0, Math.min(span.until, until) - Math.max(span.from, from));
  return sum;
}

/** Whether a window that has these moves may be given another: one change at a time, or all together. */
export function fits(move: Move, made: readonly Move[]): boolean {
  return made.every(
    ({ window, queue, from, until }) =>
      window !== move.window || (queue !== move.queue && from === move.from && until === move.until),
  );
}
