import { css, html, LitElement } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import type { PhoneWords } from './words.ts';

/** The hall's name, and large type and language always at the same place. Sends `large` and `language`. */
export class PhoneBar extends LitElement {
  static override properties = {
    words: { attribute: false },
    hall: { attribute: false },
    isLarge: { attribute: false },
  };
  declare words: PhoneWords;
  declare hall: string;
  declare isLarge: boolean;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--ow-space-2);
      }
      .hall {
        flex: 1;
        min-width: 0;
        font-size: var(--ow-text-note);
        font-weight: var(--ow-weight-strong);
        line-height: 1.25;
      }
      .large {
        flex-wrap: wrap;
      }
      .large .hall {
        flex-basis: 100%;
      }
      .button {
        flex: none;
        padding: 0 var(--ow-space-3);
        border-width: 1px;
        font-size: var(--ow-text-note);
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
    return html`<header class=${this.isLarge ? 'large' : ''}>
      <span class="hall">${this.hall}</span>
      <button class="button" type="button" aria-pressed=${this.isLarge} @click=${() => this.#send('large')}>
        ${words.largeType}
      </button>
      <button
        class="button"
        type="button"
        lang=${words.locale === 'en' ? 'zh-CN' : 'en'}
        @click=${() => this.#send('language')}
      >
        ${words.otherLanguage}
      </button>
    </header>`;
  }

  #send(name: 'large' | 'language'): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

customElements.define('phone-bar', PhoneBar);
