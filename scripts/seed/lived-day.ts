import { lognormal, type Random } from '../../server/demo/random.ts';
import { LUNCH_HALVES, OPEN_MINUTES, SERVICE_SCV } from '../../server/demo/scenarios.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import type { Draft } from '../../server/hall/events.ts';
import { run } from '../../server/hall/run.ts';
import type { HallState, WindowState } from '../../server/hall/state.ts';
import type { Comer } from './past.ts';

const MINUTE_MS = 60_000;
const OPENS_MS = 9 * 60 * MINUTE_MS;
const SHUTS_MS = OPENS_MS + OPEN_MINUTES * MINUTE_MS;
/** Whoever still waits then is sent home, and the day's end says so. */
const LAST_CALL_MS = SHUTS_MS + 150 * MINUTE_MS;
const MISSED_SHARE = 0.03;
const RECALL_MS = 25_000;
/** From the call until the service begins. */
const WALK_MS = { least: 15_000, most: 60_000 } as const;

type WindowStep = 'open' | 'start' | 'recall' | 'finish' | 'eat' | 'return' | 'leave';

/**
 * One day of a hall: clerks and citizens send the commands that clients send, and the hall's own `run` decides
 * every one. Clerks come at nine, eat in two halves, and stay until nobody waits.
 */
export class LivedDay {
  readonly drafts: Draft[] = [];
  /** What each window does next, beside its lunch and the end of the day. */
  readonly #next = new Map<string, { at: number; step: WindowStep }>();
  #commands = 0;

  /** @param startsAt the instant the day begins. */
  constructor(
    private readonly state: HallState,
    private readonly day: string,
    private readonly startsAt: number,
    private readonly random: Random,
  ) {}

  live(comers: readonly Comer[]): Draft[] {
    const at = (ms: number): number => this.startsAt + ms;
    const agenda = comers.map((comer) => ({ at: at(comer.afterMs), act: () => this.#come(comer) }));
    for (const [place, id] of [...this.state.windows.keys()].entries()) {
      const lunch = LUNCH_HALVES[place % 2 === 0 ? 0 : 1];
      const [eats, returns] = [lunch.from, lunch.until].map((minute) => at(OPENS_MS + minute * MINUTE_MS));
      const plan: [number, WindowStep][] = [
        [at(OPENS_MS), 'open'],
        [eats ?? 0, 'eat'],
        [returns ?? 0, 'return'],
        [at(SHUTS_MS), 'leave'],
      ];
      for (const [instant, step] of plan)
        agenda.push({ at: instant, act: () => this.#step(id, step, instant) });
    }
    agenda.sort((a, b) => a.at - b.at);
    for (const each of agenda) {
      this.#catchUp(each.at);
      each.act();
    }
    this.#catchUp(Number.POSITIVE_INFINITY);
    return this.drafts;
  }

  /** All that windows do before an instant, in order. */
  #catchUp(until: number): void {
    for (;;) {
      let first: [id: string, at: number, step: WindowStep] | null = null;
      for (const [id, { at, step }] of this.#next) if (at < (first?.[1] ?? until)) first = [id, at, step];
      if (first === null) return;
      const [id, at, step] = first;
      this.#next.delete(id);
      this.#step(id, step, at);
    }
  }

  #come({ afterMs, queue, hasPriority }: Comer): void {
    const category = hasPriority ? this.state.setup?.categories[0]?.id : undefined;
    const slip = { locale: 'zh-CN', source: 'kiosk', print: false, ground: 'card', kind: 'walkin' } as const;
    const priority = category === undefined ? {} : { category };
    this.#do(
      { type: 'IssueTicket', queue, further: [], ...slip, ...priority },
      'kiosk:k1',
      this.startsAt + afterMs,
    );
  }

  #step(id: string, step: WindowStep, at: number): void {
    const window = this.state.windows.get(id);
    if (window === undefined) return;
    const by = `counter:${id}`;
    switch (step) {
      case 'open':
        this.#do({ type: 'OpenWindow', window: id }, by, at);
        return this.#callNext(window, at);
      case 'start':
        this.#do({ type: 'StartService', window: id }, by, at);
        return this.#plan(id, at + this.#serviceMs(window), 'finish');
      case 'recall':
        return this.#recall(window, at);
      case 'finish':
        this.#do({ type: 'FinishService', window: id }, by, at);
        return this.#callNext(window, at);
      case 'return':
        if (window.status === 'paused') this.#do({ type: 'ReopenWindow', window: id }, by, at);
        return this.#callNext(window, at);
      default:
        // Who is at the window is served first: `callNext` looks at the hour.
        if (window.status === 'ready' || window.status === 'free') this.#callNext(window, at);
    }
  }

  /** Eats, goes home, or calls: whichever it is time for. */
  #callNext({ setup: { id }, status }: WindowState, at: number): void {
    if (status !== 'free' && status !== 'ready') return;
    const by = `counter:${id}`;
    const ms = at - this.startsAt;
    if (ms >= LAST_CALL_MS) return this.#do({ type: 'CloseWindow', window: id }, by, at);
    if (this.#isLunch(id, ms)) return this.#do({ type: 'PauseWindow', window: id, reason: 'meal' }, by, at);
    if (ms < SHUTS_MS) return this.#do({ type: 'CallNext', window: id, ready: true }, by, at);
    const called = this.drafts.length;
    this.#do({ type: 'CallNext', window: id, ready: false }, by, at);
    if (this.drafts.length === called) this.#do({ type: 'CloseWindow', window: id }, by, at);
  }

  #isLunch(id: string, ms: number): boolean {
    const place = [...this.state.windows.keys()].indexOf(id);
    const { from, until } = LUNCH_HALVES[place % 2 === 0 ? 0 : 1];
    const minute = (ms - OPENS_MS) / MINUTE_MS;
    return from <= minute && minute < until;
  }

  #recall(window: WindowState, at: number): void {
    const { id } = window.setup;
    const by = `counter:${id}`;
    if ((window.ticket?.calls ?? 0) < (this.state.setup?.rule.callsBeforeMiss ?? 1)) {
      this.#do({ type: 'Recall', window: id }, by, at);
      return this.#plan(id, at + RECALL_MS, 'recall');
    }
    this.#do({ type: 'MissTicket', window: id }, by, at);
    this.#callNext(window, at);
  }

  #serviceMs({ ticket }: WindowState): number {
    const mean = this.state.queues.get(ticket?.queue ?? '')?.setup.meanServiceMinutes ?? 1;
    return Math.round(lognormal(this.random, mean, SERVICE_SCV) * MINUTE_MS);
  }

  #plan(id: string, at: number, step: WindowStep): void {
    this.#next.set(id, { at, step });
  }

  /** A refusal is no event: whoever sent the command sees that nothing has happened. */
  #do(command: HallCommand, by: string, at: number): void {
    const commandId = `past-${this.day}-${++this.#commands}`;
    const done = run(this.state, command, { at, by, commandId, role: null });
    if ('rejection' in done) return;
    for (const draft of done.drafts) {
      this.drafts.push(draft);
      if (draft.type === 'TicketCalled') this.#called(draft.window, at);
    }
  }

  #called(window: string, at: number): void {
    if (this.random() < MISSED_SHARE) return this.#plan(window, at + RECALL_MS, 'recall');
    const walk = WALK_MS.least + this.random() * (WALK_MS.most - WALK_MS.least);
    this.#plan(window, at + Math.round(walk), 'start');
  }
}
