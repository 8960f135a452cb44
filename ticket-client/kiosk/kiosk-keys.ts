import { css, html, LitElement } from 'lit';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { ERASE } from './icons.ts';
import { keyStyles } from './key-styles.ts';
import type { KioskWords } from './words.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

export type KeyEvent = CustomEvent<string>;

/**
 * The keyboard of a kiosk without one: A–Z in the order of the alphabet, which people who never type
 * know too. With delete and clear that is 28 keys, seven a row. Sends `key` with the letter, or
 * `delete` or `clear`.
 */
export class KioskKeys extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: KioskWords;

  static override styles = [
    baseStyles,
    keyStyles,
    css`
      .keys {
        grid-template-columns: repeat(7, minmax(0, 1fr));
      }
      button {
        gap: 4px;
      }
      /* The keys of a low screen are too narrow for the drawing and the word. */
      @media (orientation: landscape) {
        .word span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  override render() {
    return html`<div class="keys" role="group" aria-label=${this.words.keyboard}>
      ${LETTERS.map((letter) => html`<button type="button" @click=${() => this.#press(letter)}>${letter}</button>`)}
      <button class="word" type="button" @click=${() => this.#press('delete')}>
        ${ERASE} <span>${this.words.deleteLetter}</span>
      </button>
      <button class="word" type="button" @click=${() => this.#press('clear')}>${this.words.clear}</button>
    </div>`;
  }

  #press(key: string): void {
    this.dispatchEvent(new CustomEvent<string>('key', { detail: key }));
  }
}

customElements.define('kiosk-keys', KioskKeys);
