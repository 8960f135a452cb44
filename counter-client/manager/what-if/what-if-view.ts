import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { BalanceSetup, SimulateAnswer } from '../../../common/contract/balance.ts';
import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView, WindowView } from '../../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../../common/ui/base-styles.ts';
import { panelStyles } from '../../panel-styles.ts';
import type { FeedState } from '../feed.ts';
import { feedState } from '../feed-state.ts';
import { asked } from '../manager-events.ts';
import { sectionStyles } from '../section-styles.ts';
import { Twice } from '../twice.ts';
import {
  assignmentsOf,
  changedWindows,
  changesCount,
  EMPTY_SHEET,
  queuesOn,
  type Sheet,
  simulateOf,
  targetSet,
  unqualifiedOn,
  windowsReset,
} from './sheet.ts';
import './simulated-table.ts';
import { whatIfStyles } from './what-if-styles.ts';
import './window-editor.ts';
import { countWords, unqualifiedSentence, WHAT_IF_WORDS } from './words.ts';

/** A sheet on which the manager changes windows, hours and targets, and the day that would follow. */
export class WhatIfView extends LitElement {
  static override properties = {
    setup: { attribute: false },
    windows: { attribute: false },
    queues: { attribute: false },
    simulated: { attribute: false },
    busy: { type: Boolean },
    now: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    locale: { type: String },
    sheet: { state: true },
    chosen: { state: true },
    isOld: { state: true },
  };
  declare setup: FeedState<BalanceSetup>;
  declare windows: Record<string, WindowView>;
  declare queues: Record<string, QueueView>;
  /** The day last simulated; null before. */
  declare simulated: SimulateAnswer | null;
  declare busy: boolean;
  declare now: () => number;
  declare timeZone: string;
  declare locale: Locale;
  declare sheet: Sheet;
  /** Ids of the windows that the next change is for. */
  declare chosen: ReadonlySet<string>;
  /** The sheet is not the one that was simulated. */
  declare isOld: boolean;

  static override styles = [baseStyles, buttonStyles, panelStyles, sectionStyles, whatIfStyles];

  readonly #twice = new Twice({
    changed: () => this.requestUpdate(),
    clock: () => performance.now(),
  });

  constructor() {
    super();
    this.simulated = null;
    this.sheet = EMPTY_SHEET;
    this.chosen = new Set();
    this.isOld = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('simulated') && this.simulated !== null) this.isOld = false;
  }

  override render() {
    const { setup, locale } = this;
    if (setup.value === null) return html`<section class="panel whole">${feedState(setup, locale)}</section>`;
    return html`<div class="main">${this.#map(setup.value)} ${this.#editor(setup.value)}</div>
      ${this.#result(setup.value)}`;
  }

  #map({ windows }: BalanceSetup) {
    const { locale } = this;
    const changed = changedWindows(this.sheet);
    return html`<section class="panel box" aria-labelledby="windows">
      <h2 class="heading" id="windows">${WHAT_IF_WORDS.windows[locale]}</h2>
      <p class="note">${WHAT_IF_WORDS.windowsWhy[locale]}</p>
      <div class="tiles" role="group" aria-labelledby="windows">
        ${[...windows].sort((a, b) => a.number - b.number).map(({ id, number }) => this.#tile(id, number, changed.has(id)))}
      </div>
    </section>`;
  }

  #tile(id: string, number: number, isChanged: boolean) {
    const letters = queuesOn(this.sheet, this.windows, id).map(
      (queue) => this.queues[queue]?.prefix ?? queue,
    );
    const hours = this.sheet.hours.get(id);
    const choose = () => {
      const chosen = new Set(this.chosen);
      if (!chosen.delete(id)) chosen.add(id);
      this.chosen = chosen;
    };
    return html`<button
      type="button"
      class=${isChanged ? 'changed' : ''}
      aria-pressed=${this.chosen.has(id) ? 'true' : 'false'}
      @click=${choose}
    >
      <span class="number">${number}</span>
      <span class="letters">${hours === null ? WHAT_IF_WORDS.shut[this.locale] : letters.join('')}</span>
      ${isChanged ? html`<span class="said">${WHAT_IF_WORDS.changed[this.locale]}</span>` : nothing}
    </button>`;
  }

  #editor(setup: BalanceSetup) {
    const { locale, sheet } = this;
    const ids = [...this.chosen];
    if (ids.length === 0)
      return html`<section class="panel instead short">${WHAT_IF_WORDS.choose[locale]}</section>`;
    return html`<window-editor
      class="panel box"
      .sheet=${sheet}
      .chosen=${ids}
      .setup=${setup}
      .windows=${this.windows}
      .queues=${this.queues}
      .timeZone=${this.timeZone}
      .locale=${locale}
      @sheet-change=${({ detail }: CustomEvent<Sheet>) => this.#change(detail)}
    ></window-editor>`;
  }

  #result(setup: BalanceSetup) {
    const { locale, sheet, busy, simulated } = this;
    const changes = changesCount(sheet);
    const simulate = () =>
      this.dispatchEvent(asked({ ask: 'simulate', changes: simulateOf(sheet, this.now(), this.timeZone) }));
    return html`<section class="panel box result" aria-labelledby="result">
      <div class="top">
        <h2 class="heading" id="result">${countWords(changes, locale)}</h2>
        <button class="button" type="button" ?disabled=${changes === 0} @click=${() => this.#change(EMPTY_SHEET)}>
          ${WHAT_IF_WORDS.clear[locale]}
        </button>
        <button class="button primary simulate" type="button" ?disabled=${busy || changes === 0} @click=${simulate}>
          ${(busy ? WHAT_IF_WORDS.reckoning : WHAT_IF_WORDS.simulate)[locale]}
        </button>
      </div>
      <p class="note" role="status">${simulated !== null && this.isOld ? WHAT_IF_WORDS.again[locale] : ''}</p>
      ${this.#apply(setup)}
      <simulated-table
        .day=${simulated}
        .isOld=${this.isOld}
        .targets=${sheet.targets}
        .setup=${setup}
        .locale=${locale}
        @target-change=${({ detail }: CustomEvent<{ queue: string; minutes: number; present: number }>) =>
          this.#change(targetSet(this.sheet, detail.queue, detail.minutes, detail.present))}
      ></simulated-table>
    </section>`;
  }

  #apply(setup: BalanceSetup) {
    const { locale, sheet, busy } = this;
    if (sheet.queues.size === 0) return nothing;
    const unqualified = unqualifiedOn(sheet, setup);
    if (unqualified.length > 0)
      return html`<p class="why worse">${unqualifiedSentence(unqualified, locale)}</p>`;
    const isAsked = this.#twice.asked === 'assign';
    const press = () => {
      if (!this.#twice.press('assign')) return;
      this.dispatchEvent(asked({ ask: 'assign', assignments: assignmentsOf(sheet) }));
    };
    return html`<div class="apply">
      <button class="button ${isAsked ? 'confirm' : ''}" type="button" ?disabled=${busy} @click=${press}>
        ${(isAsked ? WHAT_IF_WORDS.confirm : WHAT_IF_WORDS.apply)[locale]}
      </button>
      <p class="note">${WHAT_IF_WORDS.onlyQueues[locale]}</p>
    </div>`;
  }

  /** What has been applied is no change any more. */
  applied(): void {
    this.sheet = windowsReset(this.sheet, [...this.sheet.queues.keys()]);
    this.isOld = true;
  }

  #change(sheet: Sheet): void {
    this.sheet = sheet;
    this.isOld = true;
    this.#twice.forget();
  }
}

customElements.define('what-if-view', WhatIfView);

declare global {
  interface HTMLElementTagNameMap {
    'what-if-view': WhatIfView;
  }
}
