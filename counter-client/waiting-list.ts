import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { WaitRange } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { durationWords } from '../common/ui/format.ts';
import { waitParts } from '../common/wait-words.ts';
import { panelStyles } from './panel-styles.ts';
import type { Waiting, WaitingRow } from './waiting.ts';
import { WORDS } from './words.ts';

/** Who waits in the queues of this window, and how long who comes now is expected to. */
export class WaitingList extends LitElement {
  static override properties = {
    waiting: { attribute: false },
    locale: { type: String },
    stale: { type: Boolean },
  };
  declare waiting: Waiting;
  declare locale: Locale;
  /** The line is down: an expectation is no longer of use. */
  declare stale: boolean;

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: block;
      }
      .panel {
        padding: var(--ow-space-3) var(--ow-space-4);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--ow-space-3);
      }
      .total {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: var(--ow-line-tight);
      }
      .longest {
        margin-inline-start: auto;
      }
      table {
        width: 100%;
        margin-top: var(--ow-space-1);
        border-collapse: collapse;
      }
      tr {
        border-top: 1px solid var(--ow-line-colour);
      }
      th,
      td {
        padding: 3px 0;
        font-weight: inherit;
        text-align: start;
        vertical-align: baseline;
      }
      td {
        width: 1%;
        padding-inline-start: var(--ow-space-3);
        text-align: end;
        white-space: nowrap;
      }
      thead {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.2;
      }
      thead tr {
        border: 0;
      }
      .count {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      thead th {
        width: 1%;
        padding-inline-start: var(--ow-space-3);
        text-align: end;
        white-space: nowrap;
      }
      /* The name keeps clear of its letter when it takes two lines. */
      tbody th {
        padding-inline-start: 1.6em;
      }
      .prefix {
        display: inline-block;
        width: 1.6em;
        margin-inline-start: -1.6em;
        font-weight: var(--ow-weight-strong);
      }
      .mark {
        padding: 0 6px;
        border: 1px solid var(--ow-primary);
        border-radius: 4px;
        color: var(--ow-primary);
        font-size: var(--ow-text-note);
        white-space: nowrap;
      }
      .late {
        color: var(--ow-danger);
        font-weight: var(--ow-weight-strong);
      }
      .nobody,
      .nobody .count {
        color: var(--ow-ink-soft);
        font-weight: var(--ow-weight);
      }
      @media (max-width: 760px) {
        td {
          padding-inline-start: var(--ow-space-2);
        }
        .panel {
          padding: var(--ow-space-2) var(--ow-space-3);
        }
      }
    `,
  ];

  override render() {
    const { rows, reserved, total, longestMs, late } = this.waiting;
    const waits = !this.stale && rows.some(({ wait }) => wait !== null);
    return html`<section class="panel" aria-labelledby="heading">
      <div class="top">
        <h2 class="heading" id="heading">${WORDS.waiting[this.locale]}</h2>
        <span class="total">${total}</span>
        ${
          longestMs === null
            ? nothing
            : html`<span class="longest ${late ? 'late' : ''}"
                >${WORDS.longest[this.locale]} ${durationWords(longestMs, this.locale)}${this.#late(late)}</span
              >`
        }
      </div>
      <table aria-labelledby="heading">
        ${this.#head(waits)}
        <tbody>
          ${rows.map((row) => this.#row(row, waits))} ${reserved === 0 ? nothing : this.#reserved(reserved, waits)}
        </tbody>
      </table>
    </section>`;
  }

  #head(waits: boolean) {
    const { longestShort, expected, people } = WORDS;
    const columns = waits ? [longestShort, expected, people] : [longestShort, people];
    return html`<thead>
      <tr>
        <td style="width: auto"></td>
        ${columns.map((words) => html`<th scope="col">${words[this.locale]}</th>`)}
      </tr>
    </thead>`;
  }

  #row({ prefix, name, primary, waiting, longestMs, late, wait }: WaitingRow, waits: boolean) {
    return html`<tr class=${waiting === 0 ? 'nobody' : ''}>
      <th scope="row">
        <span class="prefix">${prefix}</span>${inLocale(name, this.locale)}
        ${primary ? html`<span class="mark">${WORDS.primary[this.locale]}</span>` : nothing}
      </th>
      <td class=${late ? 'late' : ''}>
        ${longestMs === null ? nothing : durationWords(longestMs, this.locale)}${this.#late(late)}
      </td>
      ${waits ? html`<td>${wait === null ? nothing : this.#wait(wait)}</td>` : nothing}
      <td class="count">${waiting}</td>
    </tr>`;
  }

  /** The column says that it is expected; "about" would not fit. */
  #wait(wait: WaitRange) {
    const { about, figures, unit } = waitParts(wait, this.locale);
    return `${wait.p90 <= 1 ? `${about} ` : ''}${figures} ${unit}`;
  }

  #reserved(reserved: number, waits: boolean) {
    return html`<tr>
      <th scope="row"><span class="prefix" aria-hidden="true">→</span>${WORDS.reserved[this.locale]}</th>
      <td></td>
      ${waits ? html`<td></td>` : nothing}
      <td class="count">${reserved}</td>
    </tr>`;
  }

  /** Late is a word, not only a colour. */
  #late(late: boolean) {
    return late ? ` · ${WORDS.late[this.locale]}` : nothing;
  }
}

customElements.define('waiting-list', WaitingList);

declare global {
  interface HTMLElementTagNameMap {
    'waiting-list': WaitingList;
  }
}
