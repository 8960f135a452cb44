import { html, LitElement, nothing } from 'lit';
import { Connection, type ConnectionState } from '../../common/connection.ts';
import type { KioskView } from '../../common/contract/socket.ts';
import { inLocale, type Locale } from '../../common/contract/text.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/clock.ts';
import '../../common/ui/page-state.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import { issueTicket } from '../api.ts';
import { whichHall } from '../which-hall.ts';
import { Catalogue } from './catalogue.ts';
import { type Idle, idleAfter } from './idle.ts';
import { IDLE, type Issue, orderOf } from './intent.ts';
import { Issuer } from './issuer.ts';
import './kiosk-bar.ts';
import './kiosk-idle.ts';
import { kioskFrame } from './kiosk-frame.ts';
import { kioskSizes } from './kiosk-styles.ts';
import { type Scene, stepView } from './step-view.ts';
import { choiceOf, current, forward, mayGoBack, startTrail, type Trail, walked } from './trail.ts';
import { wantsOf } from './wants.ts';
import type { Wish, WishEvent } from './wish.ts';
import { KIOSK_WORDS } from './words.ts';

/** How often the idle countdown is looked at. */
const TICK_MS = 250;
const TOUCHES = ['pointerdown', 'keydown'] as const;

/** The kiosk: holds the connection, the way taken and the number under way; its parts only draw. */
export class KioskPage extends LitElement {
  static override properties = {
    connection: { state: true },
    trail: { state: true },
    issue: { state: true },
    idle: { state: true },
    locale: { state: true },
    large: { type: Boolean, reflect: true },
  };
  declare connection: ConnectionState<'kiosk'>;
  declare trail: Trail;
  declare issue: Issue;
  declare idle: Idle;
  declare locale: Locale;
  declare large: boolean;

  static override styles = [baseStyles, kioskSizes, kioskFrame];

  readonly #address = new URLSearchParams(location.search);
  readonly #start = startTrail(this.#address.get('zone'));
  #hall = '';
  #line: Connection<'kiosk'> | undefined;
  #catalogue = new Catalogue('', () => this.requestUpdate());
  readonly #issuer = new Issuer(
    (order, commandId) => issueTicket(this.#hall, order, commandId),
    (issue) => this.#issued(issue),
  );
  #ticking: ReturnType<typeof setInterval> | undefined;
  /** Kiosks' clocks jump when they are set; this one does not. */
  #touchedAt = performance.now();

  constructor() {
    super();
    this.connection = { status: 'loading', view: null, seq: 0, rejection: null };
    this.trail = this.#start;
    this.issue = IDLE;
    this.locale = localeOf(this.#address.get('lang'));
    this.large = false;
    this.idle = { secondsLeft: null, warns: false, isOver: false };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    for (const touch of TOUCHES) this.addEventListener(touch, this.#touched);
    void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    this.#line?.close();
    this.#line = undefined;
  }

  override render() {
    const { status, view, rejection } = this.connection;
    return html`<ow-page-state
      .status=${status}
      .rejection=${rejection}
      .locale=${this.locale}
      .now=${() => this.#now()}
      time-zone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
      @wish=${(event: WishEvent) => this.#grant(event.detail)}
    >
      ${view === null ? nothing : this.#frame(view)}
    </ow-page-state>`;
  }

  override updated(): void {
    document.documentElement.lang = this.locale;
    document.title = KIOSK_WORDS[this.locale].pageTitle;
  }

  #frame(view: KioskView) {
    const { idle, locale, trail } = this;
    const words = KIOSK_WORDS[locale];
    return html`<div class="frame">
      <header>
        <span class="hall">${inLocale(view.hall.name, locale)}</span>
        <ow-clock .now=${() => this.#now()} time-zone=${view.hall.timeZone} .locale=${locale}></ow-clock>
      </header>
      <main>${stepView(this.#scene(view))}</main>
      ${
        idle.warns && current(trail).at !== 'ticket' && idle.secondsLeft !== null
          ? html`<kiosk-idle .words=${words} .secondsLeft=${idle.secondsLeft}></kiosk-idle>`
          : nothing
      }
      <kiosk-bar
        .words=${words}
        .mayGoBack=${mayGoBack(trail)}
        .mayGoHome=${trail.length > 1}
        .isLarge=${this.large}
      ></kiosk-bar>
    </div>`;
  }

  #scene(view: KioskView): Scene {
    const { trail, issue, locale } = this;
    const { secondsLeft } = this.idle;
    const isLive = this.connection.status === 'live';
    return { view, trail, issue, locale, catalogue: this.#catalogue, isLive, secondsLeft };
  }

  async #connect(): Promise<void> {
    this.#hall = await whichHall(this.#address.get('hall'));
    if (!this.isConnected || this.#line !== undefined) return;
    this.#catalogue = new Catalogue(this.#hall, () => this.requestUpdate());
    this.#line = new Connection<'kiosk'>({ hall: this.#hall, audience: 'kiosk' }, (state) => {
      this.connection = state;
    });
    wantsOf(this.trail, this.#catalogue);
  }

  #grant(wish: Wish): void {
    if (wish.do === 'take') this.#take();
    else if (wish.do === 'language') this.locale = otherLocale(this.locale);
    else if (wish.do === 'large') this.large = !this.large;
    else if (wish.do === 'home') this.#home();
    else if (this.issue.phase !== 'busy') this.#walk(walked(this.trail, wish, this.#start));
  }

  #walk(trail: Trail): void {
    if (choiceOf(trail) === null) this.#issuer.reset();
    this.trail = trail;
    wantsOf(trail, this.#catalogue);
  }

  /** For the next citizen: nothing of the last one stays, neither choices nor large type nor language. */
  #home(): void {
    if (this.issue.phase === 'busy') return;
    this.#catalogue.forget();
    if (this.idle.isOver || current(this.trail).at === 'ticket') {
      this.large = false;
      this.locale = localeOf(this.#address.get('lang'));
    }
    this.#walk(this.#start);
  }

  #take(): void {
    const choice = choiceOf(this.trail);
    if (choice !== null) void this.#issuer.press(orderOf(choice, this.locale));
  }

  #issued(issue: Issue): void {
    this.#touched();
    this.issue = issue;
    if (issue.phase === 'done') this.trail = forward(this.trail, { at: 'ticket' });
  }

  #touched = (): void => {
    this.#touchedAt = performance.now();
  };

  #tick(): void {
    const idle = idleAfter({
      idleMs: performance.now() - this.#touchedAt,
      step: current(this.trail).at,
      isPristine:
        this.trail === this.#start && !this.large && this.locale === localeOf(this.#address.get('lang')),
      isBusy: this.issue.phase === 'busy',
      isLarge: this.large,
    });
    if (idle.secondsLeft !== this.idle.secondsLeft || idle.isOver !== this.idle.isOver) this.idle = idle;
    if (idle.isOver) this.#home();
  }

  #now(): number {
    return this.#line?.now() ?? Date.now();
  }
}

customElements.define('kiosk-page', KioskPage);
