import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { BoardView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import type { DeadLetterView, LineView } from '../../common/jobs.ts';
import { rejectionSentence } from '../../common/phrases.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { clockTimeWithSeconds } from '../../common/ui/format.ts';
import '../../common/ui/page-state.ts';
import type { PageStatus } from '../../common/ui/page-state.ts';
import { whichHall } from '../../common/ui/which-hall.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import { readBoard } from '../halls.ts';
import { operationsStyles } from './operations-styles.ts';
import {
  againWords,
  kindWords,
  letterName,
  OPERATIONS_WORDS,
  PRINTER_STATE_WORDS,
  reasonWords,
  windowWords,
} from './words.ts';
import './report-list.ts';
import { doAgain, readReportDays, readWorkings, type Workings } from './workings.ts';

const POLL_MS = 2000;
/** A day more is there once a day. */
const REPORTS_EVERY_POLLS = 30;

/** How a hall's printer and jobs are, and having done after all what was given up. */
export class OperationsPage extends LitElement {
  static override properties = {
    status: { state: true },
    rejection: { state: true },
    board: { state: true },
    workings: { state: true },
    reportDays: { state: true },
    window: { state: true },
    said: { state: true },
    locale: { state: true },
  };
  declare status: PageStatus;
  declare rejection: Rejection | null;
  declare board: BoardView | null;
  declare workings: Workings | null;
  /** Null until they are read. */
  declare reportDays: readonly string[] | null;
  /** Of who presses; empty until chosen. */
  declare window: string;
  /** What the last press has led to. */
  declare said: { text: string; isRefused: boolean } | null;
  declare locale: Locale;

  static override styles = [baseStyles, buttonStyles, operationsStyles];

  readonly #address = new URLSearchParams(location.search);
  #hall = '';
  #polls = 0;
  #polling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.status = 'loading';
    this.rejection = null;
    this.board = null;
    this.workings = null;
    this.reportDays = null;
    this.window = this.#address.get('window') ?? '';
    this.said = null;
    this.locale = localeOf(this.#address.get('lang'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#polling);
  }

  override updated(): void {
    document.documentElement.lang = this.locale;
    document.title = OPERATIONS_WORDS.title[this.locale];
  }

  override render() {
    const { board, workings } = this;
    return html`<ow-page-state .status=${this.status} .rejection=${this.rejection} .locale=${this.locale}>
      ${
        board === null || workings === null
          ? nothing
          : html`<main>
              ${this.#head(board)}
              <div class="now">${this.#printer(workings)} ${this.#lines(workings)}</div>
              ${this.#letters(board, workings)} ${this.#reports()}
            </main>`
      }
    </ow-page-state>`;
  }

  #head({ hall }: BoardView) {
    const { locale } = this;
    const language = () => {
      this.locale = otherLocale(locale);
    };
    return html`<header>
      <h1>${OPERATIONS_WORDS.title[locale]} <span>${inLocale(hall.name, locale)}</span></h1>
      <a class="button" href="/">${OPERATIONS_WORDS.home[locale]}</a>
      <button class="button" type="button" lang=${otherLocale(locale)} @click=${language}>
        ${OPERATIONS_WORDS.otherLanguage[locale]}
      </button>
    </header>`;
  }

  #printer({ printer: { state, reasons } }: Workings) {
    const { locale } = this;
    return html`<section class="printer" data-state=${state} aria-labelledby="printer">
      <h2 id="printer">${OPERATIONS_WORDS.printer[locale]}</h2>
      <p class="state"><i aria-hidden="true"></i>${PRINTER_STATE_WORDS[state][locale]}</p>
      ${reasons.map(({ text }) => html`<p class="reason">${inLocale(text, locale)}</p>`)}
    </section>`;
  }

  #lines({ lines }: Workings) {
    return html`<section class="lines" aria-labelledby="jobs">
      <h2 id="jobs">${OPERATIONS_WORDS.jobs[this.locale]}</h2>
      ${lines.map((line) => this.#line(line))}
    </section>`;
  }

  #line(line: LineView) {
    const { locale } = this;
    const count = (name: 'waiting' | 'active' | 'retrying' | 'dead') => html`<div
      class=${name}
      ?data-some=${line[name] > 0}
    >
      <dt>${OPERATIONS_WORDS[name][locale]}</dt>
      <dd>${line[name]}</dd>
    </div>`;
    return html`<div class="line">
      <h3>${kindWords(line, locale)}</h3>
      <dl>${count('waiting')} ${count('active')} ${count('retrying')} ${count('dead')}</dl>
    </div>`;
  }

  #letters(board: BoardView, { deadLetters }: Workings) {
    const { locale } = this;
    const isEmpty = deadLetters.length === 0;
    return html`<section class="letters" aria-labelledby="letters">
      <div class="top">
        <h2 id="letters">${OPERATIONS_WORDS.deadTitle[locale]}</h2>
        <p role="status" class=${this.said?.isRefused === true ? 'refused' : ''}>${this.said?.text ?? ''}</p>
        ${isEmpty ? nothing : this.#whoAsks(board)}
      </div>
      ${isEmpty ? this.#none() : this.#table(board, deadLetters)}
    </section>`;
  }

  #whoAsks({ windows }: BoardView) {
    const { locale } = this;
    const choose = (event: Event) => {
      if (event.target instanceof HTMLSelectElement) this.window = event.target.value;
    };
    return html`<label>
        ${OPERATIONS_WORDS.yourWindow[locale]}
        <select @change=${choose}>
          <option value="" ?selected=${this.window === ''}>${OPERATIONS_WORDS.choose[locale]}</option>
          ${windows.map(
            ({ id, number }) =>
              html`<option value=${id} ?selected=${id === this.window}>${windowWords(number, locale)}</option>`,
          )}
        </select>
      </label>
      <button
        class="button primary"
        type="button"
        ?disabled=${this.window === ''}
        @click=${() => void this.#again()}
      >
        ${OPERATIONS_WORDS.allAgain[locale]}
      </button>`;
  }

  #none() {
    return html`<div class="none">
      <p class="title">${OPERATIONS_WORDS.noneTitle[this.locale]}</p>
      <p>${OPERATIONS_WORDS.noneNote[this.locale]}</p>
    </div>`;
  }

  #reports() {
    const { reportDays, locale } = this;
    if (reportDays === null) return nothing;
    return html`<report-list .hall=${this.#hall} .days=${reportDays} .locale=${locale}></report-list>`;
  }

  #table({ hall }: BoardView, letters: readonly DeadLetterView[]) {
    const { locale } = this;
    return html`<p class="note">${OPERATIONS_WORDS.deadNote[locale]}</p>
      <table>
        <thead>
          <tr>
            <th>${OPERATIONS_WORDS.at[locale]}</th>
            <th>${OPERATIONS_WORDS.what[locale]}</th>
            <th>${OPERATIONS_WORDS.why[locale]}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            letters,
            ({ kind, id }) => `${kind} ${id}`,
            (letter) => this.#letter(letter, hall.timeZone),
          )}
        </tbody>
      </table>`;
  }

  #letter(letter: DeadLetterView, timeZone: string) {
    const { locale } = this;
    const name = letterName(letter, locale);
    return html`<tr>
      <td class="at">${clockTimeWithSeconds(letter.at, timeZone)}</td>
      <th scope="row">${kindWords(letter, locale)} <strong>${name}</strong></th>
      <td class="why">${reasonWords(letter.reason, locale)}</td>
      <td class="act">
        <button
          class="button"
          type="button"
          aria-label="${OPERATIONS_WORDS.again[locale]} ${name}"
          ?disabled=${this.window === ''}
          @click=${() => void this.#again(letter)}
        >
          ${OPERATIONS_WORDS.again[locale]}
        </button>
      </td>
    </tr>`;
  }

  async #again(letter?: DeadLetterView): Promise<void> {
    const { locale } = this;
    const answer = await doAgain(this.#hall, this.window, letter);
    this.said = answer.ok
      ? { text: againWords(answer.value, locale), isRefused: false }
      : { text: rejectionSentence(answer.rejection.code, locale), isRefused: true };
    await this.#read();
  }

  async #begin(): Promise<void> {
    this.#hall = await whichHall(this.#address.get('hall'));
    await this.#poll();
  }

  async #poll(): Promise<void> {
    await this.#read();
    if (this.#polls++ % REPORTS_EVERY_POLLS === 0) await this.#readReports();
    if (this.isConnected) this.#polling = setTimeout(() => void this.#poll(), POLL_MS);
  }

  /** Without an answer the list stays as it was. */
  async #readReports(): Promise<void> {
    const days = await readReportDays(this.#hall);
    if (days.ok) this.reportDays = days.value;
  }

  async #read(): Promise<void> {
    const board = this.board === null ? await readBoard(this.#hall) : null;
    if (board?.ok) this.board = board.value;
    const workings = await readWorkings(this.#hall);
    if (workings.ok) this.workings = workings.value;
    const refused = board !== null && !board.ok ? board : workings;
    this.rejection = refused.ok ? null : refused.rejection;
    const shown = this.board !== null && this.workings !== null;
    if (refused.ok) this.status = 'live';
    else this.status = shown ? 'stale' : 'error';
  }
}

customElements.define('operations-page', OperationsPage);

declare global {
  interface HTMLElementTagNameMap {
    'operations-page': OperationsPage;
  }
}
