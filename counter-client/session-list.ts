import { css, html, LitElement } from 'lit';
import { inLocale, type Locale } from '../common/contract/text.ts';
import type { QueueView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { clockTime, stopwatch } from '../common/ui/format.ts';
import { panelStyles } from './panel-styles.ts';
import type { Ended } from './session.ts';
import { WORDS } from './words.ts';

/** The tickets that ended at this window since the page was opened, newest first. */
export class SessionList extends LitElement {
  static override properties = {
    ended: { attribute: false },
    queues: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    locale: { type: String },
  };
  declare ended: readonly Ended[];
  declare queues: Record<string, QueueView>;
  declare timeZone: string;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: flex;
        min-height: 0;
      }
      .panel {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-width: 0;
        padding: var(--ow-space-3) var(--ow-space-4);
      }
      .scroll {
        flex: 1;
        min-height: 0;
        margin-top: var(--ow-space-1);
        overflow-y: auto;
      }
      li {
        display: flex;
        align-items: baseline;
        gap: var(--ow-space-3);
        padding: 3px 0;
        border-top: 1px solid var(--ow-line-colour);
      }
      .number {
        min-width: 3.2em;
        font-weight: var(--ow-weight-strong);
      }
      .queue {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .missed {
        color: var(--ow-danger);
      }
      @media (max-width: 760px) {
        .panel {
          padding: var(--ow-space-2) var(--ow-space-3);
        }
      }
    `,
  ];

  override render() {
    return html`<section class="panel" aria-labelledby="heading">
      <h2 class="heading" id="heading">${WORDS.session[this.locale]}</h2>
      <div class="scroll" tabindex=${this.ended.length > 0 ? '0' : '-1'} role="group" aria-labelledby="heading">
        ${
          this.ended.length === 0
            ? html`<p class="soft">${WORDS.nothingYet[this.locale]}</p>`
            : html`<ul>
                ${this.ended.map((each) => this.#row(each))}
              </ul>`
        }
      </div>
    </section>`;
  }

  #row({ number, queue, state, endedAt, serviceMs }: Ended) {
    const name = this.queues[queue]?.name;
    return html`<li>
      <span class="number">${number}</span>
      <span class="queue soft">${name === undefined ? '' : inLocale(name, this.locale)}</span>
      <span class=${state}>${WORDS[state][this.locale]}</span>
      <span>${serviceMs === null ? '' : stopwatch(serviceMs)}</span>
      <span class="soft">${clockTime(endedAt, this.timeZone)}</span>
    </li>`;
  }
}

customElements.define('session-list', SessionList);

declare global {
  interface HTMLElementTagNameMap {
    'session-list': SessionList;
  }
}
