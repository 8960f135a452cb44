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
import { DoubleTouch } from './double-touch.ts';
import type { Idle, Idleness } from './idle.ts';
import { IdleWatch } from './idle-watch.ts';
import { type Issue, orderOf } from './intent.ts';
import { Issuer } from './issuer.ts';
import './kiosk-bar.ts';
import { kioskFrame } from './kiosk-frame.ts';
import { kioskSizes } from './kiosk-styles.ts';
import { idleView, type Scene, stepView } from './step-view.ts';
import { choiceOf, current, forward, isAtStart, mayGoBack, startTrail, type Trail, walked } from './trail.ts';
import { wantsOf } from './wants.ts';
import type { Wish, WishEvent } from './wish.ts';
import { KIOSK_WORDS } from './words.ts';

/** The kiosk: holds the connection, the way taken and the number under way; its parts only draw. */
export class KioskPage extends LitElement {
  static override properties = {
    connection: { state: true },
    trail: { state: true },
    locale: { state: true },
    large: { type: Boolean, reflect: true },
  };
  declare connection: ConnectionState<'kiosk'>;
  declare trail: Trail;
  declare locale: Locale;
  declare large: boolean;

  static override styles = [baseStyles, kioskSizes, kioskFrame];

  readonly #address = new URLSearchParams(location.search);
  readonly #start = startTrail(this.#address.get('zone'));
  /** The language of the place, before anyone chooses another. */
  readonly #ownLocale = localeOf(this.#address.get('lang'));
  #hall = '';
  #line: Connection<'kiosk'> | undefined;
  #catalogue = new Catalogue('', () => this.requestUpdate());
  readonly #issuer = new Issuer(
    (order, commandId) => issueTicket(this.#hall, order, commandId),
    (issue) => this.#issued(issue),
  );
  readonly #watch = new IdleWatch(
    this,
    () => this.#idleness(),
    (idle) => this.#idled(idle),
  );
  readonly #doubleTouch = new DoubleTouch(this);

  constructor() {
    super();
    this.connection = { status: 'loading', view: null, seq: 0, rejection: null };
    this.trail = this.#start;
    this.locale = this.#ownLocale;
    this.large = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.start();
    this.#doubleTouch.start();
    void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.stop();
    this.#doubleTouch.stop();
    this.#line?.close();
    this.#line = undefined;
  }

  override render() {
    const { status, view, rejection } = this.connection;
    return html`<ow-page-state
      .status=${status}
      .rejection=${rejection}
      .locale=${this.locale}
      .now=${this.#now}
      time-zone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
      @wish=${(event: WishEvent) => this.#grant(event.detail)}
    >
      ${view === null ? nothing : this.#frame(view)}
    </ow-page-state>`;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('trail') as Trail | undefined;
    if (before !== undefined && current(before).at !== current(this.trail).at) this.#doubleTouch.moved();
  }

  override updated(): void {
    document.documentElement.lang = this.locale;
    document.title = KIOSK_WORDS[this.locale].pageTitle;
  }

  #frame(view: KioskView) {
    const { locale, trail } = this;
    const words = KIOSK_WORDS[locale];
    return html`<div class="frame">
      <header>
        <span class="hall">${inLocale(view.hall.name, locale)}</span>
        <ow-clock .now=${this.#now} time-zone=${view.hall.timeZone} .locale=${locale}></ow-clock>
      </header>
      <main>${stepView(this.#scene(view))}${idleView(this.#scene(view))}</main>
      <kiosk-bar
        .words=${words}
        .mayGoBack=${mayGoBack(trail)}
        .mayGoHome=${trail.length > 1}
        .isLarge=${this.large}
      ></kiosk-bar>
    </div>`;
  }

  #scene(view: KioskView): Scene {
    const { trail, locale } = this;
    const { issue } = this.#issuer;
    const { idle } = this.#watch;
    const isLive = this.connection.status === 'live';
    return { view, trail, issue, locale, catalogue: this.#catalogue, isLive, idle };
  }

  async #connect(): Promise<void> {
    this.#hall = await whichHall(this.#address.get('hall'));
    if (!this.isConnected || this.#line !== undefined) return;
    this.#catalogue = new Catalogue(this.#hall, () => this.requestUpdate());
    this.#line = new Connection<'kiosk'>({ hall: this.#hall, audience: 'kiosk' }, (state) => {
      // What failed to come while the line was down is asked for again.
      if (state.status === 'live' && this.connection.status !== 'live') wantsOf(this.trail, this.#catalogue);
      this.connection = state;
    });
  }

  #grant(wish: Wish): void {
    if (wish.do === 'take') this.#take();
    else if (wish.do === 'language') this.locale = otherLocale(this.locale);
    else if (wish.do === 'large') this.large = !this.large;
    else if (wish.do === 'home') this.#home();
    else if (this.#issuer.issue.phase !== 'busy') this.#walk(walked(this.trail, wish, this.#start));
  }

  #walk(trail: Trail): void {
    if (choiceOf(trail) === null) this.#issuer.reset();
    this.trail = trail;
    wantsOf(trail, this.#catalogue);
  }

  /** Whoever goes home by hand keeps type and language; for the next citizen nothing of the last one stays. */
  #home(): void {
    if (this.#issuer.issue.phase === 'busy') return;
    this.#catalogue.forget();
    if (this.#watch.idle.isOver || current(this.trail).at === 'ticket') {
      this.large = false;
      this.locale = this.#ownLocale;
    }
    this.#walk(this.#start);
  }

  #take(): void {
    const choice = choiceOf(this.trail);
    if (choice !== null) void this.#issuer.press(orderOf(choice, this.locale));
  }

  #issued(issue: Issue): void {
    this.#watch.touch();
    this.requestUpdate();
    if (issue.phase === 'done') this.trail = forward(this.trail, { at: 'ticket' });
  }

  #now = (): number => this.#line?.now() ?? Date.now();

  #idleness(): Omit<Idleness, 'idleMs'> {
    return {
      step: current(this.trail).at,
      isPristine: isAtStart(this.trail, this.#start) && !this.large && this.locale === this.#ownLocale,
      isBusy: this.#issuer.issue.phase === 'busy',
      isLarge: this.large,
    };
  }

  #idled(idle: Idle): void {
    if (idle.isOver) this.#home();
    this.requestUpdate();
  }
}

customElements.define('kiosk-page', KioskPage);
