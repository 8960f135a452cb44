import { css, html, LitElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Locale } from '../common/contract/text.ts';
import type { CallView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/number.ts';
import { otherLocale } from '../common/ui/words.ts';
import { wallStyles } from './wall-styles.ts';
import { TO_WINDOW, toWindowWords, WALL_WORDS } from './words.ts';

/** The standing call: the number is the hero of the wall. */
export class HallCall extends LitElement {
  static override properties = {
    call: { attribute: false },
    fresh: { type: Boolean, reflect: true },
    locale: { type: String },
  };
  declare call: CallView | null;
  declare fresh: boolean;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    wallStyles,
    css`
      /* --scale: how much larger than at its least the call may stand; see callScale. */
      :host {
        --v: calc(var(--scale, 1) * var(--shrink, 1) * var(--u));
        display: block;
        min-height: 0;
      }
      .announced {
        height: 100%;
      }
      .call {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: calc(16 * var(--v));
        height: 100%;
        border: calc(6 * var(--u)) solid var(--ow-line-colour);
        border-radius: calc(24 * var(--u));
        background: var(--ow-surface);
        text-align: center;
        white-space: nowrap;
      }
      :host([fresh]) .call {
        border-color: var(--ow-accent);
        animation: breathe var(--ow-breath) ease-in-out 3;
      }
      :host([fresh]) ow-number,
      :host([fresh]) .window {
        color: var(--ow-accent-text);
      }
      /* Digits of Barlow are 0.7 em high: 278 makes them 195, more than a sixth of the wall. */
      ow-number {
        font-size: calc(278 * var(--v));
        line-height: 0.78;
        transition: color var(--ow-calm) var(--ow-ease);
      }
      .to {
        display: flex;
        align-items: baseline;
        gap: calc(18 * var(--v));
        font-size: calc(74 * var(--v));
        line-height: 1;
      }
      .window {
        font-size: calc(132 * var(--v));
        font-weight: var(--ow-weight-strong);
        transition: color var(--ow-calm) var(--ow-ease);
      }
      .second {
        font-size: calc(36 * var(--v));
        line-height: 1.1;
      }
      .none {
        color: var(--ow-ink-soft);
        font-size: calc(96 * var(--v));
      }
      @keyframes breathe {
        50% {
          background: var(--ow-accent-wash);
          box-shadow: 0 0 calc(48 * var(--u)) var(--ow-accent);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.call = null;
    this.fresh = false;
    this.locale = 'zh-CN';
  }

  override render() {
    return html`<div class="announced" role="status">${keyed(this.call?.id, this.#call())}</div>`;
  }

  #call() {
    const { call, locale } = this;
    const second = otherLocale(locale);
    if (call === null) {
      return html`<div class="call">
        <p class="none">${WALL_WORDS.noCallsYet[locale]}</p>
        <p class="second" lang=${second}>${WALL_WORDS.noCallsYet[second]}</p>
      </div>`;
    }
    const { before, after } = TO_WINDOW[locale];
    return html`<div class="call">
      <ow-number .value=${call.number}></ow-number>
      <p class="to"><span>${before}</span><span class="window">${call.window}</span><span>${after}</span></p>
      <p class="second" lang=${second}>${toWindowWords(call.window, second)}</p>
    </div>`;
  }
}

customElements.define('ow-hall-call', HallCall);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-call': HallCall;
  }
}
