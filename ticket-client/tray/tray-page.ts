import { html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { Locale } from '../../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { clockTimeWithSeconds } from '../../common/ui/format.ts';
import '../../common/ui/page-state.ts';
import type { PageStatus } from '../../common/ui/page-state.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import { getSlips, type Slip } from '../api.ts';
import { pictureOf, spokenText } from './drawing.ts';
import { trayStyles } from './tray-styles.ts';
import { TRAY_WORDS } from './words.ts';

const POLL_MS = 2000;

/** A tray has no hall: times are those of the place it stands in. */
const TIME_ZONE = 'Asia/Shanghai';

/** The slip tray: the last slips as they would lie on a desk. */
export class TrayPage extends LitElement {
  static override properties = {
    status: { state: true },
    rejection: { state: true },
    slips: { state: true },
    locale: { state: true },
  };
  declare status: PageStatus;
  declare rejection: Rejection | null;
  declare slips: Slip[];
  declare locale: Locale;

  static override styles = [baseStyles, buttonStyles, trayStyles];

  #polling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.status = 'loading';
    this.rejection = null;
    this.slips = [];
    this.locale = localeOf(new URLSearchParams(location.search).get('lang'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#poll();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#polling);
  }

  override updated(): void {
    document.documentElement.lang = this.locale;
    document.title = TRAY_WORDS[this.locale].pageTitle;
  }

  override render() {
    return html`<ow-page-state .status=${this.status} .rejection=${this.rejection} .locale=${this.locale}>
      <main>${this.#head()} ${this.slips.length === 0 ? this.#empty() : this.#desk()}</main>
    </ow-page-state>`;
  }

  #head() {
    const words = TRAY_WORDS[this.locale];
    const language = () => {
      this.locale = otherLocale(this.locale);
    };
    return html`<header>
      <h1>${words.pageTitle} <span>${words.count(this.slips.length)}</span></h1>
      <p class="note">${words.note}</p>
      <a class="button" href="/">${words.home}</a>
      <button class="button" type="button" lang=${otherLocale(this.locale)} @click=${language}>
        ${words.otherLanguage}
      </button>
    </header>`;
  }

  #empty() {
    const words = TRAY_WORDS[this.locale];
    return html`<div class="empty">
      <h2>${words.emptyTitle}</h2>
      <p>${words.emptyNote}</p>
      <a class="button primary" href="/kiosk">${words.kiosk}</a>
    </div>`;
  }

  #desk() {
    return html`<ul>
      ${repeat(
        this.slips,
        (slip) => slip.id,
        (slip) => html`<li>${this.#slip(slip)}</li>`,
      )}
    </ul>`;
  }

  #slip({ svg, text, at }: Slip) {
    return html`<figure>
      <img src=${pictureOf(svg)} alt=${spokenText(text)} />
      <figcaption>${TRAY_WORDS[this.locale].printedAt(clockTimeWithSeconds(Date.parse(at), TIME_ZONE))}</figcaption>
    </figure>`;
  }

  async #poll(): Promise<void> {
    const answer = await getSlips();
    if (!this.isConnected) return;
    if (answer.ok) {
      this.slips = answer.value.slips;
      this.status = 'live';
    } else if (this.status !== 'loading') {
      this.status = 'stale';
    } else if (answer.code !== 'UNREACHABLE') {
      this.rejection = { code: answer.code };
      this.status = 'error';
    }
    this.#polling = setTimeout(() => void this.#poll(), POLL_MS);
  }
}

customElements.define('tray-page', TrayPage);
