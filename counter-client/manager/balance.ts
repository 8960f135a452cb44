import type {
  AdviceAnswer,
  BalanceSetup,
  OutcomesAnswer,
  PredictionsAnswer,
  SeasonAnswer,
  SimulateAnswer,
  TomorrowAnswer,
} from '../../common/contract/balance.ts';
import type { RejectionCode } from '../../common/contract/rejections.ts';
import type { Reading } from '../halls.ts';
import type { BalanceApi } from './balance-api.ts';
import { Feed } from './feed.ts';
import type { Asked } from './manager-events.ts';
import type { Section } from './sections.ts';

/** Advice comes every few minutes and when a threshold is crossed; a manager should not wait for it. */
const ADVICE_EVERY_MS = 5000;
const OUTCOMES_EVERY_MS = 15_000;
const SEASON_EVERY_MS = 600_000;

/** What became of what was asked: said in one line, until the next. */
export type Note =
  | {
      kind: 'done';
      what: 'apply' | 'undo' | 'plan' | 'clear-plan' | 'assign' | 'automaticOn' | 'automaticOff';
    }
  | { kind: 'rejected'; code: RejectionCode };

export type BalanceRequests = Pick<
  BalanceApi,
  | 'setup'
  | 'advice'
  | 'outcomes'
  | 'predictions'
  | 'season'
  | 'tomorrow'
  | 'plan'
  | 'clearPlan'
  | 'apply'
  | 'undo'
  | 'setAutomatic'
  | 'assign'
  | 'simulate'
>;

/** What a manager's page knows of the balance and asks of it; one thing at a time. */
export class Balance {
  readonly advice: Feed<AdviceAnswer>;
  readonly outcomes: Feed<OutcomesAnswer>;
  readonly predictions: Feed<PredictionsAnswer>;
  readonly season: Feed<SeasonAnswer>;
  readonly tomorrow: Feed<TomorrowAnswer>;
  readonly setup: Feed<BalanceSetup>;
  simulated: SimulateAnswer | null = null;
  note: Note | null = null;
  /** Something that was asked is on its way. */
  isBusy = false;
  #section: Section = 'floor';

  constructor(
    private readonly api: BalanceRequests,
    private readonly changed: () => void,
  ) {
    const feed = <T>(read: () => Promise<Reading<T>>, everyMs: number) =>
      new Feed({ read, everyMs, changed });
    this.advice = feed(api.advice, ADVICE_EVERY_MS);
    this.outcomes = feed(api.outcomes, OUTCOMES_EVERY_MS);
    this.predictions = feed(api.predictions, OUTCOMES_EVERY_MS);
    this.season = feed(api.season, SEASON_EVERY_MS);
    this.tomorrow = feed(api.tomorrow, SEASON_EVERY_MS);
    this.setup = feed(api.setup, SEASON_EVERY_MS);
  }

  /** Reads what the section shows and nothing else; advice always, whose number stands in the header. */
  show(section: Section): void {
    if (section !== this.#section) this.note = null;
    this.#section = section;
    this.advice.start();
    const shown = this.#feedsOf(section);
    for (const feed of [this.outcomes, this.predictions, this.season, this.tomorrow, this.setup]) {
      if (shown.includes(feed)) feed.start();
      else feed.stop();
    }
  }

  stop(): void {
    const { advice, outcomes, predictions, season, tomorrow, setup } = this;
    for (const feed of [advice, outcomes, predictions, season, tomorrow, setup]) feed.stop();
  }

  /** Does what a section asks; ignored while another is on its way. @returns whether it was done. */
  async ask(asked: Asked): Promise<boolean> {
    if (asked.ask === 'again') {
      await Promise.all(this.#feedsOf(this.#section).map((feed) => feed.again()));
      return true;
    }
    if (this.isBusy || asked.ask === 'desk') return false;
    this.isBusy = true;
    this.changed();
    const reading = await this.#send(asked);
    this.isBusy = false;
    if (!reading.ok) this.note = { kind: 'rejected', code: reading.rejection.code };
    else if (asked.ask === 'simulate') this.note = null;
    else if (asked.ask === 'automatic')
      this.note = { kind: 'done', what: asked.on ? 'automaticOn' : 'automaticOff' };
    else this.note = { kind: 'done', what: asked.ask };
    this.changed();
    if (asked.ask === 'plan' || asked.ask === 'clear-plan') await this.tomorrow.again();
    else if (asked.ask !== 'simulate') await this.advice.again();
    return reading.ok;
  }

  async #send(asked: Exclude<Asked, { ask: 'again' | 'desk' }>): Promise<Reading<unknown>> {
    switch (asked.ask) {
      case 'apply':
        return this.api.apply(asked.advice);
      case 'undo':
        return this.api.undo(asked.advice);
      case 'plan':
        return this.api.plan(asked.advice);
      case 'clear-plan':
        return this.api.clearPlan();
      case 'automatic':
        return this.api.setAutomatic(asked.on, asked.reason);
      case 'assign':
        return this.api.assign(asked.assignments);
      default: {
        const reading = await this.api.simulate(asked.changes);
        if (reading.ok) this.simulated = reading.value;
        return reading;
      }
    }
  }

  #feedsOf(section: Section): readonly Feed<unknown>[] {
    const feeds: Record<Section, readonly Feed<unknown>[]> = {
      floor: [this.advice],
      advice: [this.advice],
      outcome: [this.outcomes, this.predictions],
      season: [this.season, this.tomorrow],
      'what-if': [this.setup],
    };
    return feeds[section];
  }
}
