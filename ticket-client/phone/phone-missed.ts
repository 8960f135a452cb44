import { css, html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { Failure } from '../request.ts';
import { TURN_WORDS } from './turn-words.ts';
import type { PhoneWords } from './words.ts';

/** Missed: the one button that brings the ticket back, and what that means. Sends `come-back`. */
export class PhoneMissed extends LitElement {
  static override properties = {
    words: { attribute: false },
    left: { attribute: false },
    delayMinutes: { attribute: false },
    isBusy: { attribute: false },
    code: { attribute: false },
  };
  declare words: PhoneWords;
  /** How often it may still come back; null while that is not known. */
  declare left: number | null;
  declare delayMinutes: number | null;
  declare isBusy: boolean;
  /** Why the last try failed. */
  declare code: Failure | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: grid;
        gap: var(--ow-space-4);
      }
      .button {
        width: 100%;
        min-height: 88px;
        border-radius: var(--ow-radius-l);
        font-size: var(--ow-text-title);
      }
      .meaning {
        padding: 0 var(--ow-space-2);
        color: var(--ow-ink-soft);
        line-height: 1.45;
      }
      .code,
      .never {
        padding: var(--ow-space-4);
        border-radius: var(--ow-radius-l);
        background: var(--ow-danger-wash);
        color: var(--ow-danger);
        font-weight: var(--ow-weight-strong);
        line-height: 1.45;
      }
      .never {
        background: var(--ow-accent-wash);
        color: var(--ow-accent-text);
      }
    `,
  ];

  override render() {
    const turn = TURN_WORDS[this.words.locale];
    // The server has the last word: a hall may have changed its rule during the day.
    if (this.left === 0 || this.code === 'RETURN_LIMIT')
      return html`<p class="never" role="status">${turn.returnNever}</p>`;
    return html`${
      this.code === null
        ? nothing
        : html`<p class="code" role="alert">${failureSentence(this.code, this.words.locale)}</p>`
    }
      <button class="button primary" type="button" ?disabled=${this.isBusy} @click=${this.#comeBack}>
        ${this.isBusy ? turn.returning : turn.returnButton(this.left)}
      </button>
      <p class="meaning">${turn.returnMeaning(this.delayMinutes)}</p>`;
  }

  #comeBack(): void {
    this.dispatchEvent(new CustomEvent('come-back', { bubbles: true, composed: true }));
  }
}

customElements.define('phone-missed', PhoneMissed);
