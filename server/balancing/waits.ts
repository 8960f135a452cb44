import { knownOfALine, startOf } from '../balance/simulate/start.ts';
import { withTheRest } from '../balance/wait/beyond.ts';
import type { Clock } from '../ports.ts';
import type { HallService } from '../service/service.ts';
import type { Waits } from './expected-waits.ts';
import type { Knowledge } from './knowledge.ts';
import { isOpenDay, isShut, modelOf } from './model.ts';
import type { BalanceThread } from './thread.ts';

/** Once a second at the most, and only when something has happened … */
const LOOK_EVERY_MS = 1000;
/** … or so much time has passed, as waits shrink by themselves. */
const RECKON_AFTER_MS = 15_000;
/** A thread that takes longer than this over them is stuck: what it said before is no longer true. */
const TRUE_FOR_MS = 60_000;

export interface WaitParts {
  service: HallService;
  waits: Waits;
  thread: BalanceThread;
  clock: Clock;
  knowledge: () => Knowledge | null;
  onFault: (fault: unknown) => void;
}

/** Keeps the expected waits up to date, all of a hall's at once. */
export class WaitReckoner {
  #timer: NodeJS.Timeout | null = null;
  #reckoning = false;
  /** More wait than are simulated: the figures are coarse, and made less often. */
  #isCrowded = false;
  #seq = -1;
  #reckonedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: WaitParts) {}

  start(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** Reckons if there is anything new. */
  async look(): Promise<void> {
    const { state } = this.parts.service;
    const ageMs = performance.now() - this.#reckonedAt;
    if (this.#reckoning && ageMs >= TRUE_FOR_MS) this.parts.waits.forget();
    const isNew = (state.seq !== this.#seq && !this.#isCrowded) || ageMs >= RECKON_AFTER_MS;
    const known = this.parts.knowledge();
    if (this.#reckoning || !isNew || known === null) return;
    this.#reckoning = true;
    this.#seq = state.seq;
    this.#reckonedAt = performance.now();
    try {
      await this.#reckon(known);
    } catch (fault) {
      this.parts.waits.forget();
      this.parts.onFault(fault);
    } finally {
      this.#reckoning = false;
    }
  }

  async #reckon(known: Knowledge): Promise<void> {
    const { service, waits, thread, clock } = this.parts;
    const { state } = service;
    if (!isOpenDay(state) || isShut(state)) return waits.forget();
    const at = Math.max(clock.now(), state.at);
    const model = modelOf(state, known, at);
    const shown = knownOfALine(state);
    const found = await thread.waits(model, startOf(state, at));
    this.#isCrowded = shown !== Number.POSITIVE_INFINITY;
    waits.put(withTheRest(found, service.state, shown), (ticket) => service.state.tickets.get(ticket)?.queue);
  }
}
