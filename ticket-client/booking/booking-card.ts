import { css, html, LitElement, nothing } from 'lit';
import type { BookingRules } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { clockTime } from '../../common/ui/format.ts';
import { failureSentence } from '../failure-sentence.ts';
import '../phone/phone-cancel.ts';
import '../../common/ui/qr-code.ts';
import type { Failure } from '../request.ts';
import { type BookingLink, dayOfBooking, hashOf } from './booking-link.ts';
import { bookingStyles } from './booking-styles.ts';
import { dayName } from './days.ts';
import type { KeptBooking } from './kept-booking.ts';
import type { BookingWords } from './words.ts';

const MINUTE_MS = 60_000;
/** What these mean of a ticket would mislead of a booking. */
const GONE: ReadonlySet<Failure> = new Set<Failure>(['WRONG_SECRET', 'UNKNOWN_BOOKING']);

/** A booking made: when to come, the code to show, and the way to check in or cancel. Sends `check-in`. */
export class BookingCard extends LitElement {
  static override properties = {
    words: { attribute: false },
    link: { attribute: false },
    kept: { attribute: false },
    rules: { attribute: false },
    unread: { attribute: false },
    today: { attribute: false },
    timeZone: { attribute: false },
    act: { attribute: false },
    failed: { attribute: false },
  };
  declare words: BookingWords;
  declare link: BookingLink;
  /** null until it has been read. */
  declare kept: KeptBooking | null;
  /** null until they have been read. */
  declare rules: BookingRules | null;
  /** Why it could not be read. */
  declare unread: Failure | null;
  declare today: string | null;
  declare timeZone: string;
  /** What is under way; null when nothing is. */
  declare act: 'cancel' | 'check-in' | null;
  declare failed: { act: 'cancel' | 'check-in'; code: Failure } | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    bookingStyles,
    css`
      .card {
        display: grid;
        gap: var(--ow-space-4);
        padding: var(--ow-space-5) var(--ow-space-4);
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
      }
      .card h2 {
        color: var(--ow-state-free);
        text-align: center;
      }
      .off h2 {
        color: var(--ow-ink-soft);
      }
      dl {
        display: grid;
        gap: var(--ow-space-3);
        margin: 0;
      }
      dt {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.3;
      }
      dd {
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
      }
      .large dd {
        color: var(--ow-primary);
        font-size: var(--ow-text-title);
      }
      qr-code {
        width: 100%;
        max-width: 260px;
        margin: 0 auto;
      }
    `,
  ];

  override render() {
    const { words, kept } = this;
    if (this.unread !== null && this.unread !== 'UNREACHABLE') return this.#unknown(this.unread);
    const isOver = kept?.state === 'cancelled' || kept?.state === 'arrived';
    return html`<section class="card ${isOver ? 'off' : ''}">
        <div role="status"><h2>${titleOf(kept, words)}</h2></div>
        ${this.#facts()} ${isOver ? nothing : this.#code()}
      </section>
      ${isOver ? this.#over() : this.#acts()}`;
  }

  /** A link of no booking, or of one whose day is over. */
  #unknown(code: Failure) {
    const { words } = this;
    return html`<section class="card off" role="alert">
        <h2>${words.notFound}</h2>
        <p>${GONE.has(code) ? words.notFoundWhy : failureSentence(code, words.locale)}</p>
      </section>
      ${this.#again()}`;
  }

  #facts() {
    const { words, link, kept } = this;
    const day = dayName(dayOfBooking(link.booking), this.today, words.locale);
    const time = kept === null ? '' : ` ${kept.slot}`;
    return html`<dl>
      <div class="large">
        <dt>${words.when}</dt>
        <dd>${day.date} ${day.weekday}${time}</dd>
      </div>
      ${kept === null ? nothing : this.#fact(words.what, inLocale(kept.name, words.locale))}
      ${kept === null || kept.zone === null ? nothing : this.#fact(words.where, inLocale(kept.zone, words.locale))}
      ${this.#fact(words.number, link.booking)}
    </dl>`;
  }

  #fact(name: string, value: string) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #code() {
    const { words, link } = this;
    const address = new URL(`/booking${hashOf(link)}`, location.href).href;
    return html`<qr-code .value=${address} label=${words.qr}></qr-code>
      <p class="soft">${words.qrMeaning}</p>
      <p>${this.#whenToCome()}</p>`;
  }

  #whenToCome(): string {
    const { words, kept, rules, timeZone } = this;
    if (kept === null || rules === null) return words.comeInTime;
    const around = rules.checkInMinutes * MINUTE_MS;
    return words.whenToCome(
      clockTime(kept.slotAt - around, timeZone),
      clockTime(kept.slotAt + around, timeZone),
    );
  }

  #acts() {
    const { words, failed } = this;
    const isToday = dayOfBooking(this.link.booking) === this.today;
    const checkIn = () => this.dispatchEvent(new CustomEvent('check-in'));
    const day = dayName(dayOfBooking(this.link.booking), this.today, words.locale);
    return html`${
      failed?.act === 'check-in'
        ? html`<p class="failed" role="alert">${failureSentence(failed.code, words.locale)}</p>`
        : nothing
    }
      ${
        failed?.code === 'BOOKING_USED'
          ? nothing
          : isToday
            ? html`<button class="button primary wide" type="button" ?disabled=${this.act !== null} @click=${checkIn}>
              ${this.act === 'check-in' ? words.checkingIn : words.checkIn}
            </button>`
            : html`<p class="soft">${words.checkInOn(day.date)}</p>`
      }
      <p class="soft">${words.noShow}${this.rules === null ? nothing : words.rules(this.rules).join('')}</p>
      <phone-cancel
        .words=${words}
        .isBusy=${this.act === 'cancel'}
        .code=${failed?.act === 'cancel' ? failed.code : null}
      ></phone-cancel>`;
  }

  #over() {
    const { words, kept } = this;
    return html`${kept?.state === 'cancelled' ? html`<p class="soft">${words.cancelledMeaning}</p>` : nothing}
      ${this.#again()}`;
  }

  #again() {
    const again = () => this.dispatchEvent(new CustomEvent('book-again'));
    return html`<button class="button wide" type="button" @click=${again}>${this.words.bookAgain}</button>`;
  }
}

function titleOf(kept: KeptBooking | null, words: BookingWords): string {
  if (kept === null) return words.yours;
  if (kept.state === 'booked') return words.done;
  return kept.state === 'cancelled' ? words.cancelled : words.arrived;
}

customElements.define('booking-card', BookingCard);
