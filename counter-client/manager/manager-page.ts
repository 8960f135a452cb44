import { html, LitElement, nothing } from 'lit';
import { Connection, type ConnectionState } from '../../common/connection.ts';
import type { ManagerView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import { rejectionSentence } from '../../common/phrases.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import { whichHall } from '../../common/ui/which-hall.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import './advice/advice-view.ts';
import { Balance } from './balance.ts';
import { BalanceApi } from './balance-api.ts';
import './desk-form.ts';
import { keepDesk, readDesk } from './desk-shelf.ts';
import './floor/floor-view.ts';
import './manager-header.ts';
import type { Asked } from './manager-events.ts';
import { managerPageStyles } from './manager-page-styles.ts';
import './outcome/outcome-view.ts';
import './season/season-view.ts';
import { type Section, sectionOf } from './sections.ts';
import './what-if/what-if-view.ts';
import { MANAGER_WORDS, noteSentence, SECTION_WORDS } from './words.ts';

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

  static override styles = [baseStyles, managerPageStyles];

  readonly #address = new URLSearchParams(location.search);
  #hall = '';
  #desk = '';
  #connection: Connection<'manager'> | null = null;
  /** Null until the manager's window is known. */
  #balance: Balance | null = null;
  #api: BalanceApi | null = null;
  #ticking: ReturnType<typeof setInterval> | undefined;
  readonly #now = (): number => this.#connection?.now() ?? Date.now();

  constructor() {
    super();
    this.state = { status: 'loading', view: null, seq: 0, rejection: null };
    this.section = sectionOf(location.hash);
    this.locale = localeOf(this.#address.get('lang'));
    this.addEventListener('manager-ask', ({ detail }) => void this.#ask(detail));
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
    this.#balance?.stop();
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
    const advice = this.#balance?.advice.state.value?.advice ?? null;
    return html`<manager-header
        .hall=${view?.hall ?? null}
        .section=${section}
        .advised=${advice?.state === 'open' ? advice.moves.length : 0}
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
        ${
          // Reached by Tab, so that a section without anything to press is scrolled by keys as well.
          view === null ? nothing : html`<main tabindex="0">${this.#note()} ${this.#section(view)}</main>`
        }
      </ow-page-state>`;
  }

  #note() {
    const note = this.#balance?.note ?? null;
    const text = note === null ? '' : noteSentence(note, this.locale);
    return html`<p class="said-line ${note?.kind ?? ''}" role="status">${text}</p>`;
  }

  #section(view: ManagerView) {
    const { locale, section } = this;
    if (section === 'floor')
      return html`<floor-view .view=${view} .now=${this.#now()} .locale=${locale}></floor-view>`;
    const balance = this.#balance;
    if (balance === null || this.#isRefused(balance)) return this.#asksDesk(view);
    const { queues, windows, hall } = view;
    const { timeZone } = hall;
    switch (section) {
      case 'advice':
        return html`<manager-advice
          .feed=${balance.advice.state}
          .queues=${queues}
          .timeZone=${timeZone}
          .busy=${balance.isBusy}
          .locale=${locale}
        ></manager-advice>`;
      case 'outcome':
        return html`<outcome-board
          .outcomes=${balance.outcomes.state}
          .predictions=${balance.predictions.state}
          .queues=${queues}
          .timeZone=${timeZone}
          .locale=${locale}
        ></outcome-board>`;
      case 'season':
        return html`<season-view
          .feed=${balance.season.state}
          .queues=${queues}
          .windows=${windows}
          .roster=${this.#api?.rosterAddress ?? ''}
          .tomorrow=${balance.tomorrow.state}
          .timeZone=${timeZone}
          .busy=${balance.isBusy}
          .locale=${locale}
        ></season-view>`;
      default:
        return html`<what-if-view
          .setup=${balance.setup.state}
          .windows=${windows}
          .queues=${queues}
          .simulated=${balance.simulated}
          .busy=${balance.isBusy}
          .now=${this.#now}
          .timeZone=${timeZone}
          .locale=${locale}
        ></what-if-view>`;
    }
  }

  #asksDesk({ windows }: ManagerView) {
    const { locale } = this;
    const wrong = this.#desk === '' ? '' : rejectionSentence('ROLE_REQUIRED', locale);
    return html`<desk-form .windows=${windows} .wrong=${wrong} .locale=${locale}></desk-form>`;
  }

  #isRefused({ advice }: Balance): boolean {
    const { status, rejection } = advice.state;
    return (
      status === 'error' && (rejection?.code === 'ROLE_REQUIRED' || rejection?.code === 'UNKNOWN_WINDOW')
    );
  }

  async #ask(asked: Asked): Promise<void> {
    if (asked.ask === 'desk') {
      keepDesk(() => localStorage, asked.desk);
      this.#sit(asked.desk);
      return;
    }
    const isDone = await this.#balance?.ask(asked);
    if (isDone && asked.ask === 'assign') this.renderRoot.querySelector('what-if-view')?.applied();
  }

  readonly #turn = (): void => {
    this.section = sectionOf(location.hash);
    this.#balance?.show(this.section);
  };

  /** From here on the balance is asked by the manager of this window. */
  #sit(desk: string): void {
    this.#balance?.stop();
    this.#desk = desk;
    this.#api = new BalanceApi(this.#hall, desk);
    this.#balance = new Balance(this.#api, () => this.requestUpdate());
    this.#balance.show(this.section);
    this.requestUpdate();
  }

  async #connect(): Promise<void> {
    this.#hall = await whichHall(this.#address.get('hall'));
    if (!this.isConnected || this.#connection !== null) return;
    this.#connection = new Connection({ hall: this.#hall, audience: 'manager' }, (state) => {
      this.state = state;
    });
    const desk = this.#address.get('desk') ?? readDesk(() => localStorage);
    if (desk !== '') this.#sit(desk);
  }
}

customElements.define('manager-page', ManagerPage);
