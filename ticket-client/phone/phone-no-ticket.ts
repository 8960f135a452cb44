import { css, html, LitElement, nothing } from 'lit';
import type { Rejection } from '../../common/contract/rejections.ts';
import { rejectionSentence } from '../../common/phrases.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import type { PhoneWords } from './words.ts';

/** A link that opens no ticket: what is wrong with it, and what to do. Sends `again`. */
export class PhoneNoTicket extends LitElement {
  static override properties = { words: { attribute: false }, rejection: { attribute: false } };
  declare words: PhoneWords;
  /** null when the link itself is broken and nothing was asked. */
  declare rejection: Rejection | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: var(--ow-space-5);
        min-height: 70vh;
        padding: var(--ow-space-5) var(--ow-space-2);
        text-align: center;
      }
      .stub {
        display: block;
        width: 132px;
        margin: 0 auto;
        color: var(--ow-line-strong);
      }
      h1 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.2;
      }
      p + p {
        margin-top: var(--ow-space-3);
        color: var(--ow-ink-soft);
      }
    `,
  ];

  override render() {
    const { words, rejection } = this;
    return html`<svg class="stub" viewBox="0 0 44 30" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
        <path d="M3 4h38v7a4 4 0 0 0 0 8v7H3v-7a4 4 0 0 0 0-8z" stroke-linejoin="round" />
        <path d="m17 10 10 10m0-10L17 20" stroke-linecap="round" />
      </svg>
      <div>
        <h1>${words.linkTitle}</h1>
        ${
          rejection === null
            ? html`<p>${words.linkMissing}</p>`
            : html`<p>${rejectionSentence(rejection.code, words.locale)}</p>
                <p>${words.linkOld}</p>`
        }
      </div>
      ${rejection === null ? nothing : this.#again()}`;
  }

  #again() {
    const again = () => this.dispatchEvent(new CustomEvent('again'));
    return html`<button class="button" type="button" @click=${again}>${this.words.again}</button>`;
  }
}

customElements.define('phone-no-ticket', PhoneNoTicket);
