import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { WindowView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/number.ts';
import { otherLocale, type Words } from '../common/ui/words.ts';
import { TO_WINDOW, type WindowFace, windowFace } from './words.ts';

/**
 * The whole window display 窗口屏. The same face on a strip of 1024 × 256 above a counter and on a small
 * monitor: strips put the window's number beside the call, monitors above it.
 */
export class WindowBoard extends LitElement {
  static override properties = {
    window: { attribute: false },
    flashing: { type: Boolean, reflect: true },
    stale: { type: Boolean, reflect: true },
    locale: { type: String },
  };
  declare window: WindowView | null;
  declare flashing: boolean;
  declare stale: boolean;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    css`
      /* 1 × --u is a hundredth of the height, less where the width would not hold four figures. */
      :host {
        --u: min(1vh, 0.5625vw);
        display: block;
        height: 100%;
      }
      main {
        display: flex;
        flex-direction: column;
        height: 100%;
        line-height: 1.1;
        white-space: nowrap;
      }
      .window {
        display: flex;
        flex: none;
        align-items: baseline;
        justify-content: center;
        gap: 0.12em;
        padding: calc(3 * var(--u)) calc(4 * var(--u));
        border-bottom: calc(0.5 * var(--u)) solid var(--ow-line-colour);
        background: var(--ow-surface);
        font-size: calc(11 * var(--u));
      }
      .window strong {
        font-size: 1.5em;
        font-weight: var(--ow-weight-strong);
        line-height: 1;
      }
      .window .second {
        margin-inline-start: 0.8em;
        font-size: calc(6 * var(--u));
      }
      .face {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: calc(5 * var(--u));
        min-width: 0;
        text-align: center;
      }
      ow-number {
        font-size: calc(56 * var(--u));
        line-height: 0.78;
      }
      .words {
        font-size: calc(13 * var(--u));
        font-weight: var(--ow-weight-strong);
      }
      .words.alone {
        font-size: calc(19 * var(--u));
      }
      .more {
        font-size: calc(9 * var(--u));
      }
      .second {
        color: var(--ow-ink-soft);
        font-size: calc(6 * var(--u));
        font-weight: var(--ow-weight);
      }
      .call {
        color: var(--ow-accent-text);
      }
      .busy .words {
        color: var(--ow-state-serving);
      }
      .away .words {
        color: var(--ow-state-paused);
      }
      /* Three breaths, one a second: well below what may trouble anybody. */
      :host([flashing]) .call {
        animation: flash var(--ow-breath) steps(1, end) 3;
      }
      :host([flashing]) .call .second {
        color: inherit;
      }
      @keyframes flash {
        0% {
          background: var(--ow-accent);
          color: var(--ow-on-accent);
        }
        55% {
          background: none;
          color: var(--ow-accent-text);
        }
      }
      /* Without motion a fresh call stands in the accent instead. */
      @media (prefers-reduced-motion: reduce) {
        :host([flashing]) .call {
          background: var(--ow-accent);
          color: var(--ow-on-accent);
        }
      }
      @media (min-aspect-ratio: 5 / 2) {
        :host {
          --u: min(1vh, 0.29vw);
        }
        /* The banner of the stale state takes its height from a strip, so all else gives way. */
        :host([stale]) {
          --u: min(0.84vh, 0.29vw);
        }
        main {
          flex-direction: row;
        }
        .window {
          flex-direction: column;
          align-items: center;
          gap: calc(2 * var(--u));
          min-width: calc(72 * var(--u));
          border-right: calc(0.8 * var(--u)) solid var(--ow-line-colour);
          border-bottom: 0;
          font-size: calc(17 * var(--u));
        }
        .window strong {
          font-size: calc(50 * var(--u));
          line-height: 0.8;
        }
        .window .second {
          margin: 0;
          font-size: calc(10 * var(--u));
        }
        .face {
          gap: calc(3.5 * var(--u));
        }
        ow-number {
          font-size: calc(68 * var(--u));
        }
        .words {
          font-size: calc(17 * var(--u));
        }
        .words.alone {
          font-size: calc(33 * var(--u));
        }
        .more {
          font-size: calc(17 * var(--u));
        }
        .second {
          font-size: calc(10 * var(--u));
        }
      }
    `,
  ];

  constructor() {
    super();
    this.window = null;
    this.flashing = false;
    this.stale = false;
    this.locale = 'zh-CN';
  }

  override render() {
    if (this.window === null) return nothing;
    const face = windowFace(this.window);
    return html`<main>
      ${this.#window(this.window.number)}
      <div class="face ${face.look}" role="status">${this.#face(face)}</div>
    </main>`;
  }

  #window(number: number) {
    const { locale } = this;
    const inChinese = html`<strong>${number}</strong><span>${TO_WINDOW['zh-CN'].after}</span>`;
    const inEnglish = html`<span>Window</span><strong>${number}</strong>`;
    return html`<h1 class="window">
      ${locale === 'en' ? inEnglish : inChinese}
      <span class="second" lang=${otherLocale(locale)}>${locale === 'en' ? '窗口' : 'Window'}</span>
    </h1>`;
  }

  #face({ number, words, more }: WindowFace) {
    return html`${number === null ? nothing : html`<ow-number .value=${number}></ow-number>`}
      <p class="words ${number === null ? 'alone' : ''}">${words[this.locale]}</p>
      ${more === null ? nothing : html`<p class="more">${more[this.locale]}</p>`} ${this.#second(words, more)}`;
  }

  #second(words: Words, more: Words | null) {
    const second = otherLocale(this.locale);
    const sentence = more === null ? words[second] : `${words[second]} · ${more[second]}`;
    return html`<p class="second" lang=${second}>${sentence}</p>`;
  }
}

customElements.define('ow-window-board', WindowBoard);

declare global {
  interface HTMLElementTagNameMap {
    'ow-window-board': WindowBoard;
  }
}
