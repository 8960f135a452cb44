import { html, LitElement } from 'lit';
import { Connection, type ConnectionState } from '../common/connection.ts';
import '../common/ui/page-state.ts';
import { whichHall } from '../common/ui/which-hall.ts';
import { type Address, addressOf } from './address.ts';
import {
  type Announcements,
  advance,
  FRESH_MS,
  isFresh,
  NOTHING_ANNOUNCED,
  standingCall,
  takeIn,
} from './announcements.ts';
import './hall-board.ts';

const TIMER_SLACK_MS = 20;
const UPRIGHT = '(orientation: portrait)';

/**
 * The hall display's page: holds the connection and the wall's one announcement queue. Every call that
 * takes the stand is told once as an `announce` event with the CallView as its detail.
 */
export class HallPage extends LitElement {
  static override properties = { connected: { state: true }, announcements: { state: true } };
  declare connected: ConnectionState<'wall'>;
  declare announcements: Announcements;

  #address: Address = addressOf(location.search);
  #connection: Connection<'wall'> | null = null;
  #step: ReturnType<typeof setTimeout> | undefined;
  #fade: ReturnType<typeof setTimeout> | undefined;
  #shape = matchMedia(UPRIGHT);
  #reshape = (): void => this.requestUpdate();
  #now = (): number => this.#connection?.now() ?? Date.now();

  constructor() {
    super();
    this.connected = { status: 'loading', view: null, seq: 0, rejection: null };
    this.announcements = NOTHING_ANNOUNCED;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.#address.locale;
    this.#shape.addEventListener('change', this.#reshape);
    void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shape.removeEventListener('change', this.#reshape);
    this.#connection?.close();
    this.#connection = null;
    clearTimeout(this.#step);
    clearTimeout(this.#fade);
  }

  // The page's own styles reach its one child: nothing to encapsulate.
  protected override createRenderRoot(): this {
    return this;
  }

  override render() {
    const { status, view, rejection } = this.connected;
    const { locale, zone } = this.#address;
    return html`<ow-page-state
      .status=${status}
      .rejection=${rejection}
      .locale=${locale}
      .now=${this.#now}
      .timeZone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
    >
      <ow-hall-board
        .view=${view}
        .announcements=${this.announcements}
        .zone=${zone}
        .locale=${locale}
        .now=${this.#now}
        .fresh=${this.#fresh()}
        .stale=${status === 'stale'}
        .upright=${this.#shape.matches}
      ></ow-hall-board>
    </ow-page-state>`;
  }

  async #connect(): Promise<void> {
    const { zone } = this.#address;
    const hall = await whichHall(this.#address.hall);
    if (!this.isConnected) return;
    const subscription = { hall, audience: 'wall' as const, ...(zone === null ? {} : { zone }) };
    this.#connection = new Connection(subscription, (state) => this.#changed(state));
  }

  #fresh(): boolean {
    const calls = this.connected.view?.calls ?? [];
    return isFresh(this.announcements, standingCall(this.announcements, calls), performance.now());
  }

  #changed(state: ConnectionState<'wall'>): void {
    this.connected = state;
    if (state.view === null) return;
    this.announcements = takeIn(this.announcements, state.view.calls, this.#now());
    this.#advance();
  }

  #advance(): void {
    clearTimeout(this.#step);
    const { state, announced, nextInMs } = advance(this.announcements, this.#now(), performance.now());
    this.announcements = state;
    if (nextInMs !== null) this.#step = setTimeout(() => this.#advance(), nextInMs);
    if (announced === null) return;
    this.dispatchEvent(new CustomEvent('announce', { detail: announced }));
    clearTimeout(this.#fade);
    // A timer may fire a fraction early by the clock that is asked.
    this.#fade = setTimeout(() => this.requestUpdate(), FRESH_MS + TIMER_SLACK_MS);
  }
}

customElements.define('ow-hall-page', HallPage);
