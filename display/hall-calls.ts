import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Locale } from '../common/contract/text.ts';
import type { CallView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/number.ts';
import { otherLocale } from '../common/ui/words.ts';
import { wallStyles } from './wall-styles.ts';
import { CALL_ROW } from './window-grid.ts';
import { TO_WINDOW, WALL_WORDS } from './words.ts';

/** The calls before the standing one, newest first. */
export class HallCalls extends LitElement {
  static override properties = { calls: { attribute: false }, locale: { type: String } };
  declare calls: readonly CallView[];
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
        justify-content: space-between;
        flex: 1;
        min-height: 0;
        max-height: calc(${CALL_ROW} * var(--u));
        border-top: 2px solid var(--ow-line-colour);
        font-size: calc(32 * var(--u));
        line-height: 1;
        white-space: nowrap;
      }
      ow-number {
        font-size: calc(64 * var(--u));
      }
      .to {
        display: flex;
        align-items: baseline;
        gap: calc(6 * var(--u));
      }
      .window {
        font-size: calc(54 * var(--u));
        font-weight: var(--ow-weight-strong);
      }
    `,
  ];

  constructor() {
    super();
    this.calls = [];
    this.locale = 'zh-CN';
  }

  override render() {
    const { locale } = this;
    const second = otherLocale(locale);
    return html`<h2 class="heading">
        ${WALL_WORDS.recentCalls[locale]}
        <span class="second" lang=${second}>${WALL_WORDS.recentCalls[second]}</span>
      </h2>
      <ul>
        ${repeat(
          this.calls,
          (call) => call.number,
          (call) => this.#row(call),
        )}
      </ul>`;
  }

  #row({ number, window }: CallView) {
    const { before, after } = TO_WINDOW[this.locale];
    return html`<li>
      <ow-number .value=${number}></ow-number>
      <span class="to">
        ${this.locale === 'en' ? before : ''}<span class="window">${window}</span>${after}
      </span>
    </li>`;
  }
}

customElements.define('ow-hall-calls', HallCalls);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-calls': HallCalls;
  }
}
