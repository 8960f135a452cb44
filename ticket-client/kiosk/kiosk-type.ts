import { css, html, LitElement } from 'lit';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { ERRAND_WORDS } from './errand-words.ts';
import { ERASE } from './icons.ts';
import { keyStyles } from './key-styles.ts';
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
    keyStyles,
    css`
      .keys {
        grid-template-columns: repeat(10, minmax(0, 1fr));
      }
      :host([layout='digits']) .keys,
      :host([layout='pad']) .keys {
        grid-template-columns: repeat(3, minmax(0, 1fr));
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
