import { css, html, LitElement } from 'lit';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { ERRAND_WORDS } from './errand-words.ts';
import { ERASE } from './icons.ts';
import { keysOf, type Layout } from './type-keys.ts';
import type { KioskWords } from './words.ts';

/** The keys for what a field takes. Sends `key` with the character, or `delete`. */
export class KioskType extends LitElement {
  static override properties = {
    words: { attribute: false },
    layout: { type: String, reflect: true },
    isSmall: { state: true },
  };
  declare words: KioskWords;
  declare layout: Layout;
  declare isSmall: boolean;

  static override styles = [
    baseStyles,
    css`
      .keys {
        display: grid;
        grid-template-columns: repeat(10, minmax(0, 1fr));
        gap: var(--ow-space-2);
      }
      :host([layout='digits']) .keys,
      :host([layout='pad']) .keys {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        min-height: var(--kiosk-type-key, var(--kiosk-key));
        padding: 0;
        border: 2px solid var(--ow-line-colour);
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface);
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1;
      }
      button:active {
        border-color: var(--ow-primary);
        background: var(--ow-primary);
        color: var(--ow-on-primary);
      }
      .word {
        border-color: var(--ow-line-strong);
        background: var(--ow-surface-sunk);
        font-size: var(--ow-text-note);
      }
    `,
  ];

  constructor() {
    super();
    this.isSmall = false;
  }

  override render() {
    const words = ERRAND_WORDS[this.words.locale];
    const label = this.layout === 'pad' || this.layout === 'digits' ? words.digits : words.letters;
    return html`<div class="keys" role="group" aria-label=${label}>
      ${keysOf(this.layout, this.isSmall).map((key) => this.#key(key))}
    </div>`;
  }

  #key(key: string) {
    const words = ERRAND_WORDS[this.words.locale];
    if (key === 'delete')
      return html`<button class="word" type="button" aria-label=${this.words.deleteLetter} @click=${() => this.#press(key)}>
        ${ERASE}
      </button>`;
    if (key === 'case')
      return html`<button class="word" type="button" @click=${this.#toggle}>
        ${this.isSmall ? words.capitals : words.smalls}
      </button>`;
    return html`<button type="button" @click=${() => this.#press(key)}>${key}</button>`;
  }

  #toggle(): void {
    this.isSmall = !this.isSmall;
  }

  #press(key: string): void {
    this.dispatchEvent(new CustomEvent<string>('key', { detail: key }));
  }
}

customElements.define('kiosk-type', KioskType);
