import { css, html, LitElement, nothing } from 'lit';
import type { FairnessView } from '../../common/contract/fairness.ts';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { Locale, LocalText } from '../../common/contract/text.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import type { PageStatus } from '../../common/ui/page-state.ts';
import { getBoard } from '../api.ts';
import '../phone/phone-bar.ts';
import { whichHall } from '../../common/ui/which-hall.ts';
import { PHONE_WORDS } from '../phone/words.ts';
import { Reader } from '../reader.ts';
import { getFairness } from './api.ts';
import './fairness-report.ts';
import { FAIRNESS_WORDS } from './words.ts';

/** Counts change with every call; nobody compares them by the second. */
const READ_EVERY_MS = 10_000;

/** The public page: for a phone, and with ?ground=dark for a wall. */
export class FairnessPage extends LitElement {
  static override properties = {
    status: { state: true },
    rejection: { state: true },
    view: { state: true },
    hall: { state: true },
  };
  declare status: PageStatus;
  declare rejection: Rejection | null;
  declare view: FairnessView | null;
  declare hall: { name: LocalText; timeZone: string } | null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        height: 100%;
      }
      ow-page-state {
        --ow-page-state-title-size: 32px;
        height: auto;
        min-height: 100%;
      }
      main {
        display: grid;
        align-content: start;
        gap: var(--ow-space-4);
        width: 100%;
        max-width: 1240px;
        margin: 0 auto;
        padding: var(--ow-space-3) var(--ow-space-4) var(--ow-space-6);
      }
      .wall {
        display: block;
        max-width: none;
        height: 100vh;
        padding: 3.2vh 4vh;
      }
    `,
  ];

  readonly #address = new URLSearchParams(location.search);
  readonly #reader = new Reader(() => this.requestUpdate());
  readonly #isWall = this.#address.get('ground') === 'dark';
  #reading: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.status = 'loading';
    this.rejection = null;
    this.view = null;
    this.hall = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#reading);
  }

  override updated(): void {
    const page = document.documentElement;
    document.title = FAIRNESS_WORDS[this.#locale].pageTitle;
    this.#reader.dress(page, this.#locale);
    if (!this.#isWall) return;
    page.dataset.ground = 'dark';
    delete page.dataset.scale;
  }

  override render() {
    return html`<ow-page-state
      .status=${this.status}
      .rejection=${this.rejection}
      .locale=${this.#locale}
      time-zone=${this.hall?.timeZone ?? 'Asia/Shanghai'}
    >
      ${this.view === null || this.hall === null ? nothing : this.#page(this.view, this.hall)}
    </ow-page-state>`;
  }

  #page(view: FairnessView, { name, timeZone }: { name: LocalText; timeZone: string }) {
    const locale = this.#locale;
    const report = html`<fairness-report
      .view=${view}
      .locale=${locale}
      .timeZone=${timeZone}
      ?wall=${this.#isWall}
    ></fairness-report>`;
    if (this.#isWall) return html`<main class="wall">${report}</main>`;
    return html`<main>
      <phone-bar
        .words=${PHONE_WORDS[locale]}
        .hall=${inLocale(name, locale)}
        .isLarge=${this.#reader.isLarge}
        @large=${this.#reader.large}
        @language=${() => this.#reader.changeLanguage(locale)}
      ></phone-bar>
      ${report}
    </main>`;
  }

  async #start(): Promise<void> {
    await this.#read(await whichHall(this.#address.get('hall')));
  }

  async #read(hall: string): Promise<void> {
    if (this.hall === null) {
      const board = await getBoard(hall);
      if (board.ok) this.hall = board.value.hall;
    }
    const answer = await getFairness(hall);
    if (!this.isConnected) return;
    if (answer.ok) {
      this.view = answer.value;
      this.status = 'live';
    } else if (this.view !== null) {
      this.status = 'stale';
    } else if (answer.code !== 'UNREACHABLE') {
      this.rejection = { code: answer.code };
      this.status = 'error';
    }
    this.#reading = setTimeout(() => void this.#read(hall), READ_EVERY_MS);
  }

  get #locale(): Locale {
    return this.#reader.locale ?? 'zh-CN';
  }
}

customElements.define('fairness-page', FairnessPage);
