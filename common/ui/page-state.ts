import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Rejection } from '../contract/rejections.ts';
import type { Locale } from '../contract/text.ts';
import { rejectionSentence } from '../phrases.ts';
import { baseStyles } from './base-styles.ts';
import { clockTime } from './format.ts';
import { PAGE_STATE_WORDS, sinceWords } from './words.ts';

export type PageStatus = 'loading' | 'live' | 'stale' | 'error';

/**
 * The four states of every page, drawn once. Around the page's content: loading and error stand in
 * its place, stale adds a banner above it that goes by itself when the connection is back.
 */
export class PageState extends LitElement {
  static override properties = {
    status: { type: String, reflect: true },
    rejection: { attribute: false },
    locale: { type: String },
    now: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    staleSince: { state: true },
  };
  declare status: PageStatus;
  declare rejection: Rejection | null;
  declare locale: Locale;
  /** The server's clock; it runs on while the connection is down. */
  declare now: () => number;
  declare timeZone: string;
  declare staleSince: number | null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      .content {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      .content > ::slotted(*) {
        flex: 1;
        min-height: 0;
      }
      .banner {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0.2em 0.8em;
        padding: 0.5em 1em;
        /* On a phone that is called, all below has the same colour. */
        border-bottom: 2px solid var(--ow-on-accent);
        background: var(--ow-accent);
        color: var(--ow-on-accent);
        font-size: var(--ow-page-state-size, var(--ow-text-body));
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
        text-align: center;
      }
      .instead {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 0.6em;
        padding: 1em;
        font-size: var(--ow-page-state-title-size, var(--ow-text-title));
        text-align: center;
      }
      .instead p {
        color: var(--ow-ink-soft);
        font-size: 0.66em;
      }
      h1 {
        font-size: inherit;
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
      }
      /* Most pages are live within a blink: the word appears only when it is true for a while. */
      .loading {
        animation: appear var(--ow-calm) var(--ow-ease) 400ms both;
      }
      .line {
        width: 6em;
        height: 0.12em;
        border-radius: var(--ow-radius-round);
        background: var(--ow-line-colour);
        overflow: hidden;
      }
      .line::after {
        display: block;
        width: 40%;
        height: 100%;
        background: var(--ow-primary);
        content: '';
        animation: pass 1.6s ease-in-out infinite alternate;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @keyframes pass {
        to {
          transform: translateX(150%);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.status = 'loading';
    this.rejection = null;
    this.locale = 'zh-CN';
    this.now = () => Date.now();
    this.timeZone = 'Asia/Shanghai';
    this.staleSince = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('status')) return;
    if (this.status !== 'stale') this.staleSince = null;
    else this.staleSince ??= this.now();
  }

  override render() {
    if (this.status === 'loading') return this.#loading();
    if (this.status === 'error') return this.#error();
    return html`${this.#banner()}
      <div class="content"><slot></slot></div>`;
  }

  #loading() {
    return html`<main class="instead loading">
      <div role="status"><h1>${PAGE_STATE_WORDS.loading[this.locale]}</h1></div>
      <div class="line" aria-hidden="true"></div>
    </main>`;
  }

  #error() {
    const code = this.rejection?.code ?? 'INTERNAL';
    return html`<main class="instead">
      <h1>${rejectionSentence(code, this.locale)}</h1>
      <p role="alert">${PAGE_STATE_WORDS.askStaff[this.locale]} · ${code}</p>
    </main>`;
  }

  #banner() {
    if (this.staleSince === null) return nothing;
    const since = sinceWords(clockTime(this.staleSince, this.timeZone), this.locale);
    return html`<div class="banner" role="status">
      <span>${PAGE_STATE_WORDS.stale[this.locale]}</span>
      <span>${since}</span>
    </div>`;
  }
}

customElements.define('ow-page-state', PageState);

declare global {
  interface HTMLElementTagNameMap {
    'ow-page-state': PageState;
  }
}
