import type {
  AdviceAnswer,
  AdviceView,
  AutomaticView,
  Expectation as ExpectationView,
} from '../common/contract/balance.ts';
import type { Assignment } from '../common/contract/commands.ts';
import { ADVICE_LIMITS, type Advice, type Expectation } from './balance/advise/advise.ts';
import { startOf } from './balance/simulate/start.ts';
import { crossingsOf } from './balance-crossings.ts';
import type { Knowledge } from './balance-knowledge.ts';
import { closesAt, isOpenDay, isOvercrowded, modelOf } from './balance-model.ts';
import { Outcomes } from './balance-outcomes.ts';
import type { BalanceThread } from './balance-thread.ts';
import type { HallState } from './hall/state.ts';
import type { Clock } from './ports.ts';
import type { HallService } from './service.ts';

const MINUTE_MS = 60_000;
/** By the hall's clock: advice and score every so often, advice also when a threshold is newly crossed … */
const ADVISE_EVERY_MS = 5 * MINUTE_MS;
/** … but then no sooner than this after the last. */
const ADVISE_AGAIN_MS = MINUTE_MS;
/** Applied advice that is kept, of one day. */
const MAX_APPLIED = 100;
/** Advice that is remembered so that it can be said that it is old: a day of it. */
const MAX_GIVEN = 400;
/** The guard rails of the automatic mode. */
const GUARD = {
  dwellMinutes: ADVICE_LIMITS.dwellMinutes,
  maxMovesPerHour: ADVICE_LIMITS.maxMoves,
  quietMinutes: 60,
} as const;
const HOUR_MS = 60 * MINUTE_MS;

export interface AdviserParts {
  service: HallService;
  thread: BalanceThread;
  clock: Clock;
  knowledge: () => Knowledge | null;
  onFault: (fault: unknown) => void;
}

/** The latest advice for a hall, what was applied, and what came of it. */
export class Adviser {
  readonly outcomes = new Outcomes();
  #latest: AdviceView | null = null;
  #applied: AdviceView[] = [];
  /** By id, all of today that are remembered. */
  #given = new Map<string, AdviceView>();
  /** By advice: what undid it, for who asks again. */
  #undoings = new Map<string, Assignment[]>();
  #reckoning = false;
  #advisedAt = Number.NEGATIVE_INFINITY;
  #scoredAt = Number.NEGATIVE_INFINITY;
  #crossed = '';
  #isAutomatic = false;
  #failed = false;
  #unsubscribe = (): void => undefined;

  constructor(private readonly parts: AdviserParts) {}

  start(): void {
    this.#unsubscribe = this.parts.service.subscribe((events) => {
      for (const event of events) {
        if (event.type === 'DayOpened') this.#forget();
        this.outcomes.hear(event, this.parts.service.state);
      }
    });
  }

  stop(): void {
    this.#unsubscribe();
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
    if (at - this.#scoredAt >= ADVISE_EVERY_MS) {
      this.outcomes.score(state, at);
      this.#scoredAt = at;
    }
    const crossed = crossingsOf(state, at)
      .map(({ kind, queue }) => `${kind} ${queue}`)
      .join();
    const since = at - this.#advisedAt;
    const isDue =
      since >= ADVISE_EVERY_MS || (since >= ADVISE_AGAIN_MS && crossed !== this.#crossed && crossed !== '');
    if (isDue && !this.#reckoning) {
      this.#crossed = crossed;
      await this.advise();
    }
  }

  /** Searches anew. Never rejects: that it failed is told with the next answer. */
  async advise(): Promise<void> {
    const { service, thread, knowledge, onFault } = this.parts;
    const { state } = service;
    const known = knowledge();
    if (this.#reckoning || known === null || !isOpenDay(state) || isOvercrowded(state)) return;
    this.#reckoning = true;
    const at = this.#now();
    this.#advisedAt = at;
    try {
      const model = modelOf(state, known, at);
      // Nobody is there to be given anything.
      if (model.plans.length === 0) return;
      const advice = await thread.advise(model, startOf(state, at), ADVICE_LIMITS);
      this.#failed = false;
      await this.#applyByItself(this.#take(viewOf(advice, state, at)));
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
      advice: this.#latest,
      applied: [...this.#applied],
      reckoning: this.#reckoning,
      crossings: crossingsOf(state, this.#now()),
      automatic: this.automatic,
    };
  }

  get automatic(): AutomaticView {
    return { on: this.#isAutomatic, ...GUARD };
  }

  setAutomatic(on: boolean): void {
    this.#isAutomatic = on;
  }

  /** Undefined when there was no such advice today. */
  find(id: string): AdviceView | undefined {
    return this.#given.get(id);
  }

  /** What has to be assigned so that the advice is followed. */
  assignmentsOf({ moves }: AdviceView): Assignment[] {
    const byWindow = new Map<string, Assignment>();
    for (const { window, queue, from, until } of moves) {
      const own = this.parts.service.state.windows.get(window)?.ownQueues ?? [];
      const before = byWindow.get(window);
      const queues = [...(before?.queues ?? own), queue];
      byWindow.set(window, { window, queues, from, ...(until === null ? {} : { until }) });
    }
    return [...byWindow.values()];
  }

  /**
   * What gives the windows that an advice still holds their own queues back.
   * @param again a retry: what did so the first time.
   */
  undoingOf(advice: string, again: boolean): Assignment[] {
    if (again) return this.#undoings.get(advice) ?? [];
    const windows = [...this.parts.service.state.windows.values()];
    return windows
      .filter(({ assignment }) => assignment?.advice === advice)
      .map(({ setup, ownQueues }) => ({ window: setup.id, queues: [...ownQueues] }));
  }

  /** It has been applied. */
  markApplied(advice: AdviceView, automatic: boolean): AdviceView {
    if (advice.state === 'applied') return advice;
    Object.assign(advice, { state: 'applied', appliedAt: this.parts.service.state.at, automatic });
    this.#applied.unshift(advice);
    this.#applied.length = Math.min(this.#applied.length, MAX_APPLIED);
    this.outcomes.applied(advice);
    return advice;
  }

  markUndone(advice: AdviceView, undoing: Assignment[]): AdviceView {
    this.#undoings.set(advice.id, undoing);
    return Object.assign(advice, { state: 'undone' });
  }

  #take(advice: AdviceView): AdviceView {
    if (this.#latest?.state === 'open') this.#latest.state = 'old';
    this.#latest = advice;
    this.#given.set(advice.id, advice);
    const oldest = this.#given.keys().next().value;
    if (this.#given.size > MAX_GIVEN && oldest !== undefined) this.#given.delete(oldest);
    return advice;
  }

  async #applyByItself(advice: AdviceView): Promise<void> {
    const { service } = this.parts;
    if (!this.#isAutomatic || !this.#mayMove(advice, service.state)) return;
    const outcome = await service.execute(
      { type: 'AssignWindows', assignments: this.assignmentsOf(advice), advice: advice.id },
      { commandId: `automatic-${advice.id}`, by: 'system', role: 'manager' },
    );
    if (outcome.ok) this.markApplied(advice, true);
  }

  #mayMove({ moves, at }: AdviceView, state: Readonly<HallState>): boolean {
    if (moves.length === 0 || !isOpenDay(state)) return false;
    if (closesAt(state) - at < GUARD.quietMinutes * MINUTE_MS) return false;
    const recent = this.#applied.filter(({ appliedAt }) => (appliedAt ?? 0) > at - HOUR_MS);
    const made = recent.reduce((sum, each) => sum + each.moves.length, 0);
    return made + moves.length <= GUARD.maxMovesPerHour;
  }

  #forget(): void {
    this.#latest = null;
    this.#applied = [];
    this.#given.clear();
    this.#undoings.clear();
    this.#advisedAt = Number.NEGATIVE_INFINITY;
    this.#crossed = '';
  }

  #now(): number {
    return Math.max(this.parts.clock.now(), this.parts.service.state.at);
  }
}

function viewOf({ nothing, moves, together }: Advice, { windows }: HallState, at: number): AdviceView {
  return {
    id: `a${Math.floor(at).toString(36)}`,
    at,
    nothing: expectationOf(nothing),
    moves: moves.flatMap(({ move: { window, queue, from, until }, effect, after }) => {
      const setup = windows.get(window)?.setup;
      // No window has standby hours yet, so nothing is advised to open.
      if (setup === undefined || queue === null) return [];
      const end = Number.isFinite(until) ? until : null;
      return [
        { ...{ window, number: setup.number, queue, from, until: end }, effect, after: expectationOf(after) },
      ];
    }),
    together,
    state: 'open',
    appliedAt: null,
    automatic: false,
  };
}

function expectationOf({ meanWait, queues }: Expectation): ExpectationView {
  return { meanWait, queues: Object.fromEntries(queues) };
}
