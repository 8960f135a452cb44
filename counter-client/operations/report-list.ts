import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Locale } from '../../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { reportListStyles } from './report-list-styles.ts';
import { OPERATIONS_WORDS, olderWords, reportName, weekdayWords } from './words.ts';

/** Two weeks, in three columns: what is asked for most. */
const SHOWN_DAYS = 15;

/** The days that are over, each with its figures to take away. */
export class ReportList extends LitElement {
  static override properties = {
    hall: {},
    days: { attribute: false },
    locale: {},
    all: { state: true },
  };
  declare hall: string;
  /** The latest first. */
  declare days: readonly string[];
  declare locale: Locale;
  declare all: boolean;

  static override styles = [baseStyles, buttonStyles, reportListStyles];

  constructor() {
    super();
    this.hall = '';
    this.days = [];
    this.locale = 'zh-CN';
    this.all = false;
  }

  override render() {
    const { days, locale } = this;
    const shown = this.all ? days : days.slice(0, SHOWN_DAYS);
    const showAll = () => {
      this.all = true;
    };
    return html`<h2>${OPERATIONS_WORDS.reports[locale]}</h2>
      <p>${OPERATIONS_WORDS[days.length === 0 ? 'noReports' : 'reportsNote'][locale]}</p>
      <ul>
        ${repeat(
          shown,
          (day) => day,
          (day) => this.#day(day),
        )}
      </ul>
      ${
        shown.length === days.length
          ? nothing
          : html`<button class="button" type="button" @click=${showAll}>
              ${olderWords(days.length - shown.length, locale)}
            </button>`
      }`;
  }

  #day(day: string) {
    const { hall, locale } = this;
    const address = `/api/v1/halls/${encodeURIComponent(hall)}/reports/${day}`;
    const label = `${OPERATIONS_WORDS.download[locale]} ${day}`;
    return html`<li>
      <span><strong>${day}</strong> ${weekdayWords(day, locale)}</span>
      <a
        class="button"
        href="${address}/csv?locale=${locale}"
        download="${reportName(hall, day)}.csv"
        aria-label="${label} CSV"
        >${OPERATIONS_WORDS.download[locale]}</a
      >
      <a class="button" href=${address} download="${reportName(hall, day)}.json" aria-label="${label} JSON">JSON</a>
    </li>`;
  }
}

customElements.define('report-list', ReportList);

declare global {
  interface HTMLElementTagNameMap {
    'report-list': ReportList;
  }
}
