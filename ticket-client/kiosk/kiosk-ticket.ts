import { css, html, LitElement, nothing } from 'lit';
import type { HallView, QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { clockTime } from '../../common/ui/format.ts';
import '../../common/ui/number.ts';
import '../../common/ui/qr-code.ts';
import { rangesOf } from '../window-ranges.ts';
import type { Outcome } from './errands.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** The number: the largest thing on the screen, then where to wait and how to follow it. */
export class KioskTicket extends LitElement {
  static override properties = {
    words: { attribute: false },
    hall: { attribute: false },
    queue: { attribute: false },
    outcome: { attribute: false },
    note: { attribute: false },
    windows: { attribute: false },
    secondsLeft: { attribute: false },
  };
  declare words: KioskWords;
  declare hall: HallView;
  declare queue: QueueView | null;
  declare outcome: Outcome;
  /** What else there is to say; null for a number simply taken. */
  declare note: string | null;
  /** Numbers of the windows that may call; empty while not known. */
  declare windows: readonly number[];
  declare secondsLeft: number | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: grid;
        flex: 1;
        grid-template: minmax(0, auto) auto auto / minmax(0, 1fr);
        align-content: space-evenly;
        gap: var(--ow-space-4);
        min-height: 0;
      }
      .number {
        text-align: center;
      }
      .label,
      .queue {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-lead);
        line-height: 1.3;
      }
      .queue {
        color: var(--ow-ink);
      }
      ow-number {
        color: var(--ow-primary);
        font-size: calc(var(--ow-text-number) * 1.35);
      }
      .ahead {
        margin-top: var(--ow-space-3);
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.2;
      }
      .result {
        max-width: 24em;
        margin: var(--ow-space-3) auto 0;
        padding: var(--ow-space-3) var(--ow-space-4);
        border-radius: var(--ow-radius-m);
        background: var(--ow-primary-wash);
        line-height: 1.35;
      }
      .facts {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--ow-space-4);
        padding: var(--ow-space-5);
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
      }
      .wide {
        grid-column: 1 / 3;
      }
      dt {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.3;
      }
      dd {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
      }
      /* Lines end after a window's number, not within the word after it. */
      .windows dd {
        word-break: keep-all;
      }
      .follow {
        display: grid;
        grid-template-columns: var(--kiosk-qr) 1fr;
        align-items: center;
        gap: var(--ow-space-5);
      }
      .slip {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.2;
      }
      .note {
        margin-top: var(--ow-space-2);
        color: var(--ow-ink-soft);
        line-height: 1.4;
      }
      .end {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--ow-space-4);
      }
      .end .button {
        min-width: 8em;
        min-height: calc(var(--ow-target) + 8px);
      }
      @media (orientation: landscape) {
        :host {
          grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) minmax(0, 1fr);
          align-items: center;
          column-gap: var(--ow-space-6);
        }
        .number {
          grid-area: 1 / 1 / 3 / 2;
        }
        .rest {
          grid-area: 1 / 2 / 2 / 3;
        }
        .end {
          grid-area: 2 / 2 / 3 / 3;
        }
        .facts {
          gap: var(--ow-space-3);
          padding: var(--ow-space-4);
        }
      }
      .rest {
        display: grid;
        gap: var(--ow-space-5);
      }
    `,
  ];

  override render() {
    const { words, note } = this;
    const { ticket, url } = this.outcome;
    return html`<section class="number" aria-live="assertive">
        <h1 class="label">${words.yourNumber}</h1>
        <ow-number .value=${ticket.number}></ow-number>
        <p class="queue">${this.queue === null ? '' : inLocale(this.queue.name, words.locale)}</p>
        ${ticket.state === 'waiting' ? html`<p class="ahead">${words.ahead(ticket.ahead)}</p>` : nothing}
        ${note === null ? nothing : html`<p class="result">${note}</p>`}
      </section>
      <div class="rest">
        ${this.#facts()}
        ${url === null ? html`<p class="slip">${words.takeSlip}</p>` : this.#follow(url)}
      </div>
      <div class="end">
        <p>${this.secondsLeft === null ? '' : words.homeIn(this.secondsLeft)}</p>
        <button class="button primary" type="button" @click=${() => wish(this, { do: 'home' })}>${words.done}</button>
      </div>`;
  }

  #follow(url: string) {
    const { words } = this;
    return html`<div class="follow">
      <qr-code .value=${new URL(url, location.href).href} label=${words.qr}></qr-code>
      <div>
        <p class="slip">${words.takeSlip}</p>
        <p>${words.scan}</p>
        <p class="note">${words.slipTrouble}</p>
      </div>
    </div>`;
  }

  #facts() {
    const { words, windows, outcome, hall } = this;
    const zone = hall.zones.find(({ id }) => id === this.queue?.zone);
    return html`<dl class="facts">
      ${zone === undefined ? nothing : fact(words.waitWhere, inLocale(zone.name, words.locale))}
      ${fact(words.dueAt, clockTime(outcome.ticket.dueAt, hall.timeZone))}
      ${windows.length === 0 ? nothing : fact(words.mayCall, words.window(rangesOf(windows, words.windowSeparator)), 'wide windows')}
    </dl>`;
  }
}

function fact(name: string, value: string, width = '') {
  return html`<div class=${width}>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

customElements.define('kiosk-ticket', KioskTicket);
