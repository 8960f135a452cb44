import { css, html, LitElement } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { Failure } from '../request.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** In the place of a list: on its way, or why not, with a way to ask again. */
export class KioskWaiting extends LitElement {
  static override properties = { words: { attribute: false }, code: { attribute: false } };
  declare words: KioskWords;
  declare code: Failure | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--ow-space-5);
        min-height: 200px;
        font-size: var(--ow-text-lead);
        text-align: center;
      }
      /* Lists come within a blink: the word appears only when it is true for a while. */
      .loading {
        color: var(--ow-ink-soft);
        animation: appear var(--ow-calm) var(--ow-ease) 400ms both;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.code = null;
  }

  override render() {
    if (this.code === null) return html`<p class="loading" role="status">${this.words.loading}</p>`;
    return html`<p role="alert">${failureSentence(this.code, this.words.locale)}</p>
      <button class="button" type="button" @click=${() => wish(this, { do: 'reload' })}>${this.words.again}</button>`;
  }
}

customElements.define('kiosk-waiting', KioskWaiting);
