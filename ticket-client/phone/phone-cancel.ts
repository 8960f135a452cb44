import { css, html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { Failure } from '../request.ts';
import type { PhoneWords } from './words.ts';

/** What it says: of a number on a slip, or of a booking. */
export type CancelWords = Pick<
  PhoneWords,
  'locale' | 'cancel' | 'cancelSure' | 'cancelMeaning' | 'cancelYes' | 'cancelNo' | 'cancelling'
>;

/** Giving a number back: asked once more, for it can not be undone. Sends `give-back`. */
export class PhoneCancel extends LitElement {
  static override properties = {
    words: { attribute: false },
    isBusy: { attribute: false },
    code: { attribute: false },
    isAsking: { state: true },
  };
  declare words: CancelWords;
  declare isBusy: boolean;
  /** Why the last try failed. */
  declare code: Failure | null;
  declare isAsking: boolean;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .button {
        width: 100%;
        min-height: 56px;
      }
      .quiet {
        border-color: transparent;
        background: none;
        color: var(--ow-ink-soft);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .ask {
        display: grid;
        gap: var(--ow-space-3);
        padding: var(--ow-space-4);
        border-radius: var(--ow-radius-l);
        background: var(--ow-danger-wash);
      }
      h2 {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .code {
        color: var(--ow-danger);
        font-weight: var(--ow-weight-strong);
      }
    `,
  ];

  constructor() {
    super();
    this.isAsking = false;
  }

  override render() {
    const { words } = this;
    if (!this.isAsking) {
      return html`<button class="button quiet" type="button" @click=${() => this.#ask(true)}>${words.cancel}</button>`;
    }
    return html`<section class="ask" role="alertdialog" aria-labelledby="sure" aria-describedby="meaning">
      <h2 id="sure">${words.cancelSure}</h2>
      <p id="meaning">${words.cancelMeaning}</p>
      ${this.code === null ? nothing : html`<p class="code" role="alert">${failureSentence(this.code, words.locale)}</p>`}
      <button class="button primary" type="button" @click=${() => this.#ask(false)}>${words.cancelNo}</button>
      <button class="button danger" type="button" ?disabled=${this.isBusy} @click=${this.#sure}>
        ${this.isBusy ? words.cancelling : words.cancelYes}
      </button>
    </section>`;
  }

  async #ask(isAsking: boolean): Promise<void> {
    this.isAsking = isAsking;
    await this.updateComplete;
    const first = this.renderRoot.querySelector('button');
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  }

  #sure(): void {
    this.dispatchEvent(new CustomEvent('give-back', { bubbles: true, composed: true }));
  }
}

customElements.define('phone-cancel', PhoneCancel);
