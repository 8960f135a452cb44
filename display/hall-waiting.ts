import { css, html, LitElement } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { MissedView, QueueView } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { otherLocale } from '../common/ui/words.ts';
import './hall-missed.ts';
import { Paging } from './paging.ts';
import { type SidePage, sidePages } from './side-pages.ts';
import { wallStyles } from './wall-styles.ts';
import { QUEUE_ROW } from './window-grid.ts';
import { peopleWords, WALL_WORDS } from './words.ts';

/** How many wait in each queue, in pages of `rows`; then, on pages of their own, the numbers that were missed. */
export class HallWaiting extends LitElement {
  static override properties = {
    queues: { attribute: false },
    missed: { attribute: false },
    rows: { type: Number },
    missedRoom: { type: Number },
    locale: { type: String, reflect: true },
  };
  declare queues: readonly QueueView[];
  declare missed: readonly MissedView[];
  declare rows: number;
  /** Missed numbers that fit one page. */
  declare missedRoom: number;
  declare locale: Locale;

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
        gap: calc(14 * var(--u));
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
      /* English names of queues are long: two lines of a smaller size rather than a cut word. */
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
      .unit,
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
  }

  override render() {
    const sizes = { queues: this.rows, missed: this.missedRoom };
    const pages = sidePages(this.queues, this.missed, sizes);
    const page = pages[this.#paging.page(pages.length)];
    if (page === undefined) return '';
    return html`${this.#heading(page)} ${
      page.of === 'waiting'
        ? html`<ul>
            ${page.queues.map((queue) => this.#row(queue))}
          </ul>`
        : html`<ow-hall-missed .missed=${page.missed} .locale=${this.locale}></ow-hall-missed>`
    }`;
  }

  #heading({ of, page, pages }: SidePage) {
    const { locale } = this;
    const second = otherLocale(locale);
    const short = of === 'waiting' ? WALL_WORDS.waiting : WALL_WORDS.missedShort;
    return html`<h2 class="heading">
      ${WALL_WORDS[of][locale]}
      <span class="second" lang=${second}>${short[second]}</span>
      <span class="second page">${pages > 1 ? `${page + 1} / ${pages}` : ''}</span>
    </h2>`;
  }

  #row({ prefix, name, waiting, open }: QueueView) {
    const { count, unit } = peopleWords(waiting, this.locale);
    const people = html`<span class="people">${count}</span> <span class="unit">${unit}</span>`;
    const closed = html`<span class="closed">${WALL_WORDS.notIssuing[this.locale]}</span>`;
    return html`<li>
      <span class="prefix">${prefix}</span>
      <span class="name">${inLocale(name, this.locale)}</span>
      <span class="count">${open || waiting > 0 ? people : closed}</span>
    </li>`;
  }
}

customElements.define('ow-hall-waiting', HallWaiting);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-waiting': HallWaiting;
  }
}
