import { html, LitElement, nothing } from 'lit';
import { Connection, type ConnectionState } from '../../common/connection.ts';
import type { KioskView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import { whichHall } from '../../common/ui/which-hall.ts';
import { localeOf, otherLocale } from '../../common/ui/words.ts';
import type { Press } from '../press.ts';
import { Presser } from '../presser.ts';
import { afterReading } from './after-reading.ts';
import { Catalogue } from './catalogue.ts';
import { DoubleTouch } from './double-touch.ts';
import { type Outcome, sendErrand } from './errands.ts';
import { frameView } from './frame-view.ts';
import { identityAsked, shownTo } from './identity-asked.ts';
import type { Idle, Idleness } from './idle.ts';
import { IdleWatch } from './idle-watch.ts';
import { kioskFrame } from './kiosk-frame.ts';
import { kioskSizes } from './kiosk-styles.ts';
import { type Errand, orderOf } from './order.ts';
import type { Reading } from './scan.ts';
import { ScanWatch } from './scan-watch.ts';
import type { Scene } from './step-view.ts';
import { choiceOf, current, forward, isAtStart, startTrail, type Trail } from './trail.ts';
import { walked } from './walk.ts';
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
  readonly #presser = new Presser<Errand, Outcome>(
    (errand, commandId) => sendErrand(this.#hall, errand, commandId),
    (press) => this.#pressed(press),
  );
  readonly #watch = new IdleWatch(
    this,
    () => this.#idleness(),
    (idle) => this.#idled(idle),
  );
  readonly #doubleTouch = new DoubleTouch(this);
  readonly #scans = new ScanWatch(window, (reading) => this.#read(reading));

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
    this.#scans.start();
    void this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.stop();
    this.#doubleTouch.stop();
    this.#scans.stop();
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
      ${view === null ? nothing : frameView(this.#scene(view), this.#now, this.large)}
    </ow-page-state>`;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // The reasons are worded by the server.
    if (changed.has('locale') && current(this.trail).at === 'why') this.#want();
    const before = changed.get('trail') as Trail | undefined;
    if (before !== undefined && current(before).at !== current(this.trail).at) this.#doubleTouch.moved();
  }

  override updated(): void {
    document.documentElement.lang = this.locale;
    document.title = KIOSK_WORDS[this.locale].pageTitle;
  }

  #scene(view: KioskView): Scene {
    const { trail, locale } = this;
    const { press } = this.#presser;
    const { idle } = this.#watch;
    const isLive = this.connection.status === 'live';
    return { view, trail, press, locale, catalogue: this.#catalogue, isLive, idle, now: this.#now() };
  }

  async #connect(): Promise<void> {
    this.#hall = await whichHall(this.#address.get('hall'));
    if (!this.isConnected || this.#line !== undefined) return;
    this.#catalogue = new Catalogue(this.#hall, () => this.requestUpdate());
    this.#line = new Connection<'kiosk'>({ hall: this.#hall, audience: 'kiosk' }, (state) => {
      // What failed to come while the line was down is asked for again.
      if (state.status === 'live' && this.connection.status !== 'live') this.#want();
      this.connection = state;
    });
  }

  #grant(wish: Wish): void {
    if (wish.do === 'take' || wish.do === 'identified') this.#take(wish);
    else if (wish.do === 'errand') void this.#presser.wish(wish.errand);
    else if (wish.do === 'language') this.locale = otherLocale(this.locale);
    else if (wish.do === 'large') this.large = !this.large;
    else if (wish.do === 'home') this.#home();
    else if (!this.#isBusy) this.#walk(walked(this.trail, wish, this.#start));
  }

  get #isBusy(): boolean {
    return this.#presser.press.phase === 'busy';
  }

  /** What a press came to stays on screen while the choice it was for does. */
  #walk(trail: Trail): void {
    if (choiceOf(trail) === null && current(trail) !== current(this.trail)) this.#presser.reset();
    this.trail = trail;
    this.#want();
  }

  #want(): void {
    wantsOf(this.trail, this.#catalogue, this.locale);
  }

  /** A scan is a wish of its own, whatever is on screen; only a number under way is waited for. */
  #read(reading: Reading): void {
    this.#watch.touch();
    if (this.#isBusy || this.connection.view === null) return;
    if (current(this.trail).at === 'ticket') this.#home();
    const { locale } = this;
    const after = afterReading(this.trail, reading, { hall: this.#hall, start: this.#start, locale });
    const isShown = current(this.trail).at === 'identity' && current(after.trail).at === 'choice';
    this.#walk(after.trail);
    // The card was laid down to take a number.
    if (isShown) this.#order();
    if (after.errand !== null) void this.#presser.wish(after.errand);
  }

  /** Whoever goes home by hand keeps type and language; for the next citizen nothing of the last one stays. */
  #home(): void {
    if (this.#isBusy) return;
    this.#catalogue.forget();
    if (this.#watch.idle.isOver || current(this.trail).at === 'ticket') {
      this.large = false;
      this.locale = this.#ownLocale;
    }
    this.#walk(this.#start);
  }

  #take(wish: Wish): void {
    if (this.#isBusy) return;
    this.#walk(walked(this.trail, wish, this.#start));
    this.#order();
  }

  /** Asks for the number; where nobody gets one unknown, for who it is first. */
  #order(): void {
    const choice = choiceOf(this.trail);
    const { view } = this.connection;
    if (choice === null || view === null) return;
    const asked = identityAsked(choice, view.queues);
    if (asked === 'required' && choice.identity === null)
      return this.#walk(walked(this.trail, { do: 'identify' }, this.#start));
    void this.#presser.wish({ do: 'issue', order: orderOf(shownTo(asked, choice), this.locale) });
  }

  #pressed(press: Press<Errand, Outcome>): void {
    if (press.phase === 'done') this.trail = forward(this.trail, { at: 'ticket' });
    this.#watch.touch();
    this.requestUpdate();
  }

  #now = (): number => this.#line?.now() ?? Date.now();

  #idleness(): Omit<Idleness, 'idleMs'> {
    return {
      step: current(this.trail).at,
      isPristine: isAtStart(this.trail, this.#start) && !this.large && this.locale === this.#ownLocale,
      isBusy: this.#isBusy,
      isLarge: this.large,
    };
  }

  #idled(idle: Idle): void {
    if (idle.isOver) this.#home();
    this.requestUpdate();
  }
}

customElements.define('kiosk-page', KioskPage);
