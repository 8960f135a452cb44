import type { BoardView, WindowView } from '../../common/contract/views.ts';
import { randomOf } from '../../server/demo/random.ts';
import { DEMAND } from '../../server/demo/scenarios.ts';
import type { HallApi, Issued } from '../../test/e2e/support/hall-api.ts';

/** The hall's minutes of one real minute, while the morning passes. */
export const SPEED = 150;
const MINUTE_MS = 60_000 / SPEED;
export const MORNING_MINUTES = 50;
/** People a minute; somewhat more than the open windows serve, so that some wait. */
const ARRIVALS = 6.7;
/** Closed all morning: a hall is never full of clerks. */
const EMPTY = new Set([6, 8, 13, 18, 19, 26, 30, 31, 35, 38, 42, 46, 50, 51, 54, 55]);
/** What the demo hall's rule asks for. */
const CALLS_BEFORE_MISS = 3;
const MISSED_SHARE = 0.04;
const PRIORITY_SHARE = 0.08;

/** A morning of a hall, played by HTTP: people take numbers, clerks open, call, serve and finish. */
export class Morning {
  /** Every ticket of the morning, with what only its holder knows. */
  readonly tickets = new Map<string, Issued>();
  #random = randomOf(20261123);
  #absent = new Set<string>();
  #finishAt = new Map<string, number>();
  #owed = 0;

  constructor(private readonly api: HallApi) {}

  async pass(): Promise<void> {
    const { windows } = await this.api.board();
    for (const { id, number } of windows) if (!EMPTY.has(number)) await this.api.at(id, 'open');
    const start = performance.now();
    for (let minute = 1; minute <= MORNING_MINUTES; minute++) {
      await this.#minute(minute);
      await until(start + minute * MINUTE_MS);
    }
  }

  async #minute(minute: number): Promise<void> {
    const board = await this.api.board();
    for (this.#owed += ARRIVALS; this.#owed >= 1; this.#owed--) await this.#arrival(board);
    const places = new Map(board.queues.map(({ id }, index) => [id, index]));
    await Promise.all(
      board.windows.map((window) => {
        const place = places.get(window.ticket?.queue ?? '');
        const mean = DEMAND[place ?? 0]?.meanServiceMinutes ?? 0;
        return this.#clerk(window, minute, mean);
      }),
    );
  }

  async #arrival({ queues }: BoardView): Promise<void> {
    let share = this.#random() * DEMAND.reduce((sum, demand) => sum + demand.share, 0);
    const index = DEMAND.findIndex((demand) => {
      share -= demand.share;
      return share < 0;
    });
    const queue = queues[Math.max(0, index)];
    if (queue === undefined) return;
    const priority = this.#random() < PRIORITY_SHARE ? { category: 'elderly' } : {};
    const issued = await this.api.issue({ queue: queue.id, ...priority });
    this.tickets.set(issued.ticket.id, issued);
  }

  async #clerk({ id, status, ticket }: WindowView, minute: number, meanMinutes: number): Promise<void> {
    if (status === 'free') await this.#call(id);
    if (status === 'calling' && ticket !== null) {
      if (ticket.calls === 1 && this.#random() < MISSED_SHARE) this.#absent.add(ticket.id);
      const isAbsent = this.#absent.has(ticket.id);
      await this.api.at(id, !isAbsent ? 'start' : ticket.calls < CALLS_BEFORE_MISS ? 'recall' : 'miss');
      this.#finishAt.set(id, minute + meanMinutes * (0.5 + this.#random()));
    }
    if (status === 'serving' && minute >= (this.#finishAt.get(id) ?? 0)) {
      await this.api.at(id, 'finish');
      await this.#call(id);
    }
  }

  async #call(window: string): Promise<void> {
    await this.api.at(window, 'call-next', { ready: true });
  }
}

function until(instant: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, instant - performance.now())));
}
