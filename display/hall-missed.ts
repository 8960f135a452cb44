import { css, html, LitElement } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { MissedView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/number.ts';
import { otherLocale } from '../common/ui/words.ts';
import { wallStyles } from './wall-styles.ts';
import { WALL_WORDS } from './words.ts';

/** Numbers that were called and did not come, and what their holders do. */
export class HallMissed extends LitElement {
  static override properties = { missed: { attribute: false }, locale: { type: String } };
  declare missed: readonly MissedView[];
  declare locale: Locale;

  static override styles = [
    baseStyles,
    wallStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        justify-content: space-between;
        gap: calc(10 * var(--u));
        min-height: 0;
        margin-top: calc(10 * var(--u));
        padding-top: calc(12 * var(--u));
        border-top: 2px solid var(--ow-line-colour);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(calc(125 * var(--u)), 1fr));
        gap: calc(14 * var(--u)) calc(16 * var(--u));
      }
      ow-number {
        font-size: calc(42 * var(--u));
      }
      p {
        font-size: calc(28 * var(--u));
        line-height: 1.2;
      }
      .second {
        display: block;
      }
    `,
  ];

  override render() {
    const { locale } = this;
    const second = otherLocale(locale);
    return html`<ul>
        ${this.missed.map(({ number }) => html`<li><ow-number value=${number}></ow-number></li>`)}
      </ul>
      <p>
        ${WALL_WORDS.missedTodo[locale]}
        <span class="second" lang=${second}>${WALL_WORDS.missedTodo[second]}</span>
      </p>`;
  }
}

customElements.define('ow-hall-missed', HallMissed);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-missed': HallMissed;
  }
}
