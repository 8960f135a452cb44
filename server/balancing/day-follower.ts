import type { Draft } from '../hall/events.ts';
import { evolve } from '../hall/evolve/evolve.ts';
import { emptyHall, type HallState } from '../hall/state.ts';
import type { HallService } from '../service/service.ts';

export type DayListener = (event: Draft, state: Readonly<HallState>) => void;

/**
 * Tells a listener of every event of the day, each once and in order: first those the log already has, then
 * what happens. So what the listener makes of them is the same on every node and after a restart.
 */
export class DayFollower {
  #heard = 0;
  /** What happens while the log is being read; null when nothing is. */
  #early: Draft[] | null = null;
  #started: Promise<void> | null = null;
  #stops: (() => void)[] = [];
  #waiting: (() => void)[] = [];

  /** @param hear is told the hall as it is after the event, or a little later. */
  constructor(
    private readonly service: HallService,
    private readonly hear: DayListener,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  /** Resolves when all of the day so far has been heard. May be called again, also after it has failed. */
  start(): Promise<void> {
    this.#started ??= this.#start().catch((fault: unknown) => {
      this.stop();
      throw fault;
    });
    return this.#started;
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#started = null;
    this.#wake();
  }

  /** Resolves when this event has been heard. */
  async reach(seq: number): Promise<void> {
    await this.start();
    while (this.#heard < seq && this.#stops.length > 0)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #start(): Promise<void> {
    const { service } = this;
    const replay = (): Promise<void> => this.#replay();
    this.#stops = [
      service.subscribe((events) => this.#take(events)),
      // What was heard is no longer in the log: the day is heard again from its beginning.
      service.onTouch((news) => {
        if (news === 'replaced') replay().catch(this.onFault);
      }),
    ];
    await replay();
  }

  async #replay(): Promise<void> {
    const { log, state: live } = this.service;
    const until = live.seq;
    this.#early = [];
    const { daySeq } = await log.last();
    const state = emptyHall();
    for await (const page of log.read(daySeq)) {
      for (const event of page) {
        if (event.seq > until) break;
        evolve(state, event);
        this.hear(event, state);
      }
      if ((page.at(-1)?.seq ?? until) >= until) break;
    }
    this.#heard = until;
    const early = this.#early;
    this.#early = null;
    this.#take(early);
  }

  #take(events: readonly Draft[]): void {
    if (this.#early !== null) {
      this.#early.push(...events);
      return;
    }
    for (const event of events) {
      // Published after it was read.
      if (event.seq <= this.#heard) continue;
      this.#heard = event.seq;
      this.hear(event, this.service.state);
    }
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
