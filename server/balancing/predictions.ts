import type { PredictionFigures, PredictionsAnswer } from '../../common/contract/balance.ts';
import type { ExpectedWait } from '../balance/wait/wait.ts';
import type { Draft } from '../hall/events.ts';

const MINUTE_MS = 60_000;
/** Tickets of a day that are followed; far above any hall's. */
const MAX_FOLLOWED = 20_000;

interface Told {
  queue: string;
  at: number;
  expected: ExpectedWait;
}

interface Sums {
  tickets: number;
  error: number;
  absoluteError: number;
  underP50: number;
  underP90: number;
  withinBand: number;
}

/**
 * What who took a number was told to expect, held against what they waited: so that the hall sees how far
 * its figures can be trusted. Of one day, in memory. Walk-ins without a category, as these are told.
 */
export class Predictions {
  #told = new Map<string, Told>();
  #sums = new Map<string, Sums>();

  hear(event: Draft, expectedOf: (queue: string) => ExpectedWait | null): void {
    switch (event.type) {
      case 'DayOpened':
        this.#told.clear();
        this.#sums.clear();
        return;
      case 'TicketIssued': {
        const expected = expectedOf(event.queue);
        const isTold =
          event.category === null && event.booking === undefined && event.supplement === undefined;
        if (expected !== null && isTold && this.#told.size < MAX_FOLLOWED)
          this.#told.set(event.ticket, { queue: event.queue, at: event.at, expected });
        return;
      }
      case 'TicketCalled': {
        const told = this.#told.get(event.ticket);
        if (told !== undefined) this.#count(told, (event.at - told.at) / MINUTE_MS);
        this.#told.delete(event.ticket);
        return;
      }
      // What a clerk or the holder has done since was not foreseen.
      case 'TicketCancelled':
      case 'CalledOutOfTurn':
      case 'MovedOutOfTurn':
      case 'CategoryChanged':
        this.#told.delete(event.ticket);
        return;
      default:
    }
  }

  figures(): PredictionsAnswer {
    const all = [...this.#sums.values()].reduce(added, NONE);
    const queues = [...this.#sums].map(([queue, sums]) => [queue, figuresOf(sums)]);
    return { hall: figuresOf(all), queues: Object.fromEntries(queues) };
  }

  #count({ queue, expected }: Told, wait: number): void {
    const { mean, p10, p50, p90 } = expected;
    const one: Sums = {
      tickets: 1,
      error: wait - mean,
      absoluteError: Math.abs(wait - mean),
      underP50: wait <= p50 ? 1 : 0,
      underP90: wait <= p90 ? 1 : 0,
      withinBand: p10 <= wait && wait <= p90 ? 1 : 0,
    };
    this.#sums.set(queue, added(this.#sums.get(queue) ?? NONE, one));
  }
}

const NONE: Sums = { tickets: 0, error: 0, absoluteError: 0, underP50: 0, underP90: 0, withinBand: 0 };

function added(a: Sums, b: Sums): Sums {
  return {
    tickets: a.tickets + b.tickets,
    error: a.error + b.error,
    absoluteError: a.absoluteError + b.absoluteError,
    underP50: a.underP50 + b.underP50,
    underP90: a.underP90 + b.underP90,
    withinBand: a.withinBand + b.withinBand,
  };
}

function figuresOf({ tickets, ...sums }: Sums): PredictionFigures {
  const share = (sum: number): number | null => (tickets === 0 ? null : sum / tickets);
  return {
    tickets,
    meanError: share(sums.error),
    meanAbsoluteError: share(sums.absoluteError),
    underP50: share(sums.underP50),
    underP90: share(sums.underP90),
    withinBand: share(sums.withinBand),
  };
}
