import type { Model, WindowPlan } from '../model.ts';
import { meanWait } from './effect.ts';
import { fits, type Move, moved } from './moves.ts';
import type { Trial } from './trial.ts';

/** How many candidates are looked at until which day: many on few days, the best of them on others again. */
type Rounds = readonly { candidates: number; untilDay: number }[];

const FIRST_DAYS = 2;
/** Tickets lived in the first look at all candidates: what bounds the search on a hall of any size. */
export const MAX_FIRST_TICKETS = 2_500_000;
const MIN_CANDIDATES = 40;
const REST: Rounds = [
  { candidates: 40, untilDay: 6 },
  { candidates: 10, untilDay: 14 },
];
/** After a move the others' order is nearly what it was: only the best are looked at again. */
const LATER: Rounds = [
  { candidates: 40, untilDay: 2 },
  { candidates: 14, untilDay: 6 },
  { candidates: 5, untilDay: 14 },
];

interface Candidate {
  move: Move;
  /** By how much it shortens the mean wait, on the days it was last looked at; minutes. */
  gain: number;
}

/** Adds the best move to the plans, again and again. */
export class Search {
  #plans: readonly WindowPlan[];
  readonly #made: Move[] = [];

  constructor(
    private readonly model: Model,
    private readonly trial: Trial,
    private readonly maxMoves: number,
  ) {
    this.#plans = model.plans;
  }

  /** The moves in the order in which they are worth most, each given those before it. */
  find(moves: readonly Move[]): Move[] {
    let candidates = this.#promising(moves);
    let rounds: Rounds = [{ candidates: candidates.length, untilDay: FIRST_DAYS }, ...REST];
    while (this.#made.length < this.maxMoves) {
      const best = this.#best(candidates, rounds);
      if (best === undefined || best.gain <= 0) break;
      this.#made.push(best.move);
      this.#plans = moved(this.model, this.#plans, best.move);
      candidates = candidates.filter(({ move }) => fits(move, this.#made));
      rounds = LATER;
    }
    return this.#made;
  }

  /** All moves, or as many as may be looked at: first those of the queues in which most is waited. */
  #promising(moves: readonly Move[]): Candidate[] {
    const days = this.trial.live(this.#plans, 0, FIRST_DAYS);
    const waits = new Map(
      this.model.setup.queues.map(({ id }, index) => [
        id,
        days.reduce((sum, day) => sum + (day.waits[index] ?? 0), 0),
      ]),
    );
    const tickets = Math.max(
      1,
      days.reduce((sum, day) => sum + day.tickets.reduce((all, each) => all + each, 0), 0),
    );
    const most = Math.max(MIN_CANDIDATES, Math.floor(MAX_FIRST_TICKETS / tickets));
    const waited = ({ queue }: Move): number =>
      queue === null ? Number.POSITIVE_INFINITY : (waits.get(queue) ?? 0);
    return moves
      .toSorted((a, b) => waited(b) - waited(a))
      .slice(0, most)
      .map((move) => ({ move, gain: 0 }));
  }

  #best(candidates: readonly Candidate[], rounds: Rounds): Candidate | undefined {
    let left = candidates;
    let day = 0;
    for (const round of rounds) {
      left = byGain(left).slice(0, round.candidates);
      const before = meanWait(this.trial.live(this.#plans, day, round.untilDay));
      for (const candidate of left) {
        const plans = moved(this.model, this.#plans, candidate.move);
        candidate.gain = before - meanWait(this.trial.live(plans, day, round.untilDay));
      }
      day = round.untilDay;
    }
    return byGain(left)[0];
  }
}

function byGain(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => b.gain - a.gain);
}
