import * as z from 'zod';
import { type AdviceAnswer, AdviceView, type AutomaticView } from '../../common/contract/balance.ts';
import type { Assignment } from '../../common/contract/commands.ts';
import { ADVICE_LIMITS } from '../balance/advise/advise.ts';
import { startOf } from '../balance/simulate/start.ts';
import type { Draft } from '../hall/events.ts';
import type { HallState } from '../hall/state.ts';
import type { Clock, Shelf } from '../ports.ts';
import type { HallService } from '../service/service.ts';
import { adviceView, advisedBy, assignmentsOf } from './advice-view.ts';
import { crossingsOf } from './crossings.ts';
import type { Knowledge } from './knowledge.ts';
import { closesAt, isOpenDay, isShut, modelOf, type OpenState } from './model.ts';
import { Outcomes } from './outcomes.ts';
import type { BalanceThread } from './thread.ts';

const MINUTE_MS = 60_000;
/** By the hall's clock: advice every so often, also when a threshold is newly crossed … */
const ADVISE_EVERY_MS = 5 * MINUTE_MS;
/** … but then no sooner than this after the last. */
const ADVISE_AGAIN_MS = MINUTE_MS;
/** Advice that is remembered so that it can be said that it is old: a day of it. */
const MAX_GIVEN = 400;
/** The guard rails of the automatic mode. */
const GUARD = {
  dwellMinutes: ADVICE_LIMITS.dwellMinutes,
  maxMovesPerHour: ADVICE_LIMITS.maxMoves,
  quietMinutes: 60,
} as const;
const HOUR_MS = 60 * MINUTE_MS;

/** The latest advice, for all nodes; by its name on the hall's shelf. */
const SHELVED = 'advice';
/** Who takes it from there leaves the next to the node that found it, unless that is late by so much. */
const COURTESY_MS = 20_000;
const Shelved = z.object({ day: z.string(), advice: AdviceView });

export interface AdviserParts {
  service: HallService;
  thread: BalanceThread;
  shelf: Shelf;
  clock: Clock;
  knowledge: () => Knowledge | null;
  onFault: (fault: unknown) => void;
}

/** The latest advice for a hall; what was applied and what came of it is the log's to say. */
export class Adviser {
  readonly outcomes = new Outcomes();
  #latest: AdviceView | null = null;
  /** By id, all of today that are remembered. */
  #given = new Map<string, AdviceView>();
  #reckoning = false;
  #advisedAt = Number.NEGATIVE_INFINITY;
  /** The latest is another node's. */
  #isTaken = false;
  #crossed = '';
  #failed = false;

  constructor(private readonly parts: AdviserParts) {}

  /** What the day's log says, from its first event on. */
  hear(event: Draft, state: Readonly<HallState>): void {
    if (event.type === 'DayOpened') this.#forget();
    this.outcomes.hear(event, state);
  }

  /** The last attempt failed: what there is may be old. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Does what the time, or a threshold newly crossed, asks for. */
  async look(): Promise<void> {
    const { service, knowledge } = this.parts;
    const { state } = service;
    const at = this.#now();
    const known = knowledge();
    if (known === null || !isOpenDay(state)) return;
    this.outcomes.score(state, at);
    const crossed = crossingsOf(state, at)
      .map(({ kind, queue }) => `${kind} ${queue}`)
      .join();
    if (this.#reckoning || !this.#isDue(at, crossed)) return;
    await this.refresh();
    if (!this.#isDue(at, crossed)) return;
    this.#crossed = crossed;
    await this.advise();
  }

  #isDue(at: number, crossed: string): boolean {
    const since = at - this.#advisedAt - (this.#isTaken ? COURTESY_MS * this.parts.clock.speed : 0);
    const isNew = crossed !== this.#crossed && crossed !== '';
    return since >= ADVISE_EVERY_MS || (since >= ADVISE_AGAIN_MS && isNew);
  }

  /** Takes what another node has found since, so that all tell the same. Never rejects. */
  async refresh(): Promise<void> {
    const { service, shelf, onFault } = this.parts;
    const { state } = service;
    if (!isOpenDay(state)) return;
    try {
      const text = await shelf.get(state.setup.id, SHELVED);
      const found = text === null ? null : Shelved.parse(JSON.parse(text));
      if (found?.day !== state.day || found.advice.at <= (this.#latest?.at ?? Number.NEGATIVE_INFINITY))
        return;
      this.#take(found.advice);
      this.#advisedAt = Math.max(this.#advisedAt, found.advice.at);
      this.#isTaken = true;
    } catch (fault) {
      onFault(fault);
    }
  }

  async #share(advice: AdviceView, { setup, day }: OpenState): Promise<void> {
    this.#isTaken = false;
    try {
      await this.parts.shelf.put(setup.id, SHELVED, JSON.stringify({ day, advice }));
    } catch (fault) {
      this.parts.onFault(fault);
    }
  }

  /** Searches anew. Never rejects: that it failed is told with the next answer. */
  async advise(): Promise<void> {
    const { service, thread, knowledge, onFault } = this.parts;
    const { state } = service;
    const known = knowledge();
    if (this.#reckoning || known === null || !isOpenDay(state)) return;
    this.#reckoning = true;
    const at = this.#now();
    this.#advisedAt = at;
    try {
      const model = modelOf(state, known, at);
      // Nobody is there to be given anything: before the first window opens, what is planned for the day holds.
      if (isShut(state) || model.plans.length === 0) return;
      const advice = await thread.advise(model, startOf(state, at), ADVICE_LIMITS);
      this.#failed = false;
      const view = this.#take(adviceView(advice, state, 'a', at));
      await this.#share(view, state);
      await this.#applyByItself(view);
    } catch (fault) {
      this.#failed = true;
      onFault(fault);
    } finally {
      this.#reckoning = false;
    }
  }

  answer(): AdviceAnswer {
    const { state } = this.parts.service;
    return {
      advice: this.#latest === null ? null : (this.find(this.#latest.id) ?? null),
      applied: this.outcomes.applied(),
      reckoning: this.#reckoning,
      crossings: crossingsOf(state, this.#now()),
      automatic: this.automatic,
    };
  }

  get automatic(): AutomaticView {
    const { automatic } = this.parts.service.state;
    if (automatic === null) return { on: false, switched: null, ...GUARD };
    const { on, ...switched } = automatic;
    return { on, switched, ...GUARD };
  }

  /** Undefined when there was no such advice today. */
  find(id: string): AdviceView | undefined {
    return this.outcomes.find(id) ?? this.#given.get(id);
  }

  /** What has to be assigned so that the advice is followed. */
  assignmentsOf(advice: AdviceView): Assignment[] {
    return assignmentsOf(advice, this.parts.service.state);
  }

  /** What goes into the log with the assignments that follow an advice. */
  advised(advice: AdviceView): ReturnType<typeof advisedBy> {
    return advisedBy(advice);
  }

  /**
   * What gives the windows that an advice still holds their own queues back; what the command did the first time
   * where it comes again.
   */
  undoingOf(advice: string, commandId: string): Assignment[] {
    const before = this.outcomes.undoneBy(advice, commandId);
    if (before !== undefined) return before;
    const windows = [...this.parts.service.state.windows.values()];
    return windows
      .filter(({ assignment }) => assignment?.advice === advice)
      .map(({ setup, ownQueues }) => ({ window: setup.id, queues: [...ownQueues] }));
  }

  #take(advice: AdviceView): AdviceView {
    if (this.#latest?.state === 'open') this.#latest.state = 'old';
    this.#latest = advice;
    this.#given.set(advice.id, advice);
    const oldest = this.#given.keys().next().value;
    if (this.#given.size > MAX_GIVEN && oldest !== undefined) this.#given.delete(oldest);
    return advice;
  }

  /** Once in each stretch of time, however many nodes would: the command's id is the same on all of them. */
  async #applyByItself(advice: AdviceView): Promise<void> {
    const { service } = this.parts;
    const { state } = service;
    if (state.automatic?.on !== true || !isOpenDay(state) || !this.#mayMove(advice, state)) return;
    const slot = Math.floor((advice.at - state.startsAt) / ADVISE_EVERY_MS);
    await service.execute(
      {
        ...{ type: 'AssignWindows', assignments: this.assignmentsOf(advice) },
        ...this.advised(advice),
      },
      {
        commandId: `automatic.${state.setup.id}.${state.day.replaceAll('-', '')}.${slot}`,
        ...{ by: 'system', role: 'manager' },
      },
    );
  }

  #mayMove({ moves, at }: AdviceView, state: OpenState): boolean {
    // Somebody, or another node, was faster: the advice is of a hall that is another now.
    if (moves.length === 0 || this.outcomes.assignedAt > at) return false;
    // Before the end of a window's last shift the dwell keeps it as it is.
    if (closesAt(state) - at < GUARD.quietMinutes * MINUTE_MS) return false;
    const recent = this.outcomes.applied().filter(({ appliedAt }) => (appliedAt ?? 0) > at - HOUR_MS);
    const made = recent.reduce((sum, each) => sum + each.moves.length, 0);
    return made + moves.length <= GUARD.maxMovesPerHour;
  }

  #forget(): void {
    this.#latest = null;
    this.#given.clear();
    this.#advisedAt = Number.NEGATIVE_INFINITY;
    this.#crossed = '';
    this.#isTaken = false;
  }

  #now(): number {
    return Math.max(this.parts.clock.now(), this.parts.service.state.at);
  }
}
