import { css, html, LitElement } from 'lit';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { ERASE } from './icons.ts';
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
    css`
      .keys {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: var(--ow-space-2);
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 4px;
        min-height: var(--kiosk-key);
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
