import type {
  BalanceSetup,
  PredictionsAnswer,
  SeasonAnswer,
  Simulate,
  SimulateAnswer,
} from '../common/contract/balance.ts';
import type { Setup } from '../common/contract/config.ts';
import type { Model, WindowPlan } from './balance/model.ts';
import { rosterHead, rosterRows } from './balance/season/roster.ts';
import type { SeasonDay } from './balance/season/season.ts';
import { startOf } from './balance/simulate/start.ts';
import { Adviser } from './balance-adviser.ts';
import { historyBefore, hoursOf, type Knowledge, knowledgeOf } from './balance-knowledge.ts';
import { isOpenDay, modelOf, type OpenState } from './balance-model.ts';
import { Predictions } from './balance-predictions.ts';
import { type BalanceThread, BalanceUnavailable } from './balance-thread.ts';
import { WaitReckoner } from './balance-waits.ts';
import { dayFeatures, daysAfter } from './day-features.ts';
import { DayFollower } from './day-follower.ts';
import { targetMinutes } from './hall/rule.ts';
import type { Clock } from './ports.ts';
import type { HallService } from './service.ts';
import { eventNames, rosteredOn, shiftsOn, type Timetable } from './timetable.ts';
import type { Waits } from './waits.ts';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 1000;
/** Days a season's plan looks ahead. */
const SEASON_DAYS = 14;
/** Share of tickets that may wait for longer than the target. */
const OVER_SHARE = 0.2;
/** "Two more clerks qualified for …" */
const MORE_CLERKS = 2;

export interface BalanceParts {
  service: HallService;
  timetable: Timetable;
  waits: Waits;
  clock: Clock;
  /** Expected waits each second in one thread, and what takes seconds in another. */
  waitThread: BalanceThread;
  planThread: BalanceThread;
  onFault: (fault: unknown) => void;
}

/** All that is expected of one hall, and advised: kept up to date beside it, and never in its way. */
export class HallBalance {
  readonly adviser: Adviser;
  readonly #follower: DayFollower;
  readonly #reckoner: WaitReckoner;
  readonly #predictions = new Predictions();
  #knowledge: Knowledge | null = null;
  /** The day it was learned for, or is being. */
  #knownFor: string | null = null;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;
  #unsubscribe = (): void => undefined;
  #season: { day: string; answer: Promise<SeasonAnswer> } | null = null;

  constructor(private readonly parts: BalanceParts) {
    const { service, clock, waits, waitThread, planThread } = parts;
    const shared = {
      service,
      clock,
      onFault: (fault: unknown) => this.#report(fault),
      knowledge: () => this.#knowledge,
    };
    this.adviser = new Adviser({ ...shared, thread: planThread });
    this.#follower = new DayFollower(
      service,
      (event, state) => this.adviser.hear(event, state),
      shared.onFault,
    );
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

  /** The same all day: reckoned when it is first asked for. @throws BalanceUnavailable */
  season(): Promise<SeasonAnswer> {
    const { day } = this.#open();
    if (this.#season?.day !== day) {
      const answer = this.#planSeason();
      this.#season = { day, answer };
      answer.catch(() => {
        this.#season = null;
      });
    }
    return this.#season.answer;
  }

  /** Lines of a table for the duty roster, the heading first: what a spreadsheet opens. */
  async roster(): Promise<string[]> {
    const { days } = await this.season();
    return [rosterHead(days), ...rosterRows(days)].map((row) => row.join(','));
  }

  async #planSeason(): Promise<SeasonAnswer> {
    const { setup, day, startsAt } = this.#open();
    const { timetable } = this.parts;
    const { calendar } = timetable;
    const { assumptions, past, learnedDays, services, habits } = this.#known();
    const days = Array.from({ length: SEASON_DAYS }, (_, ahead) =>
      dayFeatures(daysAfter(day, ahead + 1), calendar),
    );
    const needs = setup.queues.flatMap((queue) => {
      const service = services.queues[queue.id];
      const promise = { targetMinutes: targetMinutes(setup, queue, null), overShare: OVER_SHARE };
      return service === undefined ? [] : [{ queue: queue.id, service, promise }];
    });
    const { planThread } = this.parts;
    const learned = learnedDays === 0 ? [] : past.slice(-learnedDays);
    const plan = await planThread.season({ assumptions, learned, past, days, needs });
    const busiest = plan.toSorted((a, b) => arrivalsOf(b) - arrivalsOf(a))[0];
    const model =
      busiest === undefined ? null : dayModel(busiest, { setup, timetable, startsAt, needs, habits });
    const missing = model === null ? [] : await planThread.qualifications(model, MORE_CLERKS);
    return {
      learnedDays,
      days: plan.map((each) => ({
        ...{ day: each.day, pooled: [...each.pooled], lastYear: each.lastYear?.day ?? null },
        rostered: rosteredOn(timetable, setup.windows, each.day),
        events: eventNames(each.features, calendar),
        queues: each.queues.map(({ queue, arrivals, low, high, windows }) => ({
          ...{ queue, arrivals: [...arrivals], low: [...low], high: [...high], windows: [...windows] },
          lastYear: lastYearOf(each, queue),
        })),
      })),
      missing: missing.map(({ windows, ...each }) => ({ ...each, windows: [...windows] })),
    };
  }

  /** A server that stops ends its threads, whatever they were at: that is no fault. */
  #report(fault: unknown): void {
    if (!this.#stopped) this.parts.onFault(fault);
  }

  async #learn(): Promise<void> {
    const { service, timetable } = this.parts;
    const { state } = service;
    if (!isOpenDay(state) || this.#knownFor === state.day) return;
    const { day, setup } = state;
    this.#knownFor = day;
    // What is known without the log serves until the log has been read.
    this.#knowledge ??= knowledgeOf(setup, [], day, timetable);
    try {
      const histories = await historyBefore(service.log, day);
      this.#knowledge = knowledgeOf(setup, histories, day, timetable);
      this.#season = null;
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

function arrivalsOf({ queues }: SeasonDay): number {
  return queues.flatMap(({ arrivals }) => arrivals).reduce((sum, each) => sum + each, 0);
}

function lastYearOf({ lastYear }: SeasonDay, queue: string): number[] | null {
  const arrivals = lastYear?.arrivals[queue];
  return arrivals === undefined ? null : [...arrivals];
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

/** A day of the season, windows open by the roster, and all day without one: what qualifications are weighed on. */
function dayModel(
  { day, queues }: SeasonDay,
  {
    setup,
    timetable,
    startsAt,
    needs,
    habits,
  }: {
    setup: Setup;
    timetable: Timetable;
    startsAt: number;
    needs: readonly { queue: string; service: Model['demand']['queues'][number]['service'] }[];
    habits: Model['habits'];
  },
): Model {
  const hours = hoursOf(setup);
  const [from, until] = [startsAt + hours.from * MINUTE_MS, startsAt + hours.until * MINUTE_MS];
  return {
    ...{ setup, habits },
    demand: {
      from: startsAt,
      queues: queues.flatMap(({ queue, arrivals }) => {
        const service = needs.find((need) => need.queue === queue)?.service;
        if (service === undefined) return [];
        const perSlot = arrivals.flatMap((each) => [each / 2, each / 2]);
        return [{ queue, perSlot, levelVariation: 0, service, categoryShares: {}, bookings: [] }];
      }),
    },
    plans: setup.windows.map((window) => ({
      window: window.id,
      open: (shiftsOn(timetable, window.id, day, startsAt) ?? [{ from, until }]).map((span) => ({
        ...span,
        queues: window.queues,
      })),
      qualified: window.qualified ?? [],
      standby: [],
    })),
  };
}
