import { isDeepStrictEqual } from 'node:util';
import { Connection } from '../../common/connection.ts';
import type { Command } from '../../common/contract/commands.ts';
import type { CommandAnswer } from '../../common/contract/socket.ts';
import type { TicketView } from '../../common/contract/views.ts';
import { type Random, randomOf } from '../../server/demo/random.ts';
import type { Span } from '../../server/demo/scenarios.ts';
import type { Citizens } from './citizens.ts';
import type { Ledger } from './ledger.ts';
import type { Pace } from './pace.ts';
import type { Shift } from './shift.ts';

/** How long a clerk waits for a called citizen before calling again, and before giving up. */
const PATIENCE_MINUTES = 20 / 60;
const RECALLS = 2;
/** Clerks sit down one after the other, not in the same millisecond. */
const SETTLING_MINUTES = 20 / 60;
const DOUBLE_PRESS_SHARE = 0.01;
/** After a refusal nobody expects, so that a clerk never hammers. */
const PUZZLED_MINUTES = 0.5;
/** For the patch that brings a ticket the server says is here already. */
const PATCH_WITHIN_MINUTES = 3;

export interface Duty {
  url: string;
  hall: string;
  window: string;
  /** When the window is shut, minutes from opening. */
  closures: readonly Span[];
  seed: number;
}

/** A clerk at a window, through the counter's own connection. */
export class Clerk {
  #connection: Connection<'counter'>;
  #random: Random;
  /** The last ticket that left this window: its patch may come after the answer. */
  #gone = '';
  #wake = (): void => undefined;

  constructor(
    private readonly duty: Duty,
    private readonly pace: Pace,
    private readonly shift: Shift,
    private readonly citizens: Citizens,
    private readonly ledger: Ledger,
  ) {
    const { url, hall, window } = duty;
    this.#random = randomOf(duty.seed);
    this.#connection = new Connection<'counter'>(
      { hall, audience: 'counter', window },
      () => this.#wake(),
      url,
    );
    shift.onEnd(() => this.#wake());
    pace.onStop(() => this.#wake());
  }

  get isLive(): boolean {
    return this.#connection.state.status === 'live';
  }

  close(): void {
    this.#connection.close();
  }

  /** The whole day: open, call, serve, eat, close. */
  async work(): Promise<void> {
    await this.pace.until(this.#random() * SETTLING_MINUTES);
    await this.#sitDown();
    while (!this.pace.isStopped) {
      const { minute } = this.pace;
      const closure = this.duty.closures.find(({ from, until }) => from <= minute && minute < until);
      if (closure !== undefined) await this.#leave(closure);
      else if (!this.shift.isOver) await this.#serve(await this.#next());
      else if (await this.#endShift()) return;
    }
  }

  async #sitDown(): Promise<void> {
    const { window } = this.duty;
    const status = this.#connection.state.view?.window.status;
    if (status === 'closed') await this.#send({ type: 'OpenWindow', window });
    if (status === 'paused') await this.#send({ type: 'ReopenWindow', window });
  }

  async #leave({ until }: Span): Promise<void> {
    const { window } = this.duty;
    const paused = await this.#send({ type: 'PauseWindow', window, reason: 'meal' });
    if (!paused.ok) return this.#serve(await this.#ticketBy(this.pace.minute + PATCH_WITHIN_MINUTES));
    await this.pace.until(until + this.#random() * SETTLING_MINUTES);
    if (!this.pace.isStopped) await this.#send({ type: 'ReopenWindow', window });
  }

  /** @returns false when a ticket had come in the meantime and was served first. */
  async #endShift(): Promise<boolean> {
    const closed = await this.#send({ type: 'CloseWindow', window: this.duty.window });
    if (!closed.ok) await this.#serve(await this.#ticketBy(this.pace.minute + PATCH_WITHIN_MINUTES));
    return closed.ok;
  }

  /** The next ticket, at once or when one is pushed; null when lunch or the end of the shift comes first. */
  async #next(): Promise<TicketView | null> {
    const { minute } = this.pace;
    const lunch = this.duty.closures.find(({ from }) => from > minute)?.from ?? Number.POSITIVE_INFINITY;
    const answer = await this.#send({ type: 'CallNext', window: this.duty.window, ready: true });
    if (answer.ok) return answer.ticket ?? this.#ticketBy(lunch, this.shift);
    if (answer.rejection.code === 'WINDOW_BUSY') return this.#ticketBy(lunch, this.shift);
    await this.pace.rest(PUZZLED_MINUTES);
    return null;
  }

  /** The ticket that the counter's view shows by that minute; null when it shows none. */
  async #ticketBy(minute: number, shift?: Shift): Promise<TicketView | null> {
    const cancel = Number.isFinite(minute) ? this.pace.alarm(minute, () => this.#wake()) : null;
    try {
      while (!this.pace.isStopped) {
        const ticket = this.#connection.state.view?.ticket ?? null;
        if (ticket !== null && ticket.id !== this.#gone) return ticket;
        if (this.pace.minute >= minute || shift?.isOver === true) return null;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      return null;
    } finally {
      cancel?.();
    }
  }

  /** Walk and service count from the hall's own instants: an answer that is late makes nobody slower. */
  async #serve(ticket: TicketView | null): Promise<void> {
    if (ticket === null) return;
    const citizen = await this.citizens.whoHas(ticket);
    const at = { window: this.duty.window, ticket: ticket.id };
    let { startedAt } = ticket;
    if (ticket.state === 'called') {
      if (!citizen.comes) return this.#giveUp(at);
      await this.pace.until(this.#minuteOf(ticket.calledAt) + citizen.walkMinutes);
      if (this.pace.isStopped) return;
      const started = await this.#send({ type: 'StartService', ...at });
      startedAt = started.ok ? (started.ticket?.startedAt ?? null) : null;
    }
    await this.pace.until(this.#minuteOf(startedAt) + citizen.serviceMinutes);
    if (!this.pace.isStopped) await this.#part({ type: 'FinishService', ...at });
  }

  #minuteOf(instant: number | null): number {
    return instant === null ? this.pace.minute : this.pace.minuteOf(instant);
  }

  async #giveUp(at: { window: string; ticket: string }): Promise<void> {
    for (let recalls = 0; recalls <= RECALLS; recalls++) {
      if (recalls > 0) await this.#send({ type: 'Recall', ...at });
      await this.pace.rest(PATIENCE_MINUTES);
      if (this.pace.isStopped) return;
    }
    await this.#part({ type: 'MissTicket', ...at });
  }

  async #part(command: Extract<Command, { type: 'FinishService' | 'MissTicket' }>): Promise<void> {
    const answer = await this.#send(command);
    if (answer.ok) this.#gone = command.ticket ?? '';
    else await this.pace.rest(PUZZLED_MINUTES);
  }

  /** Some press twice: the second press carries the same id and must be answered the same. */
  async #send(command: Command): Promise<CommandAnswer> {
    const commandId = this.ledger.newCommandId();
    const presses = this.#random() < DOUBLE_PRESS_SHARE ? 2 : 1;
    const answers = await Promise.all(
      Array.from({ length: presses }, () => this.#connection.command(command, commandId)),
    );
    const [answer, again = answer] = answers;
    if (answer === undefined) throw new Error('a command that was sent has an answer');
    if (!isDeepStrictEqual(answer, again)) this.ledger.fault(`${command.type} pressed twice, answered twice`);
    this.ledger.record(commandId, command, answer);
    return answer;
  }
}
