import { css, html, LitElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Locale, LocalText } from '../common/contract/text.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { Paging } from './paging.ts';
import { wallStyles } from './wall-styles.ts';
import { WALL_WORDS } from './words.ts';

/** The hall's notices, one at a time; they change, they do not run. */
export class HallNotices extends LitElement {
  static override properties = { notices: { attribute: false }, locale: { type: String } };
  declare notices: readonly LocalText[];
  declare locale: Locale;

  static override styles = [
    baseStyles,
    wallStyles,
    css`
      :host {
        display: block;
      }
      p {
        display: flex;
        align-items: baseline;
        gap: calc(20 * var(--u));
        font-size: calc(34 * var(--u));
        line-height: 1.3;
        white-space: nowrap;
        animation: appear var(--ow-calm) var(--ow-ease);
      }
      .label {
        flex: none;
        color: var(--ow-ink-soft);
      }
      .text {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      @media (orientation: portrait) {
        p {
          font-size: calc(28 * var(--u));
          white-space: normal;
        }
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  #paging = new Paging(this);

  constructor() {
    super();
    this.notices = [];
    this.locale = 'zh-CN';
  }

  override render() {
    const index = this.#paging.page(this.notices.length);
    const notice = this.notices[index];
    if (notice === undefined) return '';
    return keyed(
      index,
      html`<p>
        <span class="label">${WALL_WORDS.notice[this.locale]}</span>
        <span class="text">${inLocale(notice, this.locale)}</span>
      </p>`,
    );
  }
}

customElements.define('ow-hall-notices', HallNotices);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-notices': HallNotices;
  }
}
