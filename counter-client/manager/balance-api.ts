import { newCommandId } from '../../common/command-id.ts';
import {
  AdviceAnswer,
  AppliedAnswer,
  AssignAnswer,
  AutomaticView,
  BalanceSetup,
  OutcomesAnswer,
  PlannedAnswer,
  PredictionsAnswer,
  SeasonAnswer,
  type Simulate,
  SimulateAnswer,
  TomorrowAnswer,
} from '../../common/contract/balance.ts';
import type { Assignment, AutomaticReason } from '../../common/contract/commands.ts';
import { type Reading, read } from '../halls.ts';

/** A season and a simulated day are reckoned when asked for: seconds on a slow machine. */
const RECKONED_WITHIN_MS = 30_000;

interface Schema<T> {
  parse(body: unknown): T;
}

/** What the balance of one hall is asked by the manager of one desk. */
export class BalanceApi {
  readonly #path: string;

  /** @param desk the window whose role is manager. */
  constructor(
    hall: string,
    private readonly desk: string,
  ) {
    this.#path = `/api/v1/halls/${encodeURIComponent(hall)}/balance`;
  }

  readonly setup = (): Promise<Reading<BalanceSetup>> => this.#get('setup', BalanceSetup);
  readonly advice = (): Promise<Reading<AdviceAnswer>> => this.#get('advice', AdviceAnswer);
  readonly outcomes = (): Promise<Reading<OutcomesAnswer>> => this.#get('outcomes', OutcomesAnswer);
  readonly predictions = (): Promise<Reading<PredictionsAnswer>> =>
    this.#get('predictions', PredictionsAnswer);
  readonly season = (): Promise<Reading<SeasonAnswer>> => this.#get('season', SeasonAnswer);

  readonly tomorrow = (): Promise<Reading<TomorrowAnswer>> => this.#get('tomorrow', TomorrowAnswer);

  plan(advice: string): Promise<Reading<PlannedAnswer>> {
    return this.#post(`tomorrow/${encodeURIComponent(advice)}/plan`, {}, PlannedAnswer);
  }

  clearPlan(): Promise<Reading<PlannedAnswer>> {
    return this.#post('tomorrow/clear', {}, PlannedAnswer);
  }

  apply(advice: string): Promise<Reading<AppliedAnswer>> {
    return this.#post(`advice/${encodeURIComponent(advice)}/apply`, {}, AppliedAnswer);
  }

  undo(advice: string): Promise<Reading<AppliedAnswer>> {
    return this.#post(`advice/${encodeURIComponent(advice)}/undo`, {}, AppliedAnswer);
  }

  setAutomatic(on: boolean, reason: AutomaticReason): Promise<Reading<AutomaticView>> {
    return this.#post('automatic', { on, reason }, AutomaticView);
  }

  assign(assignments: readonly Assignment[]): Promise<Reading<AssignAnswer>> {
    return this.#post('assign', { assignments }, AssignAnswer);
  }

  simulate(changes: Omit<Simulate, 'desk'>): Promise<Reading<SimulateAnswer>> {
    return this.#post('simulate', changes, SimulateAnswer);
  }

  /** Where the duty roster's file is. */
  get rosterAddress(): string {
    return this.#address('season/roster.csv');
  }

  #address(operation: string): string {
    return `${this.#path}/${operation}?desk=${encodeURIComponent(this.desk)}`;
  }

  #get<T>(operation: string, schema: Schema<T>): Promise<Reading<T>> {
    const timeoutMs = RECKONED_WITHIN_MS;
    return read(this.#address(operation), (body) => schema.parse(body), undefined, { timeoutMs });
  }

  #post<T>(operation: string, body: object, schema: Schema<T>): Promise<Reading<T>> {
    const options = { timeoutMs: RECKONED_WITHIN_MS, commandId: newCommandId() };
    const asked = { ...body, desk: this.desk };
    return read(`${this.#path}/${operation}`, (answer) => schema.parse(answer), asked, options);
  }
}
