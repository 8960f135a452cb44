import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { HallView } from '../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { Press } from '../press.ts';
import { ERRAND_WORDS, type ErrandWords } from './errand-words.ts';
import type { Outcome } from './errands.ts';
import {
  type Circumstances,
  type Entry,
  errandsOf,
  type Field,
  fieldsOf,
  judged,
  shownIn,
} from './hand-form.ts';
import { handStyles } from './hand-styles.ts';
import type { KeyEvent } from './kiosk-keys.ts';
import './kiosk-type.ts';
import type { Errand } from './order.ts';
import type { HandKind } from './trail.ts';
import { typed } from './type-keys.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** A number and a proof, typed with keys on the screen; the button wakes when both can be right. */
export class KioskHand extends LitElement {
  static override properties = {
    words: { attribute: false },
    what: { attribute: false },
    hall: { attribute: false },
    idNumber: { attribute: false },
    press: { attribute: false },
    entry: { state: true },
    active: { state: true },
  };
  declare words: KioskWords;
  declare what: HandKind;
  declare hall: HallView;
  /** Of a card that was read while this form was open. */
  declare idNumber: string | null;
  declare press: Press<Errand, Outcome>;
  declare entry: Entry;
  declare active: Field['name'];

  static override styles = [baseStyles, buttonStyles, handStyles];

  constructor() {
    super();
    this.entry = { number: '', proof: '' };
    this.active = 'number';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('idNumber') && this.idNumber !== null && this.what !== 'supplement')
      this.entry = { ...this.entry, proof: this.idNumber };
  }

  override render() {
    const words = ERRAND_WORDS[this.words.locale];
    const fields = fieldsOf(this.what, this.#circumstances, words);
    const field = fields.find(({ name }) => name === this.active) ?? fields[0];
    return html`<div class="form">
        <h1>${words.handTitle[this.what]}</h1>
        <div class="fields">${fields.map((each) => this.#field(each, words))}</div>
        <p class="hint">${words.handHint[this.what]}</p>
        ${this.#failure()}
        <div class="acts">${this.#acts(words)}</div>
      </div>
      <kiosk-type
        .words=${this.words}
        .layout=${field.layout}
        @key=${(event: KeyEvent) => this.#key(field, event.detail)}
      ></kiosk-type>`;
  }

  #field(field: Field, words: ErrandWords) {
    const { name, label } = field;
    const state = name === 'proof' ? judged(this.what, this.entry, this.#circumstances)?.state : undefined;
    const remark = state === 'wrong' ? words.identityWrong : state === 'right' ? words.identityRight : '';
    const activate = () => {
      this.active = name;
    };
    return html`<button
      class="field ${state ?? ''}"
      type="button"
      aria-pressed=${this.active === name}
      @click=${activate}
    >
      <span class="label">${label}</span>
      <span class="value">${shownIn(field, this.what, this.entry, Date.now())}</span>
      <span class="remark" role="status">${remark}</span>
    </button>`;
  }

  #failure() {
    const { press } = this;
    if (press.phase !== 'failed') return nothing;
    return html`<p class="failed" role="alert">${failureSentence(press.code, this.words.locale)}</p>`;
  }

  #acts(words: ErrandWords) {
    const isBusy = this.press.phase === 'busy';
    const errands = errandsOf(this.what, this.entry, this.#circumstances);
    return namesOf(this.what, words).map((name, index) => {
      const errand = errands[index];
      const send = () => {
        if (errand !== undefined) wish(this, { do: 'errand', errand });
      };
      return html`<button
        class="button ${index === 0 ? 'primary' : ''}"
        type="button"
        ?disabled=${errand === undefined || isBusy}
        @click=${send}
      >
        ${isBusy && index === 0 ? words.busy : name}
      </button>`;
    });
  }

  get #circumstances(): Circumstances {
    return { day: this.hall.day, locale: this.words.locale, now: Date.now() };
  }

  #key(field: Field, key: string): void {
    this.entry = { ...this.entry, [field.name]: typed(this.entry[field.name], key, field.max) };
  }
}

/** What the buttons are called, in the order of the errands. */
function namesOf(what: HandKind, words: ErrandWords): string[] {
  if (what === 'ticket') return [words.comeBack, words.reprint];
  return [what === 'booking' ? words.checkIn : words.redeem];
}

customElements.define('kiosk-hand', KioskHand);
