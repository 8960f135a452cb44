import { css, html, LitElement } from 'lit';
import { inLocale, type Locale } from '../common/contract/text.ts';
import type { QueueView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { otherLocale } from '../common/ui/words.ts';
import { Paging } from './paging.ts';
import { wallStyles } from './wall-styles.ts';
import { pageOf, QUEUE_ROW } from './window-grid.ts';
import { peopleWords, WALL_WORDS } from './words.ts';

/** How many wait in each queue; pages of `rows`. */
export class HallWaiting extends LitElement {
  static override properties = {
    queues: { attribute: false },
    rows: { type: Number },
    locale: { type: String, reflect: true },
  };
  declare queues: readonly QueueView[];
  declare rows: number;
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
    this.rows = 7;
    this.locale = 'zh-CN';
  }

  override render() {
    const { locale } = this;
    const second = otherLocale(locale);
    const pages = Math.ceil(this.queues.length / this.rows);
    const page = this.#paging.page(pages);
    return html`<h2 class="heading">
        ${WALL_WORDS.waiting[locale]}
        <span class="second" lang=${second}>${WALL_WORDS.waiting[second]}</span>
        <span class="second page">${pages > 1 ? `${page + 1} / ${pages}` : ''}</span>
      </h2>
      <ul>
        ${pageOf(this.queues, page, this.rows).map((queue) => this.#row(queue))}
      </ul>`;
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
