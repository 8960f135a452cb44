import { css, html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { canShake } from './shaker.ts';
import type { PhoneWords } from './words.ts';

/** Browsers let a page shake the phone only after a touch: asks for one, and says when it has it. */
export class PhoneShake extends LitElement {
  static override properties = { words: { attribute: false }, isTouched: { state: true } };
  declare words: PhoneWords;
  declare isTouched: boolean;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .hint {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.4;
        text-align: center;
      }
      .button {
        width: 100%;
        min-height: 56px;
        padding: var(--ow-space-2) var(--ow-space-4);
        border-style: dashed;
        line-height: 1.3;
      }
    `,
  ];

  constructor() {
    super();
    this.isTouched = navigator.userActivation?.hasBeenActive ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerup', this.#touched);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerup', this.#touched);
  }

  override render() {
    if (!canShake()) return nothing;
    return this.isTouched
      ? html`<p class="hint">${this.words.shakeReady}</p>`
      : html`<button class="button" type="button" @click=${this.#touched}>${this.words.shake}</button>`;
  }

  #touched = (): void => {
    this.isTouched = true;
  };
}

customElements.define('phone-shake', PhoneShake);
