import { css, html, LitElement, nothing } from 'lit';
import type { BookingRules } from '../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import { judge } from '../identity.ts';
import type { Identity } from '../owner.ts';
import type { Failure } from '../request.ts';
import { bookingStyles } from './booking-styles.ts';
import type { BookingWords } from './words.ts';

/** After these another slot helps; after the others of a booking, walking in does. */
const OTHER_SLOT: ReadonlySet<Failure> = new Set<Failure>(['SLOT_FULL', 'NOT_BOOKABLE']);
const WALK_IN: ReadonlySet<Failure> = new Set<Failure>(['BOOKING_LIMIT', 'BOOKING_BLOCKED']);

/** Third step: who is coming, what that is kept for, and the button. Sends `person` and `other-slot`. */
export class BookingPerson extends LitElement {
  static override properties = {
    words: { attribute: false },
    summary: { attribute: false },
    rules: { attribute: false },
    isBusy: { attribute: false },
    code: { attribute: false },
    identity: { state: true },
    isAsked: { state: true },
  };
  declare words: BookingWords;
  /** What is about to be booked: matter and time. */
  declare summary: string;
  /** null when they could not be read. */
  declare rules: BookingRules | null;
  declare isBusy: boolean;
  /** Why the last try failed. */
  declare code: Failure | null;
  declare identity: string;
  /** Whether the button was pressed: a number that is not whole yet is complained about only then. */
  declare isAsked: boolean;

  static override styles = [
    baseStyles,
    buttonStyles,
    bookingStyles,
    css`
      form {
        display: grid;
        gap: var(--ow-space-4);
      }
      label {
        display: block;
        margin-bottom: var(--ow-space-1);
        font-weight: var(--ow-weight-strong);
      }
      .remark {
        min-height: 1.5em;
        margin-top: var(--ow-space-2);
        font-size: var(--ow-text-note);
        line-height: 1.4;
      }
      .wrong {
        color: var(--ow-danger);
        font-weight: var(--ow-weight-strong);
      }
      .right {
        color: var(--ow-state-free);
      }
      .rules {
        display: grid;
        gap: var(--ow-space-1);
        padding-inline-start: 1.2em;
        list-style: disc;
      }
      .failed .button {
        margin-top: var(--ow-space-3);
      }
    `,
  ];

  constructor() {
    super();
    this.identity = '';
    this.isAsked = false;
  }

  override render() {
    const { words } = this;
    const { state } = judge(this.identity, Date.now());
    const isWrong = state === 'wrong' || (this.isAsked && state !== 'right');
    const complaint = state === 'wrong' ? words.identityWrong : words.identityShort;
    const remark = isWrong ? complaint : state === 'right' ? words.identityRight : '';
    return html`<h2>${words.personTitle}</h2>
      <p class="soft">${this.summary}</p>
      <form novalidate @submit=${this.#submitted}>
        <div>
          <label for="identity">${words.identity}</label>
          <input
            id="identity"
            name="identity"
            type="text"
            autocomplete="off"
            spellcheck="false"
            maxlength="20"
            aria-invalid=${isWrong}
            aria-describedby="remark purpose"
            @input=${this.#typed}
          />
          <p id="remark" class="remark ${isWrong ? 'wrong' : 'right'}" role="status">${remark}</p>
        </div>
        <div>
          <label for="name">${words.name}</label>
          <input id="name" name="name" type="text" autocomplete="off" maxlength="60" />
        </div>
        <p id="purpose" class="soft">
          ${words.purpose}${this.rules === null ? words.deletedInTime : words.deletedAfter(this.rules.retentionDays)}
        </p>
        ${this.rules === null ? nothing : this.#rules(this.rules)}
        ${this.code === null ? nothing : this.#failure(this.code)}
        <button class="button primary wide" type="submit" ?disabled=${this.isBusy}>
          ${this.isBusy ? words.confirming : words.confirm}
        </button>
      </form>`;
  }

  #rules(rules: BookingRules) {
    return html`<ul class="rules soft">
      ${this.words.rules(rules).map((rule) => html`<li>${rule}</li>`)}
    </ul>`;
  }

  #failure(code: Failure) {
    const { words } = this;
    const other = () => this.dispatchEvent(new CustomEvent('other-slot'));
    return html`<div class="failed" role="alert">
      <strong>${failureSentence(code, words.locale)}</strong>
      ${WALK_IN.has(code) ? words.walkIn : nothing}
      ${
        OTHER_SLOT.has(code)
          ? html`<button class="button" type="button" @click=${other}>${words.otherSlot}</button>`
          : nothing
      }
    </div>`;
  }

  #typed(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.identity = event.target.value;
  }

  #submitted(event: Event): void {
    event.preventDefault();
    this.isAsked = true;
    const { identity } = judge(this.identity, Date.now());
    if (identity === null) {
      this.renderRoot.querySelector<HTMLInputElement>('#identity')?.focus();
      return;
    }
    const name = this.renderRoot.querySelector<HTMLInputElement>('#name')?.value.trim() ?? '';
    const person: Identity & { name?: string } = { ...identity, ...(name === '' ? {} : { name }) };
    this.dispatchEvent(new CustomEvent('person', { detail: person }));
  }
}

customElements.define('booking-person', BookingPerson);
