import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../contract/text.ts';
import { baseStyles } from './base-styles.ts';
import type { PageStatus } from './page-state.ts';
import { LINE_WORDS } from './words.ts';

/**
 * Whether a staff page's line to its hall holds: a mark, and a word as the part `word`. Nothing before there was
 * a line.
 */
export class LineState extends LitElement {
  static override properties = {
    status: { type: String, reflect: true },
    locale: { type: String },
  };
  declare status: PageStatus;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: var(--ow-space-2);
        color: var(--ow-state-free);
        white-space: nowrap;
      }
      .mark {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: currentColor;
      }
      :host([status='stale']) {
        color: var(--ow-danger);
      }
      :host([status='stale']) .mark {
        border: 2px solid currentColor;
        background: none;
      }
    `,
  ];

  constructor() {
    super();
    this.status = 'loading';
    this.locale = 'zh-CN';
  }

  override render() {
    if (this.status !== 'live' && this.status !== 'stale') return nothing;
    const word = LINE_WORDS[this.status][this.locale];
    return html`<i class="mark" aria-hidden="true"></i><span part="word">${word}</span>`;
  }
}

customElements.define('ow-line-state', LineState);

declare global {
  interface HTMLElementTagNameMap {
    'ow-line-state': LineState;
  }
}
