import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { SeasonAnswer, TomorrowAnswer } from '../../common/contract/balance.ts';
import { canonical } from '../hall/canonical.ts';
import type { Clock, Shelf } from '../ports.ts';
import type { Knowledge } from './knowledge.ts';
import type { OpenState } from './model.ts';
import { reckonSeason } from './season.ts';
import type { BalanceThread } from './thread.ts';
import { nextOpenDay, reckonTomorrow } from './tomorrow.ts';

type Kind = 'season' | 'tomorrow';

export interface DaysAheadParts {
  thread: BalanceThread;
  shelf: Shelf;
  clock: Clock;
  onFault: (fault: unknown) => void;
}

/**
 * What is reckoned of the days ahead: once for all it rests on, on whichever node first needs it, and kept on the
 * hall's shelf for the others. A shelf that can not be reached costs the others the same seconds.
 */
export class DaysAhead {
  /** By kind, the last: asked for again it is there. */
  #known = new Map<Kind, { name: string; answer: Promise<unknown> }>();

  constructor(private readonly parts: DaysAheadParts) {}

  /** @throws BalanceUnavailable */
  season(state: OpenState, knowledge: Knowledge): Promise<SeasonAnswer> {
    const name = `season.${restsOn(state, knowledge)}`;
    return this.#get('season', state.setup.id, name, SeasonAnswer, () =>
      reckonSeason(this.parts.thread, state, knowledge),
    );
  }

  /** @throws BalanceUnavailable */
  tomorrow(state: OpenState, knowledge: Knowledge): Promise<TomorrowAnswer> {
    const next = nextOpenDay(state, knowledge.timetable)?.features.day;
    const bookings = [...state.bookings.values()].filter((each) => each.day === next).length;
    const name = `tomorrow.${restsOn(state, knowledge)}.${bookings}`;
    const { thread, clock } = this.parts;
    return this.#get('tomorrow', state.setup.id, name, TomorrowAnswer, () =>
      reckonTomorrow(thread, state, knowledge, Math.max(clock.now(), state.at)),
    );
  }

  #get<A>(
    kind: Kind,
    hall: string,
    name: string,
    schema: z.ZodType<A>,
    reckon: () => Promise<A>,
  ): Promise<A> {
    const known = this.#known.get(kind);
    if (known?.name === name) return known.answer as Promise<A>;
    const answer = this.#fetch(kind, hall, name, schema, reckon);
    this.#known.set(kind, { name, answer });
    answer.catch(() => this.#known.delete(kind));
    return answer;
  }

  async #fetch<A>(
    kind: Kind,
    hall: string,
    name: string,
    schema: z.ZodType<A>,
    reckon: () => Promise<A>,
  ): Promise<A> {
    const { shelf } = this.parts;
    const kept = await this.#attempt(async () => {
      const text = await shelf.get(hall, name);
      return text === null ? null : schema.parse(JSON.parse(text));
    });
    if (kept !== null) return kept;
    const answer = await reckon();
    await this.#attempt(async () => {
      await shelf.put(hall, name, JSON.stringify(answer));
      const others = await shelf.names(hall, `${kind}.`);
      for (const other of others) if (other !== name) await shelf.remove(hall, other);
    });
    return answer;
  }

  async #attempt<T>(of: () => Promise<T>): Promise<T | null> {
    try {
      return await of();
    } catch (fault) {
      this.parts.onFault(fault);
      return null;
    }
  }
}

/** The day, and a hash of what else decides the answer: another setup, roster or history has another. */
function restsOn({ day, setup }: OpenState, { timetable, learnedDays }: Knowledge): string {
  const text = canonical({ setup, timetable, learnedDays });
  return `${day}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}
