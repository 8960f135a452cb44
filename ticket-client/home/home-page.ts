import { css, html, LitElement, nothing } from 'lit';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { BoardView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import type { PageStatus } from '../../common/ui/page-state.ts';
import { whichHall } from '../../common/ui/which-hall.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import { getBoard } from '../api.ts';
import { SCREENS } from './addresses.ts';
import './home-screen.ts';
import { HOME_WORDS } from './words.ts';

const RETRY_DELAY_MS = 3000;

/** The first page of the program: every screen of the hall, for whoever starts it first. */
export class HomePage extends LitElement {
  static override properties = {
    status: { state: true },
    rejection: { state: true },
    board: { state: true },
    locale: { state: true },
  };
  declare status: PageStatus;
  declare rejection: Rejection | null;
  declare board: BoardView | null;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        min-height: 100%;
      }
      ow-page-state {
        height: auto;
        min-height: 100vh;
      }
      main {
        width: 100%;
        max-width: 1240px;
        margin: 0 auto;
        padding: var(--ow-space-6) var(--ow-space-5) var(--ow-space-8);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--ow-space-4);
        margin-bottom: var(--ow-space-6);
      }
      header div {
        flex: 1 1 20em;
      }
      h1 {
        font-size: calc(var(--ow-text-title) * 1.2);
        font-weight: var(--ow-weight-strong);
        line-height: 1.2;
      }
      h1 span {
        color: var(--ow-primary);
      }
      .welcome {
        margin-top: var(--ow-space-2);
        color: var(--ow-ink-soft);
      }
      .screens {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(320px, 1fr));
        gap: var(--ow-space-4);
      }
      .first {
        margin-bottom: var(--ow-space-6);
        padding: var(--ow-space-4) var(--ow-space-5);
        border-radius: var(--ow-radius-l);
        background: var(--ow-primary-wash);
      }
      h2 {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .first ol {
        padding-inline-start: 1.4em;
        list-style: decimal;
      }
    `,
  ];

  constructor() {
    super();
    this.status = 'loading';
    this.rejection = null;
    this.board = null;
    this.locale = localeOf(new URLSearchParams(location.search).get('lang'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override updated(): void {
    document.documentElement.lang = this.locale;
    document.title = HOME_WORDS[this.locale].pageTitle;
  }

  override render() {
    return html`<ow-page-state .status=${this.status} .rejection=${this.rejection} .locale=${this.locale}>
      ${this.board === null ? nothing : this.#hall(this.board)}
    </ow-page-state>`;
  }

  #hall({ hall, windows }: BoardView) {
    const { locale } = this;
    const words = HOME_WORDS[locale];
    const language = () => {
      this.locale = otherLocale(locale);
    };
    return html`<main>
      <header>
        <div>
          <h1><span>${words.pageTitle}</span> · ${inLocale(hall.name, locale)}</h1>
          <p class="welcome">${words.welcome}</p>
        </div>
        <button class="button" type="button" lang=${otherLocale(locale)} @click=${language}>
          ${words.otherLanguage}
        </button>
      </header>
      <section class="first">
        <h2>${words.tryIt}</h2>
        <ol>
          ${words.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </section>
      <ul class="screens">
        ${SCREENS.map(
          (screen) => html`<li>
            <home-screen .screen=${screen} .words=${words} .hall=${hall.id} .windows=${windows} .locale=${locale}></home-screen>
          </li>`,
        )}
      </ul>
    </main>`;
  }

  async #read(): Promise<void> {
    const hall = await whichHall(new URLSearchParams(location.search).get('hall'));
    for (;;) {
      const answer = await getBoard(hall);
      if (!this.isConnected) return;
      if (answer.ok) {
        this.board = answer.value;
        this.status = 'live';
        return;
      }
      if (answer.code !== 'UNREACHABLE') {
        this.rejection = { code: answer.code };
        this.status = 'error';
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    }
  }
}

customElements.define('home-page', HomePage);
