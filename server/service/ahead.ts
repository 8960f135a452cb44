import type { Setup } from '../../common/contract/config.ts';
import type { HallCommand } from '../hall/commands.ts';
import type { Draft } from '../hall/events.ts';
import { evolve } from '../hall/evolve/evolve.ts';
import { cloneHall, emptyHall, type HallState } from '../hall/state.ts';
import type { Clock } from '../ports.ts';
import { bookableDays } from './calendar.ts';
import { DayReader } from './day.ts';
import { decide, type Pending } from './pending.ts';

/** The commands of a hall that wait to be written, and the hall as those decided will have made it. */
export class Ahead {
  #hall = emptyHall();
  #next: Pending[] = [];
  #days: DayReader;
  /** Others have gone on where this hall was ahead of them: it is not what the log will make of it. */
  #isAstray = false;

  constructor(
    private readonly setup: Setup,
    private readonly clock: Clock,
  ) {
    this.#days = new DayReader(setup.timeZone);
  }

  get seq(): number {
    return this.#hall.seq;
  }

  get isEmpty(): boolean {
    return this.#next.length === 0;
  }

  /** Time in a log never goes back. */
  now(): number {
    return Math.max(this.clock.now(), this.#hall.at);
  }

  /** Closes a day that is over and opens the one that has begun, each as a command of the clock's. */
  turnDay(at: number): void {
    const { day, startsAt } = this.#days.at(at);
    if (this.#hall.day === day || (this.#hall.lastDay ?? '') >= day) return;
    const { setup } = this;
    const { horizonWorkingDays, closed } = setup.bookings;
    const bookable = bookableDays(day, startsAt, setup.timeZone, horizonWorkingDays, closed);
    if (this.#hall.day !== null) this.#addOwn({ type: 'CloseDay' }, `close-${this.#hall.day}`, at);
    this.#addOwn({ type: 'OpenDay', day, startsAt, setup, bookable }, `open-${day}`, at);
  }

  /** A command that has come and is decided later. */
  add(pending: Pending): void {
    this.#next.push(pending);
  }

  /** A command that has come and is decided at once, on whichever day that is. */
  decide(pending: Pending): void {
    const at = this.now();
    this.turnDay(at);
    decide(this.#hall, pending, at);
    this.#next.push(pending);
  }

  /** Everything upon the hall as it is now; the day first, should it have turned meanwhile. */
  decideAgain(batch: readonly Pending[]): Pending[] {
    const at = this.now();
    this.turnDay(at);
    const asked = batch.filter(({ command }) => command.type !== 'OpenDay' && command.type !== 'CloseDay');
    for (const each of asked) decide(this.#hall, each, at);
    return [...this.take(), ...asked];
  }

  /** What is to come before all that has come since. */
  putBack(batch: readonly Pending[]): void {
    this.#next.unshift(...batch);
  }

  /** All that waits. */
  take(): Pending[] {
    const batch = this.#next;
    this.#next = [];
    return batch;
  }

  /** What others have appended. Where commands are decided and not yet written, it does not fit. */
  follow(event: Draft): void {
    this.#isAstray ||= this.#hall.seq !== event.seq - 1;
    if (!this.#isAstray) evolve(this.#hall, event);
  }

  /** Takes back what was decided and is not yet written, if there is any. */
  realign(durable: Readonly<HallState>): void {
    if (this.#hall.seq !== durable.seq) this.startFrom(durable);
  }

  /** Others have been followed as far as they have gone. */
  followed(durable: Readonly<HallState>): void {
    if (this.#isAstray) this.startFrom(durable);
  }

  startFrom(durable: Readonly<HallState>): void {
    this.#hall = cloneHall(durable);
    this.#isAstray = false;
  }

  #addOwn(command: HallCommand, commandId: string, at: number): void {
    const answer = (): void => {
      // The clock waits for no answer.
    };
    const request = { purpose: command.type, hash: null };
    const own = {
      commandId,
      by: 'system',
      role: null,
      command,
      request,
      answer,
      drafts: [],
      rejection: null,
    };
    // Always at once: what is decided behind it belongs to the new day.
    decide(this.#hall, own, at);
    this.#next.push(own);
  }
}
