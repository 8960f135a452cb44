import { html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { judge, maskIdentity } from '../identity.ts';
import { ERRAND_WORDS } from './errand-words.ts';
import { handStyles } from './hand-styles.ts';
import { CARD } from './icons.ts';
import { identityStyles } from './identity-styles.ts';
import { IDENTITY_WORDS } from './identity-words.ts';
import type { KeyEvent } from './kiosk-keys.ts';
import './kiosk-type.ts';
import { typed } from './type-keys.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** As long as an ID number gets. */
const MAX_LENGTH = 18;

/** R3: who takes the number. A card on the reader is enough; whoever has none with them types its number. */
export class KioskIdentity extends LitElement {
  static override properties = {
    words: { attribute: false },
    isRequired: { attribute: false },
    isUnread: { attribute: false },
    text: { state: true },
  };
  declare words: KioskWords;
  /** Whether no number is given without; otherwise it is skipped by one touch. */
  declare isRequired: boolean;
  /** Whether what was laid on the reader could not be read. */
  declare isUnread: boolean;
  declare text: string;

  static override styles = [baseStyles, buttonStyles, handStyles, identityStyles];

  constructor() {
    super();
    this.text = '';
  }

  override render() {
    const words = IDENTITY_WORDS[this.words.locale];
    return html`<div class="form">
        <h1>${this.isRequired ? words.requiredTitle : words.optionalTitle}</h1>
        ${this.#field()}
        <p class="hint">${words.kept}</p>
        <div class="acts">${this.#acts()}</div>
      </div>
      <div class="side">
        ${this.#reader()}
        <kiosk-type
          .words=${this.words}
          .layout=${'pad'}
          @key=${(event: KeyEvent) => this.#key(event.detail)}
        ></kiosk-type>
      </div>`;
  }

  #reader() {
    const words = IDENTITY_WORDS[this.words.locale];
    return html`<div class="reader ${this.isUnread ? 'unread' : ''}">
      ${CARD}
      <p role=${this.isUnread ? 'alert' : nothing}>
        <strong>${this.isUnread ? words.unread : words.place}</strong>
        ${this.isUnread ? nothing : words.orType}
      </p>
    </div>`;
  }

  #field() {
    const words = ERRAND_WORDS[this.words.locale];
    const { state, identity } = judge(this.text, Date.now());
    const remark = state === 'wrong' ? words.identityWrong : state === 'right' ? words.identityRight : '';
    // Whoever stands behind sees no whole number of a person.
    return html`<div class="field typed ${state}">
      <span class="label" id="label">${words.identity}</span>
      <span class="value" role="status" aria-labelledby="label">${identity === null ? this.text : maskIdentity(identity)}</span>
      <span class="remark" role="status">${remark}</span>
    </div>`;
  }

  #acts() {
    const words = IDENTITY_WORDS[this.words.locale];
    const { identity } = judge(this.text, Date.now());
    const send = () => {
      if (identity !== null) wish(this, { do: 'identified', identity });
    };
    const skip = html`<button class="button" type="button" @click=${() => wish(this, { do: 'take' })}>
      ${words.skip}
    </button>`;
    return html`<button class="button primary" type="button" ?disabled=${identity === null} @click=${send}>
        ${words.take}
      </button>
      ${this.isRequired ? nothing : skip}`;
  }

  #key(key: string): void {
    this.text = typed(this.text, key, MAX_LENGTH);
  }
}

customElements.define('kiosk-identity', KioskIdentity);
