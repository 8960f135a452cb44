import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { WindowView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/number.ts';
import { otherLocale, type Words } from '../common/ui/words.ts';
import { windowStyles } from './window-styles.ts';
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

  static override styles = [baseStyles, windowStyles];

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
