import { css, html, LitElement } from 'lit';
import type { SlotView } from '../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { Loadable } from '../loadable.ts';
import type { DaySlots } from './api.ts';
import { bookingStyles } from './booking-styles.ts';
import { comingSlots, dayName } from './days.ts';
import type { BookingWords } from './words.ts';

/** Second step: a working day, then a slot that has places left. Sends `day`, `slot` and `reload`. */
export class BookingTime extends LitElement {
  static override properties = {
    words: { attribute: false },
    slots: { attribute: false },
    today: { attribute: false },
    now: { attribute: false },
  };
  declare words: BookingWords;
  declare slots: Loadable<DaySlots>;
  /** The hall's business day. */
  declare today: string | null;
  /** The server's time, milliseconds. */
  declare now: number;

  static override styles = [
    baseStyles,
    buttonStyles,
    bookingStyles,
    css`
      .days {
        grid-template-columns: repeat(auto-fill, minmax(6.4em, 1fr));
      }
      .slots {
        grid-template-columns: repeat(auto-fill, minmax(4.6em, 1fr));
      }
      .choice {
        height: 100%;
        min-height: 76px;
        padding: var(--ow-space-2);
        text-align: center;
      }
      .choice span {
        display: block;
      }
      .main {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .note {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
      }
    `,
  ];

  override render() {
    const { words, slots } = this;
    if (slots.status === 'loading') return html`<p class="soft" role="status">${words.loading}</p>`;
    if (slots.status === 'ready') return this.#days(slots.value);
    const reload = () => this.dispatchEvent(new CustomEvent('reload'));
    return html`<p class="failed" role="alert">${failureSentence(slots.code, words.locale)}</p>
      <button class="button" type="button" @click=${reload}>${words.again}</button>`;
  }

  #days({ days, day, slots }: DaySlots) {
    const { words } = this;
    const coming = comingSlots(slots, this.now);
    const isFull = coming.every(({ left }) => left === 0);
    return html`<h2>${words.dayTitle}</h2>
      <ul class="days">
        ${days.map((each) => html`<li>${this.#day(each, each === day)}</li>`)}
      </ul>
      <h2>${words.slotTitle}</h2>
      ${isFull ? html`<p role="status">${words.dayFull}</p>` : ''}
      <ul class="slots">
        ${coming.map((slot) => html`<li>${this.#slot(slot)}</li>`)}
      </ul>`;
  }

  #day(day: string, isChosen: boolean) {
    const { date, weekday } = dayName(day, this.today, this.words.locale);
    const choose = () => this.dispatchEvent(new CustomEvent('day', { detail: day }));
    return html`<button class="choice" type="button" aria-pressed=${isChosen} @click=${choose}>
      <span class="main">${weekday}</span><span class="note">${date}</span>
    </button>`;
  }

  #slot(slot: SlotView) {
    const { words } = this;
    const choose = () => this.dispatchEvent(new CustomEvent('slot', { detail: slot }));
    return html`<button class="choice" type="button" ?disabled=${slot.left === 0} @click=${choose}>
      <span class="main">${slot.slot}</span>
      <span class="note">${slot.left === 0 ? words.full : words.left(slot.left)}</span>
    </button>`;
  }
}

customElements.define('booking-time', BookingTime);
