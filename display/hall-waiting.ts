import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { MissedView, QueueView, WaitRange } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { otherLocale } from '../common/ui/words.ts';
import { waitParts } from '../common/wait-words.ts';
import './hall-missed.ts';
import { Paging } from './paging.ts';
import { type SidePage, sidePages } from './side-pages.ts';
import { wallStyles } from './wall-styles.ts';
import { QUEUE_ROW } from './window-grid.ts';
import { peopleWords, WALL_WORDS } from './words.ts';

/**
 * How many wait in each queue, and how long who comes now is expected to, in pages of `rows`; then, on pages
 * of their own, the numbers that were missed.
 */
export class HallWaiting extends LitElement {
  static override properties = {
    queues: { attribute: false },
    missed: { attribute: false },
    rows: { type: Number },
    missedRoom: { type: Number },
    locale: { type: String, reflect: true },
    stale: { type: Boolean },
  };
  declare queues: readonly QueueView[];
  declare missed: readonly MissedView[];
  declare rows: number;
  /** Missed numbers that fit one page. */
  declare missedRoom: number;
  declare locale: Locale;
  /** The line is down: numbers are still of use, an expectation is not. */
  declare stale: boolean;

  static override styles = [
    baseStyles,
    wallStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        overflow: hidden;
      }
      .page {
        margin-inline-start: auto;
      }
      ul {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
        margin-top: calc(10 * var(--u));
      }
      li {
        display: flex;
        align-items: center;
        gap: calc(10 * var(--u));
        flex: 1;
        min-height: 0;
        max-height: calc(${QUEUE_ROW} * var(--u));
        border-top: 2px solid var(--ow-line-colour);
        font-size: calc(30 * var(--u));
        line-height: 1.1;
      }
      .prefix {
        flex: none;
        width: 1em;
        color: var(--ow-ink-soft);
        font-weight: var(--ow-weight-strong);
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      /* Beside an expected wait, and in English: two lines of a smaller size rather than a cut word. */
      .waits .name {
        font-size: calc(24 * var(--u));
        line-height: 1.05;
        text-wrap: balance;
        white-space: normal;
      }
      :host([locale='en']) .name {
        font-size: calc(23 * var(--u));
        white-space: normal;
      }
      .count {
        flex: none;
        white-space: nowrap;
      }
      .people {
        font-size: calc(42 * var(--u));
        font-weight: var(--ow-weight-strong);
      }
      .people,
      .figures {
        font-variant-numeric: tabular-nums;
      }
      /* All of one width, so that no name moves when a range does. */
      .wait {
        flex: none;
        min-width: calc(168 * var(--u));
        text-align: end;
        white-space: nowrap;
      }
      .figures {
        font-size: calc(36 * var(--u));
      }
      .unit,
      .about,
      .closed {
        color: var(--ow-ink-soft);
        font-size: calc(26 * var(--u));
      }
    `,
  ];

  #paging = new Paging(this);

  constructor() {
    super();
    this.queues = [];
    this.missed = [];
    this.rows = 7;
    this.missedRoom = 15;
    this.locale = 'zh-CN';
    this.stale = false;
  }

  override render() {
    const sizes = { queues: this.rows, missed: this.missedRoom };
    const pages = sidePages(this.queues, this.missed, sizes);
    const page = pages[this.#paging.page(pages.length)];
    if (page === undefined) return '';
    const waits = !this.stale && this.queues.some(({ wait }) => wait !== null);
    return html`${this.#heading(page, waits)} ${
      page.of === 'waiting'
        ? html`<ul class=${waits ? 'waits' : ''}>
            ${page.queues.map((queue) => this.#row(queue, waits))}
          </ul>`
        : html`<ow-hall-missed .missed=${page.missed} .locale=${this.locale}></ow-hall-missed>`
    }`;
  }

  #heading({ of, page, pages }: SidePage, waits: boolean) {
    const { locale } = this;
    const second = otherLocale(locale);
    const title = of === 'waiting' && waits ? WALL_WORDS.waitingHowLong : WALL_WORDS[of];
    const short = of === 'waiting' ? WALL_WORDS.waiting : WALL_WORDS.missedShort;
    return html`<h2 class="heading">
      ${title[locale]}
      <span class="second" lang=${second}>${short[second]}</span>
      <span class="second page">${pages > 1 ? `${page + 1} / ${pages}` : ''}</span>
    </h2>`;
  }

  #row({ prefix, name, waiting, open, wait }: QueueView, waits: boolean) {
    const { count, unit } = peopleWords(waiting, this.locale);
    const people = html`<span class="people">${count}</span> <span class="unit">${unit}</span>`;
    const closed = html`<span class="closed">${WALL_WORDS.notIssuing[this.locale]}</span>`;
    return html`<li>
      <span class="prefix">${prefix}</span>
      <span class="name">${inLocale(name, this.locale)}</span>
      <span class="count">${open || waiting > 0 ? people : closed}</span>
      ${waits ? html`<span class="wait">${open && wait !== null ? this.#wait(wait) : nothing}</span>` : nothing}
    </li>`;
  }

  /** In the shortest words that still say it is no promise; English says "about" in the range itself. */
  #wait(wait: WaitRange) {
    const { locale } = this;
    const { about, figures } = waitParts(wait, locale);
    const said = locale === 'en' && wait.p90 > 1 ? '' : about;
    return html`<span class="about">${said}</span> <span class="figures">${figures}</span>
      <span class="unit">${WALL_WORDS.minutes[locale]}</span>`;
  }
}

customElements.define('ow-hall-waiting', HallWaiting);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-waiting': HallWaiting;
  }
}
