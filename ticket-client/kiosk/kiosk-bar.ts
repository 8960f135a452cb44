import { css, html, LitElement } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { ERRAND_WORDS } from './errand-words.ts';
import { BACK, HOME, LETTER, STUB } from './icons.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/**
 * The same controls at the same places on every screen, low enough for a wheelchair: back and home to the
 * left, large type and language to the right.
 */
export class KioskBar extends LitElement {
  static override properties = {
    words: { attribute: false },
    mayGoBack: { attribute: false },
    mayGoHome: { attribute: false },
    isFirst: { attribute: false },
    isLarge: { attribute: false },
  };
  declare words: KioskWords;
  declare mayGoBack: boolean;
  declare mayGoHome: boolean;
  /** The first screen: nothing to go back from, so the place is for those who come back with something. */
  declare isFirst: boolean;
  declare isLarge: boolean;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      nav {
        display: grid;
        grid-template-columns: 1.2fr 1fr 1.2fr 1fr;
        gap: var(--ow-space-3);
      }
      .button {
        min-height: calc(var(--ow-target) + 12px);
        padding: 0 var(--ow-space-3);
      }
      .errands {
        grid-column: 1 / 3;
      }
      /* The place stays, so that no other button ever moves under a finger. */
      .absent {
        visibility: hidden;
      }
      .button[aria-pressed='true'] {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
        color: var(--ow-primary);
      }
    `,
  ];

  override render() {
    const { words } = this;
    return html`<nav aria-label=${words.controls}>
      ${this.isFirst ? this.#errands() : this.#ways()}
      <button
        type="button"
        class="button"
        aria-pressed=${this.isLarge}
        @click=${() => wish(this, { do: 'large' })}
      >
        ${LETTER} ${words.largeType}
      </button>
      <button
        type="button"
        class="button"
        lang=${words.otherLanguage === 'English' ? 'en' : 'zh-CN'}
        @click=${() => wish(this, { do: 'language' })}
      >
        ${words.otherLanguage}
      </button>
    </nav>`;
  }

  #errands() {
    return html`<button class="button errands" type="button" @click=${() => wish(this, { do: 'errands' })}>
      ${STUB} ${ERRAND_WORDS[this.words.locale].row}
    </button>`;
  }

  #ways() {
    const { words } = this;
    return html`<button
        type="button"
        class="button ${this.mayGoBack ? '' : 'absent'}"
        @click=${() => wish(this, { do: 'back' })}
      >
        ${BACK} ${words.back}
      </button>
      <button
        type="button"
        class="button ${this.mayGoHome ? '' : 'absent'}"
        @click=${() => wish(this, { do: 'home' })}
      >
        ${HOME} ${words.home}
      </button>`;
  }
}

customElements.define('kiosk-bar', KioskBar);
