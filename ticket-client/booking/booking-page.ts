import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../../common/contract/text.ts';
import type { BoardView, SlotView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/page-state.ts';
import type { Identity } from '../owner.ts';
import '../phone/phone-bar.ts';
import { PHONE_WORDS } from '../phone/words.ts';
import { IDLE, type Press } from '../press.ts';
import { Presser } from '../presser.ts';
import { Reader } from '../reader.ts';
import { type ActOutcome, type BookingAct, sendAct } from './acts.ts';
import './booking-card.ts';
import { type BookingLink, hashOf, parseBookingLink } from './booking-link.ts';
import { bookingPageStyles } from './booking-page-styles.ts';
import { BookingReader } from './booking-reader.ts';
import { type BookingSubject, type Draft, EMPTY, stepBack, stepOf } from './draft.ts';
import { HallReader, type HallState } from './hall-reader.ts';
import { keepBooking, keptBooking, keptOf, shownOf } from './kept-booking.ts';
import { Offer } from './offer.ts';
import { stepView } from './step-view.ts';
import { BOOKING_WORDS } from './words.ts';

/** Booking a slot in three steps; afterwards, the booking's own page. */
export class BookingPage extends LitElement {
  static override properties = {
    hall: { state: true },
    draft: { state: true },
    query: { state: true },
    link: { state: true },
    press: { state: true },
  };
  declare hall: HallState;
  declare draft: Draft;
  declare query: string;
  /** The booking that is shown; null while one is being made. */
  declare link: BookingLink | null;
  declare press: Press<BookingAct, ActOutcome>;

  static override styles = [baseStyles, buttonStyles, bookingPageStyles];

  readonly #reader = new Reader(() => this.requestUpdate());
  readonly #offer = new Offer(() => this.requestUpdate());
  readonly #presser = new Presser<BookingAct, ActOutcome>(sendAct, (press) => this.#pressed(press));
  readonly #bookingReader = new BookingReader(() => this.requestUpdate());
  readonly #hallReader = new HallReader((hall) => {
    this.hall = hall;
  });

  constructor() {
    super();
    this.hall = this.#hallReader.state;
    this.draft = EMPTY;
    this.query = '';
    this.link = parseBookingLink(location.hash);
    this.press = IDLE;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#returned);
    if (this.link !== null) void this.#bookingReader.ask(this.link);
    void this.#hallReader.start(this.link?.hall ?? new URLSearchParams(location.search).get('hall'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#returned);
    this.#hallReader.stop();
  }

  override updated(): void {
    document.title = BOOKING_WORDS[this.#locale].pageTitle;
    this.#reader.dress(document.documentElement, this.#locale);
  }

  override render() {
    const { board, status, rejection } = this.hall;
    return html`<ow-page-state .status=${status} .rejection=${rejection} .locale=${this.#locale}>
      ${board === null ? nothing : this.#page(board)}
    </ow-page-state>`;
  }

  #page(board: BoardView) {
    const locale = this.#locale;
    return html`<main>
      <phone-bar
        .words=${PHONE_WORDS[locale]}
        .hall=${inLocale(board.hall.name, locale)}
        .isLarge=${this.#reader.isLarge}
        @large=${this.#reader.large}
        @language=${() => this.#reader.changeLanguage(locale)}
      ></phone-bar>
      <h1>${BOOKING_WORDS[locale].pageTitle}</h1>
      ${this.link === null ? this.#step(board) : this.#card(board, this.link)}
    </main>`;
  }

  #step(board: BoardView) {
    const { draft, query, press } = this;
    const locale = this.#locale;
    const scene = { draft, query, press, board, locale, offer: this.#offer, now: this.#hallReader.now() };
    return stepView(scene, {
      search: (words) => this.#search(words),
      choose: (subject) => this.#choose(subject),
      ask: (day) => this.#ask(day),
      take: (slot) => this.#take(slot),
      book: (person) => this.#book(person),
      back: () => history.back(),
    });
  }

  #card(board: BoardView, link: BookingLink) {
    const { press } = this;
    const actOf = (act: BookingAct) => (act.do === 'book' ? null : act.do);
    const failedAct = press.phase === 'failed' ? actOf(press.intent.wish) : null;
    const { read } = this.#bookingReader;
    return html`<booking-card
      .words=${BOOKING_WORDS[this.#locale]}
      .link=${link}
      .kept=${shownOf(read, keptBooking(link), board)}
      .rules=${read.status === 'ready' ? read.value.rules : null}
      .unread=${read.status === 'failed' ? read.code : null}
      .today=${board.hall.day}
      .timeZone=${board.hall.timeZone}
      .act=${press.phase === 'busy' ? actOf(press.intent.wish) : null}
      .failed=${press.phase === 'failed' && failedAct !== null ? { act: failedAct, code: press.code } : null}
      @give-back=${() => this.#presser.wish({ do: 'cancel', link })}
      @check-in=${() => this.#presser.wish({ do: 'check-in', link, locale: this.#locale })}
      @book-again=${this.#startAgain}
    ></booking-card>`;
  }

  get #locale(): Locale {
    return this.#reader.locale ?? 'zh-CN';
  }

  #search(query: string): void {
    this.query = query;
    this.#offer.search(this.#hallReader.id, query);
  }

  /** Every step forward is a page of the browser's own: its back key goes one step back. */
  #choose(subject: BookingSubject): void {
    this.draft = { subject, day: null, slot: null };
    this.#offer.forgetSlots();
    this.#ask(null);
    history.pushState(null, '');
  }

  #ask(day: string | null): void {
    const { subject } = this.draft;
    if (subject !== null) void this.#offer.ask(this.#hallReader.id, subject.queue, day);
    this.requestUpdate();
  }

  #take(slot: SlotView): void {
    const { slots } = this.#offer;
    const day = slots.status === 'ready' ? slots.value.day : null;
    this.draft = { ...this.draft, day, slot };
    history.pushState(null, '');
  }

  #book(person: Identity): void {
    const { subject, day, slot } = this.draft;
    if (subject === null || day === null || slot === null) return;
    const aim = subject.matter === null ? { queue: subject.queue } : { matter: subject.matter };
    const wish = { hall: this.#hallReader.id, subject: aim, day, slot: slot.slot, person };
    void this.#presser.wish({ do: 'book', wish });
  }

  #pressed(press: Press<BookingAct, ActOutcome>): void {
    this.press = press;
    if (press.phase !== 'done') return;
    const { value, wish } = press;
    if (value.did === 'book') this.#booked(value);
    else if (wish.do !== 'book') this.#over(wish.link, value);
    this.#presser.reset();
  }

  #booked({ booking, secret }: Extract<ActOutcome, { did: 'book' }>): void {
    const link = { hall: this.#hallReader.id, booking: booking.id, secret };
    const kept = keptOf(booking, this.draft.subject, this.hall.board);
    keepBooking(link, kept);
    this.link = link;
    void this.#bookingReader.ask(link);
    history.replaceState(null, '', hashOf(link));
  }

  #over(link: BookingLink, value: Exclude<ActOutcome, { did: 'book' }>): void {
    const kept = keptBooking(link);
    const state = value.did === 'cancel' ? 'cancelled' : 'arrived';
    if (kept !== null) keepBooking(link, { ...kept, state });
    void this.#bookingReader.ask(link);
    if (value.did === 'check-in') location.assign(new URL(value.url).pathname + new URL(value.url).hash);
    this.requestUpdate();
  }

  #startAgain = (): void => {
    this.link = null;
    this.draft = EMPTY;
    this.query = '';
    history.pushState(null, '', location.pathname + location.search);
  };

  #returned = (): void => {
    this.#presser.reset();
    this.link = parseBookingLink(location.hash);
    if (this.link !== null) {
      void this.#bookingReader.ask(this.link);
      return;
    }
    this.draft = stepBack(this.draft);
    if (stepOf(this.draft) === 'time') this.#ask(this.draft.day);
  };
}

customElements.define('booking-page', BookingPage);
