import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView } from '../../../common/contract/views.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { baseStyles } from '../../../common/ui/base-styles.ts';
import { tableStyles } from '../table-styles.ts';
import { rangeOf } from '../words.ts';
import { type Crossing, longestWaitMs } from './floor.ts';
import { FLOOR_WORDS } from './words.ts';

const MINUTE_MS = 60_000;

/** Every queue in a line: who waits, since when, what a newcomer may expect, who serves. */
export class QueueTable extends LitElement {
  static override properties = {
    queues: { attribute: false },
    crossings: { attribute: false },
    now: { type: Number },
    locale: { type: String },
  };
  declare queues: readonly QueueView[];
  declare crossings: readonly Crossing[];
  /** The server's time, milliseconds. */
  declare now: number;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    tableStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      td,
      th {
        padding-inline: 6px;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--ow-surface);
      }
      tbody th {
        padding-inline-start: calc(6px + 1.3em);
        text-indent: -1.3em;
      }
      .letter {
        text-indent: 0;
        display: inline-block;
        width: 1.3em;
        color: var(--ow-ink-soft);
        font-weight: var(--ow-weight-strong);
      }
      .waiting {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .over td,
      .over th {
        background: var(--ow-state-long-wash);
        color: var(--ow-state-long);
      }
    `,
  ];

  override render() {
    const { queues, locale } = this;
    return html`<table>
      <caption>${FLOOR_WORDS.queues[locale]}</caption>
      <thead>
        <tr>
          <th scope="col">${FLOOR_WORDS.queue[locale]}</th>
          <th scope="col" class="figure">${FLOOR_WORDS.waiting[locale]}</th>
          <th scope="col" class="figure">${FLOOR_WORDS.longest[locale]}</th>
          <th scope="col" class="figure">${FLOOR_WORDS.expected[locale]}</th>
          <th scope="col" class="figure">${FLOOR_WORDS.open[locale]}</th>
        </tr>
      </thead>
      <tbody>
        ${queues.map((queue) => this.#row(queue))}
      </tbody>
    </table>`;
  }

  #row(queue: QueueView) {
    const { now, locale, crossings } = this;
    const { prefix, name, waiting, openWindows, open, wait } = queue;
    const isOver = crossings.some((crossing) => crossing.queue.id === queue.id);
    return html`<tr class=${isOver ? 'over' : ''}>
      <th scope="row">
        <span class="letter">${prefix}</span>${inLocale(name, locale)}
        ${open ? nothing : html`<span class="soft">· ${FLOOR_WORDS.closedQueue[locale]}</span>`}
      </th>
      <td class="figure waiting">${waiting}</td>
      <td class="figure">${waiting === 0 ? '–' : Math.floor(longestWaitMs(queue, now) / MINUTE_MS)}</td>
      <td class="figure">${wait === null ? '–' : rangeOf(wait)}</td>
      <td class="figure">${openWindows}</td>
    </tr>`;
  }
}

customElements.define('queue-table', QueueTable);
