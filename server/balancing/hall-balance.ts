import type {
  BalanceSetup,
  PredictionsAnswer,
  SeasonAnswer,
  Simulate,
  SimulateAnswer,
  TomorrowAnswer,
} from '../../common/contract/balance.ts';
import type { Model, WindowPlan } from '../balance/model.ts';
import { rosterHead, rosterRows } from '../balance/season/roster.ts';
import { startOf } from '../balance/simulate/start.ts';
import { targetMinutes } from '../hall/rule.ts';
import type { Clock, Shelf } from '../ports.ts';
import type { HallService } from '../service/service.ts';
import { Adviser } from './adviser.ts';
import { DayFollower } from './day-follower.ts';
import { DaysAhead } from './days-ahead.ts';
import type { Waits } from './expected-waits.ts';
import { historyBefore, type Knowledge, knowledgeOf } from './knowledge.ts';
import { isOpenDay, modelOf, type OpenState } from './model.ts';
import { Predictions } from './predictions.ts';
import { type BalanceThread, BalanceUnavailable } from './thread.ts';
import { shiftsOn, type Timetable } from './timetable.ts';
import { WaitReckoner } from './waits.ts';

const LOOK_EVERY_MS = 1000;

export interface BalanceParts {
  service: HallService;
  timetable: Timetable;
  waits: Waits;
  clock: Clock;
  /** Where what was reckoned of the days ahead lies for every node. */
  shelf: Shelf;
  /** Expected waits each second in one thread, what takes seconds in another, and what takes longer in a third. */
  waitThread: BalanceThread;
  planThread: BalanceThread;
  seasonThread: BalanceThread;
  onFault: (fault: unknown) => void;
}

/** All that is expected of one hall, and advised: kept up to date beside it, and never in its way. */
export class HallBalance {
  readonly adviser: Adviser;
  readonly #follower: DayFollower;
  readonly #ahead: DaysAhead;
  readonly #reckoner: WaitReckoner;
  readonly #predictions = new Predictions();
  #knowledge: Knowledge | null = null;
  /** The day it was learned for, or is being. */
  #knownFor: string | null = null;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;
  #unsubscribe = (): void => undefined;
  /** Learning for it: whoever asks meanwhile waits for the same. */
  #learning: Promise<void> = Promise.resolve();

  constructor(private readonly parts: BalanceParts) {
    const { service, clock, waits, waitThread, planThread, seasonThread } = parts;
    const shared = {
      service,
      clock,
      onFault: (fault: unknown) => this.#report(fault),
      knowledge: () => this.#knowledge,
    };
    this.adviser = new Adviser({ ...shared, thread: planThread, shelf: parts.shelf });
    this.#follower = new DayFollower(
      service,
      (event, state) => this.adviser.hear(event, state),
      shared.onFault,
    );
    this.#ahead = new DaysAhead({ ...shared, thread: seasonThread, shelf: parts.shelf });
    this.#reckoner = new WaitReckoner({ ...shared, waits, thread: waitThread });
  }

  start(): void {
    const { service, waits } = this.parts;
    this.#unsubscribe = service.subscribe((events) => {
      for (const event of events) this.#predictions.hear(event, (queue) => waits.expectedOfQueue(queue));
    });
    this.#reckoner.start();
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#unsubscribe();
    this.#reckoner.stop();
    this.#follower.stop();
  }

  /** Learns from the log when the day is another, then looks whether advice is due. */
  async look(): Promise<void> {
    await this.#learn();
    try {
      await this.#follower.start();
    } catch (fault) {
      // Looked at again with the next look.
      return this.#report(fault);
    }
    await this.adviser.look();
  }

  /** Resolves when what the log says up to here is in what is told of applied advice. */
  reach(seq: number): Promise<void> {
    return this.#follower.reach(seq);
  }

  /** Brings the expected waits up to date, if anything is new. */
  reckonWaits(): Promise<void> {
    return this.#reckoner.look();
  }

  predictions(): PredictionsAnswer {
    return this.#predictions.figures();
  }

  setup(): BalanceSetup {
    const { setup, windows, day, startsAt } = this.#open();
    const { timetable } = this.parts;
    return {
      windows: [...windows.values()].map(({ setup: { id, number, zone, qualified }, ownQueues }) => ({
        ...{ id, number, zone, queues: [...ownQueues], shifts: shiftsOn(timetable, id, day, startsAt) },
        qualified: [...new Set([...ownQueues, ...(qualified ?? [])])],
      })),
      queues: setup.queues.map((queue) => ({
        id: queue.id,
        name: queue.name,
        targetMinutes: targetMinutes(setup, queue, null),
      })),
    };
  }

  /** @throws BalanceUnavailable when the thread can not say. */
  async simulate(sheet: Simulate): Promise<SimulateAnswer> {
    const state = this.#open();
    const at = Math.max(this.parts.clock.now(), state.at);
    const model = modelOf(state, this.#known(), at);
    const changed = changedBy(sheet, model, state, at);
    return this.parts.planThread.simulate(model, changed, startOf(state, at));
  }

  /** The same all day, on every node. @throws BalanceUnavailable */
  season(): Promise<SeasonAnswer> {
    return this.#ahead.season(this.#open(), this.#known());
  }

  /** The next open day, what is advised for it, and whether that is planned. @throws BalanceUnavailable */
  async tomorrow(): Promise<TomorrowAnswer> {
    const reckoned = await this.#ahead.tomorrow(this.#open(), this.#known());
    const { planned } = this.parts.service.state;
    if (planned?.promise === undefined || planned.advice === undefined || planned.day !== reckoned.day)
      return reckoned;
    const { advice: id, promise } = planned;
    return { ...reckoned, advice: { ...promise, id, state: 'applied', appliedAt: null, automatic: false } };
  }

  /**
   * Reckons beforehand what is asked of the days ahead, once the log has been learned from.
   * @throws BalanceUnavailable also between two days
   */
  async prepare(): Promise<void> {
    try {
      this.#open();
      await this.#learn();
      await Promise.all([this.season(), this.tomorrow()]);
    } catch (fault) {
      // A server that stops leaves it to whoever asks.
      if (!this.#stopped) throw fault;
    }
  }

  /** Lines of a table for the duty roster, the heading first: what a spreadsheet opens. */
  async roster(): Promise<string[]> {
    const { days } = await this.season();
    return [rosterHead(days), ...rosterRows(days)].map((row) => row.join(','));
  }

  /** A server that stops ends its threads, whatever they were at: that is no fault. */
  #report(fault: unknown): void {
    if (!this.#stopped) this.parts.onFault(fault);
  }

  #learn(): Promise<void> {
    const { state } = this.parts.service;
    if (isOpenDay(state) && this.#knownFor !== state.day) {
      this.#knownFor = state.day;
      this.#learning = this.#learnFor(state);
    }
    return this.#learning;
  }

  async #learnFor({ day, setup }: OpenState): Promise<void> {
    const { service, timetable } = this.parts;
    // What is known without the log serves until the log has been read.
    this.#knowledge ??= knowledgeOf(setup, [], day, timetable);
    try {
      const histories = await historyBefore(service.log, day);
      this.#knowledge = knowledgeOf(setup, histories, day, timetable);
    } catch (fault) {
      this.#report(fault);
    }
  }

  #open(): OpenState {
    const { state } = this.parts.service;
    if (!isOpenDay(state)) throw new BalanceUnavailable('no day is open');
    return state;
  }

  #known(): Knowledge {
    if (this.#knowledge === null) throw new BalanceUnavailable('nothing has been learned yet');
    return this.#knowledge;
  }
}

/** The model with the sheet's changes; a window the sheet opens is open though it is not now. */
function changedBy({ windows, targets }: Simulate, model: Model, { setup }: OpenState, at: number): Model {
  const queues = setup.queues.map((queue) => {
    const target = targets[queue.id];
    return target === undefined ? queue : { ...queue, targetMinutes: target };
  });
  let plans: WindowPlan[] = [...model.plans];
  for (const { window, queues: wanted, open } of windows) {
    const setupOf = setup.windows.find(({ id }) => id === window);
    if (setupOf === undefined) continue;
    const before = plans.find((plan) => plan.window === window);
    const own = wanted ?? before?.open[0]?.queues ?? setupOf.queues;
    const spans = open ?? before?.open ?? [];
    const plan: WindowPlan = {
      ...{ window, qualified: [], standby: [] },
      open: spans
        .map(({ from, until }) => ({ from: Math.max(from, at), until, queues: own }))
        .filter(({ from, until }) => from < until),
    };
    plans = [...plans.filter((each) => each !== before), plan];
  }
  return { ...model, setup: { ...setup, queues }, plans };
}
