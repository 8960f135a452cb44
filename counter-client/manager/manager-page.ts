import { css, html, LitElement, nothing } from 'lit';
import { Connection, type ConnectionState } from '../../common/connection.ts';
import type { ManagerView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import { whichHall } from '../../common/ui/which-hall.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import './floor/floor-view.ts';
import './manager-header.ts';
import { type Section, sectionOf } from './sections.ts';
import { MANAGER_WORDS, SECTION_WORDS } from './words.ts';

const TICK_MS = 1000;

/** Keeps the line to the hall and shows the section that the address names. */
export class ManagerPage extends LitElement {
  static override properties = {
    state: { state: true },
    section: { state: true },
    locale: { state: true },
  };
  declare state: ConnectionState<'manager'>;
  declare section: Section;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      ow-page-state {
        flex: 1;
        min-height: 0;
      }
      main {
        padding: var(--ow-space-3) var(--ow-space-4);
        overflow-y: auto;
      }
    `,
  ];

  readonly #address = new URLSearchParams(location.search);
  #connection: Connection<'manager'> | null = null;
  #ticking: ReturnType<typeof setInterval> | undefined;
  readonly #now = (): number => this.#connection?.now() ?? Date.now();

  constructor() {
    super();
    this.state = { status: 'loading', view: null, seq: 0, rejection: null };
    this.section = sectionOf(location.hash);
    this.locale = localeOf(this.#address.get('lang'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#turn);
    this.#ticking = setInterval(() => this.requestUpdate(), TICK_MS);
    void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#turn);
    clearInterval(this.#ticking);
    this.#connection?.close();
    this.#connection = null;
  }

  override updated(): void {
    document.documentElement.lang = this.locale;
    document.title = `${SECTION_WORDS[this.section][this.locale]} · ${MANAGER_WORDS.title[this.locale]}`;
  }

  override render() {
    const { locale, section } = this;
    const { status, view, rejection } = this.state;
    return html`<manager-header
        .hall=${view?.hall ?? null}
        .section=${section}
        .status=${status}
        .now=${this.#now}
        .locale=${locale}
        @manager-language=${() => {
          this.locale = otherLocale(locale);
        }}
      ></manager-header>
      <ow-page-state
        .status=${status}
        .rejection=${rejection}
        .locale=${locale}
        .now=${this.#now}
        .timeZone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
      >
        ${view === null ? nothing : html`<main>${this.#section(view)}</main>`}
      </ow-page-state>`;
  }

  #section(view: ManagerView) {
    return html`<floor-view .view=${view} .now=${this.#now()} .locale=${this.locale}></floor-view>`;
  }

  readonly #turn = (): void => {
    this.section = sectionOf(location.hash);
  };

  async #connect(): Promise<void> {
    const hall = await whichHall(this.#address.get('hall'));
    if (!this.isConnected || this.#connection !== null) return;
    this.#connection = new Connection({ hall, audience: 'manager' }, (state) => {
      this.state = state;
    });
  }
}

customElements.define('manager-page', ManagerPage);
