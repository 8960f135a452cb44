import { css, html, LitElement, nothing } from 'lit';
import type { BalanceSetup } from '../../../common/contract/balance.ts';
import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView, WindowView } from '../../../common/contract/views.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../../common/ui/base-styles.ts';
import { panelStyles } from '../../panel-styles.ts';
import { sectionStyles } from '../section-styles.ts';
import { type Hours, hoursSet, queuesOn, queueToggled, type Sheet, windowsReset } from './sheet.ts';
import { chosenWords, shiftsWords, WHAT_IF_WORDS } from './words.ts';

/** A clerk's day is planned in half hours. */
const TIMES = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
);
/** What the hours start from when they are changed. */
const FIRST_HOURS = { from: '09:00', until: '17:00' };

/** Changes the chosen windows of a sheet all alike; says so by `sheet-change`. */
export class WindowEditor extends LitElement {
  static override properties = {
    sheet: { attribute: false },
    chosen: { attribute: false },
    setup: { attribute: false },
    windows: { attribute: false },
    queues: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    locale: { type: String },
  };
  declare sheet: Sheet;
  /** Ids of the windows; at least one. */
  declare chosen: readonly string[];
  declare setup: BalanceSetup;
  declare windows: Record<string, WindowView>;
  declare queues: Record<string, QueueView>;
  declare timeZone: string;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    sectionStyles,
    css`
      :host {
        display: grid;
        gap: var(--ow-space-3);
      }
      .top,
      .hours {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--ow-space-2) var(--ow-space-3);
      }
      .top .heading {
        flex: 1;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ow-space-2);
      }
      .chip {
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-3);
        border: 1px solid var(--ow-line-strong);
        border-radius: var(--ow-radius-round);
        background: var(--ow-surface);
        cursor: pointer;
      }
      .chip[aria-pressed='mixed'] {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
      }
      .chip[aria-pressed='true'] {
        border-color: var(--ow-primary);
        background: var(--ow-primary);
        color: var(--ow-on-primary);
      }
      .chip.unqualified {
        border-style: dashed;
      }
      h3 {
        font-weight: var(--ow-weight-strong);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--ow-space-2);
        min-height: var(--ow-target);
      }
      input[type='radio'] {
        width: 20px;
        height: 20px;
        accent-color: var(--ow-primary);
      }
      select {
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-2);
        border: 1px solid var(--ow-line-strong);
        border-radius: var(--ow-radius-s);
        background: var(--ow-surface);
      }
    `,
  ];

  override render() {
    const { locale, sheet, chosen } = this;
    const numbers = chosen.flatMap((id) => this.windows[id]?.number ?? []).sort((a, b) => a - b);
    return html`<div class="top">
        <h2 class="heading">${WHAT_IF_WORDS.change[locale]} · ${chosenWords(numbers, locale)}</h2>
        <button class="button" type="button" @click=${() => this.#say(windowsReset(sheet, chosen))}>
          ${WHAT_IF_WORDS.reset[locale]}
        </button>
      </div>
      <p class="note">${this.#shifts(numbers.length)}</p>
      <h3 id="serves">${WHAT_IF_WORDS.serves[locale]}</h3>
      <div class="chips" role="group" aria-labelledby="serves">
        ${Object.values(this.queues).map((queue) => this.#chip(queue))}
      </div>
      <p class="note">${WHAT_IF_WORDS.unqualifiedKey[locale]}</p>
      ${this.#hours()}`;
  }

  #chip({ id, prefix, name }: QueueView) {
    const { sheet, chosen, windows, locale } = this;
    const having = chosen.filter((window) => queuesOn(sheet, windows, window).includes(id)).length;
    const pressed = having === 0 ? 'false' : having === chosen.length ? 'true' : 'mixed';
    const isQualified = this.setup.windows
      .filter((window) => chosen.includes(window.id))
      .every(({ qualified, queues }) => qualified.includes(id) || queues.includes(id));
    return html`<button
      type="button"
      class="chip ${isQualified ? '' : 'unqualified'}"
      aria-pressed=${pressed}
      @click=${() => this.#say(queueToggled(sheet, windows, chosen, id))}
    >
      ${prefix} ${inLocale(name, locale)}
      ${isQualified ? '' : html`<span class="said">${WHAT_IF_WORDS.unqualified[locale]}</span>`}
    </button>`;
  }

  /** When the one chosen is there by the roster. */
  #shifts(chosen: number) {
    const { locale, timeZone } = this;
    const shifts = this.setup.windows.find(({ id }) => id === this.chosen[0])?.shifts ?? null;
    return chosen === 1 && shifts !== null ? shiftsWords(shifts, timeZone, locale) : nothing;
  }

  #hours() {
    const { sheet, chosen, locale } = this;
    const [first = ''] = chosen;
    const hours = sheet.hours.has(first) ? sheet.hours.get(first) : undefined;
    const set = (changed: Hours | undefined) => this.#say(hoursSet(sheet, chosen, changed));
    const choice = (word: string, isOn: boolean, value: Hours | undefined) => html`<label>
      <input type="radio" name="hours" .checked=${isOn} @change=${() => set(value)} />${word}
    </label>`;
    return html`<h3 id="hours">${WHAT_IF_WORDS.hours[locale]}</h3>
      <div class="hours" role="radiogroup" aria-labelledby="hours">
        ${choice(WHAT_IF_WORDS.asItIs[locale], hours === undefined, undefined)}
        ${choice(WHAT_IF_WORDS.shut[locale], hours === null, null)}
        ${choice(WHAT_IF_WORDS.between[locale], hours !== undefined && hours !== null, FIRST_HOURS)}
        ${hours === undefined || hours === null ? '' : this.#times(hours, set)}
      </div>`;
  }

  #times(hours: NonNullable<Hours>, set: (hours: Hours) => void) {
    const { locale } = this;
    const time = (end: 'from' | 'until') => html`<select
      aria-label=${WHAT_IF_WORDS[end][locale]}
      @change=${(event: Event) => set({ ...hours, [end]: (event.target as HTMLSelectElement).value })}
    >
      ${TIMES.map((each) => html`<option ?selected=${each === hours[end]}>${each}</option>`)}
    </select>`;
    return html`${time('from')}<span aria-hidden="true">–</span>${time('until')}`;
  }

  #say(detail: Sheet): void {
    this.dispatchEvent(new CustomEvent('sheet-change', { detail }));
  }
}

customElements.define('window-editor', WindowEditor);
