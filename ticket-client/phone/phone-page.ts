import { html, LitElement, nothing } from 'lit';
import type { WhyView } from '../../common/contract/fairness.ts';
import type { PhoneView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { TicketView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import { getWhy } from '../fairness/api.ts';
import { LOADING, type Loadable, loaded } from '../loadable.ts';
import { failureOf, IDLE, type Press } from '../press.ts';
import { Presser } from '../presser.ts';
import { Reader } from '../reader.ts';
import { actOnTicket } from '../tickets-api.ts';
import { isNewCall } from './face.ts';
import { parseLink, type TicketLink } from './link.ts';
import './phone-bar.ts';
import './phone-no-ticket.ts';
import { phoneStyles } from './phone-styles.ts';
import './phone-ticket.ts';
import { shake } from './shaker.ts';
import { placeOf, readSurroundings, type Surroundings, UNKNOWN } from './surroundings.ts';
import { TicketLine, type TicketLineState } from './ticket-line.ts';
import { PHONE_WORDS, phoneTitle } from './words.ts';

/** What the holder may press here. */
export type PhoneAct = { act: 'cancel' | 'return'; link: TicketLink };
export type PhonePress = Press<PhoneAct, { ticket: TicketView }>;

/** How often it is looked whether a slot has begun. */
const LOOK_MS = 5000;

/** The page of one ticket: follows it live from waiting to its end. */
export class PhonePage extends LitElement {
  static override properties = {
    link: { state: true },
    line: { state: true },
    surroundings: { state: true },
    press: { state: true },
    why: { state: true },
  };
  declare link: TicketLink | null;
  declare line: TicketLineState;
  declare surroundings: Surroundings;
  declare press: PhonePress;
  declare why: Loadable<WhyView>;

  static override styles = [baseStyles, phoneStyles];

  readonly #reader = new Reader(() => this.requestUpdate());
  readonly #line = new TicketLine((state) => this.#changed(state));
  #presser = this.#newPresser();
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.#open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#open);
    document.addEventListener('visibilitychange', this.#seen);
    this.#looking = setInterval(() => this.requestUpdate(), LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#open);
    document.removeEventListener('visibilitychange', this.#seen);
    clearInterval(this.#looking);
    this.#line.close();
  }

  override updated(): void {
    this.#reader.dress(document.documentElement, this.#locale);
    document.title = phoneTitle(this.line.view, PHONE_WORDS[this.#locale]);
  }

  override render() {
    const { link } = this;
    const { status, view, rejection } = this.line;
    const words = PHONE_WORDS[this.#locale];
    if (link === null || status === 'error') {
      return html`<main class="page">
        ${this.#bar('')}
        <phone-no-ticket
          .words=${words}
          .rejection=${link === null ? null : rejection}
          @again=${() => this.#line.renew()}
        ></phone-no-ticket>
      </main>`;
    }
    return html`<ow-page-state
      .status=${status}
      .locale=${this.#locale}
      .now=${() => this.#line.now()}
      time-zone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
    >
      ${view === null ? nothing : this.#ticket(view, link)}
    </ow-page-state>`;
  }

  #ticket(view: PhoneView, link: TicketLink) {
    return html`<main class=${view.ticket.state === 'called' ? 'page called' : 'page'}>
      ${this.#bar(inLocale(view.hall.name, this.#locale))}
      <phone-ticket
        .words=${PHONE_WORDS[this.#locale]}
        .view=${view}
        .link=${link}
        .why=${this.why}
        .surroundings=${this.surroundings}
        .now=${this.#line.now()}
        .act=${this.press.phase === 'busy' ? this.press.intent.wish.act : null}
        .failure=${failureOf(this.press)}
        @give-back=${() => this.#do({ act: 'cancel', link })}
        @want-why=${() => this.#ask(link)}
        @come-back=${() => this.#do({ act: 'return', link })}
      ></phone-ticket>
    </main>`;
  }

  #bar(hall: string) {
    return html`<phone-bar
      .words=${PHONE_WORDS[this.#locale]}
      .hall=${hall}
      .isLarge=${this.#reader.isLarge}
      @large=${this.#reader.large}
      @language=${() => this.#reader.changeLanguage(this.#locale)}
    ></phone-bar>`;
  }

  /** Where none was chosen, the language that the ticket was taken in. */
  get #locale(): Locale {
    return this.#reader.locale ?? this.line.view?.ticket.locale ?? 'zh-CN';
  }

  #open = (): void => {
    this.link = parseLink(location.hash);
    this.surroundings = UNKNOWN;
    this.press = IDLE;
    this.why = LOADING;
    this.#presser = this.#newPresser();
    this.#line.follow(this.link);
  };

  #changed(state: TicketLineState): void {
    const before = this.line?.view ?? null;
    this.line = state;
    if (state.view === null) return;
    if (isNewCall(before?.ticket ?? null, state.view.ticket)) shake();
    // What was pressed has come to something: the next press is another wish.
    if (before?.ticket.state !== state.view.ticket.state) this.#presser.reset();
    if (before === null || placeOf(before) !== placeOf(state.view)) void this.#read(state.view);
  }

  async #read(view: PhoneView): Promise<void> {
    const surroundings = await readSurroundings(view);
    // Another ticket may have been opened meanwhile, or this one sent on.
    if (this.line.view !== null && placeOf(this.line.view) === placeOf(view))
      this.surroundings = surroundings;
  }

  /** What is shown stays until the new answer is here, unless there was none. */
  async #ask(link: TicketLink): Promise<void> {
    if (this.why.status === 'failed') this.why = LOADING;
    const answer = await getWhy(link, this.#locale);
    if (this.link === link) this.why = loaded(answer);
  }

  #newPresser(): Presser<PhoneAct, { ticket: TicketView }> {
    const presser = new Presser<PhoneAct, { ticket: TicketView }>(
      ({ act, link: { hall, ticket, secret } }, commandId) =>
        actOnTicket(hall, ticket, act, { secret }, commandId),
      (press) => {
        if (presser === this.#presser) this.press = press;
      },
    );
    return presser;
  }

  async #do(wish: PhoneAct): Promise<void> {
    await this.#presser.wish(wish);
    // The line tells of it by itself; when it is down, the answer is why to ask anew.
    if (this.press.phase === 'done' && this.line.status !== 'live') this.#line.renew();
  }

  #seen = (): void => {
    this.#line.seen(document.visibilityState === 'visible');
  };
}

customElements.define('phone-page', PhonePage);
