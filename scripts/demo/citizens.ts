import PQueue from 'p-queue';
import type { Command } from '../../common/contract/commands.ts';
import type { TicketView } from '../../common/contract/views.ts';
import { randomOf } from '../../server/demo/random.ts';
import type { Desk } from './desk.ts';
import type { Ledger } from './ledger.ts';
import type { Pace } from './pace.ts';
import type { Phones } from './phones.ts';
import { type Citizen, strangerFor } from './plan.ts';

/** Requests under way at once; who comes while so many are waits behind them. */
const MAX_REQUESTS = 32;

/** A number somebody of the plan holds. */
export interface Held {
  citizen: Citizen;
  id: string;
  number: string;
  secret: string;
  /** Still in line, as far as the player has been told. */
  isWaiting: boolean;
}

/** The people of the plan: they come, take numbers, look at their phones, and some give up. */
export class Citizens {
  readonly held = new Map<string, Held>();
  /** Tickets that came to a window and nobody of the plan holds. */
  readonly strangers = new Set<string>();
  /** The longest an arrival came after its minute, in real milliseconds: how well the player keeps up. */
  latestMs = 0;
  #requests = new PQueue({ concurrency: MAX_REQUESTS });
  #underWay = new Set<Promise<void>>();
  /** Clerks who wait to see whose ticket they were given. */
  #awaited = new Map<string, () => void>();
  #afterwards = new Set<Promise<void>>();
  #random: () => number;

  constructor(
    private readonly desk: Desk,
    private readonly pace: Pace,
    private readonly ledger: Ledger,
    private readonly phones: Phones,
    seed: number,
  ) {
    this.#random = randomOf(seed + 1);
  }

  get waiting(): number {
    let waiting = this.#requests.size + this.#requests.pending;
    for (const { isWaiting } of this.held.values()) if (isWaiting) waiting++;
    return waiting;
  }

  /** Resolves when the last of the plan has a number, or the day was broken off. */
  async come(plan: readonly Citizen[]): Promise<void> {
    for (const citizen of plan) {
      await this.pace.until(citizen.minute);
      if (this.pace.isStopped) break;
      const lateMs = ((this.pace.minute - citizen.minute) * 60_000) / this.pace.speed;
      this.latestMs = Math.max(this.latestMs, lateMs);
      void this.#requests.add(() => this.#request(citizen));
    }
    await this.#requests.onIdle();
  }

  /** Those who meant to give their number back have done so, or been called first. */
  async goHome(): Promise<void> {
    await Promise.all(this.#afterwards);
  }

  /** Who holds the ticket that was called; its number may still be on its way to the citizen. */
  async whoHas({ id, queue }: Pick<TicketView, 'id' | 'queue'>): Promise<Citizen> {
    if (!this.held.has(id)) await this.#arrival(id);
    const held = this.held.get(id);
    if (held === undefined) {
      this.strangers.add(id);
      return strangerFor(queue, this.#random);
    }
    held.isWaiting = false;
    return held.citizen;
  }

  /** Resolves when the ticket is in a citizen's hands, or none of the requests under way brought it. */
  async #arrival(id: string): Promise<void> {
    const arrived = new Promise<void>((resolve) => {
      this.#awaited.set(id, resolve);
    });
    await Promise.race([arrived, Promise.all(this.#underWay)]);
    this.#awaited.delete(id);
  }

  async #request(citizen: Citizen): Promise<void> {
    const taking = this.#take(citizen);
    this.#underWay.add(taking);
    await taking;
    this.#underWay.delete(taking);
  }

  async #take(citizen: Citizen): Promise<void> {
    const commandId = this.ledger.newCommandId();
    const answer = await this.desk.issue(wishOf(citizen), commandId);
    if (!answer.ok || answer.ticket === undefined) return;
    const { id, number } = answer.ticket;
    const held = { citizen, id, number, secret: answer.secret ?? '', isWaiting: true };
    this.held.set(id, held);
    this.#awaited.get(id)?.();
    if (citizen.follows) this.phones.follow(id, held.secret);
    if (citizen.cancelsAfterMinutes === null) return;
    const work = this.#cancelLater(held, citizen.cancelsAfterMinutes);
    this.#afterwards.add(work);
  }

  async #cancelLater(held: Held, minutes: number): Promise<void> {
    await this.pace.rest(minutes);
    if (this.pace.isStopped || !held.isWaiting) return;
    const answer = await this.desk.cancel(held.id, held.secret, this.ledger.newCommandId());
    if (answer.ok) held.isWaiting = false;
  }
}

function wishOf(citizen: Citizen): Extract<Command, { type: 'IssueTicket' }> {
  const { queue, matter, category, locale, source } = citizen;
  return {
    type: 'IssueTicket',
    ...(matter === null ? { queue } : { matter }),
    ...(category === null ? {} : { category }),
    locale,
    source,
    print: source !== 'phone',
    ground: 'declared',
    kind: 'walkin',
    further: [],
  };
}
