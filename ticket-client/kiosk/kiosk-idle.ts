import { css, html, LitElement } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** The last seconds before a kiosk left alone forgets what was chosen. Any touch anywhere stays. */
export class KioskIdle extends LitElement {
  static override properties = { words: { attribute: false }, secondsLeft: { attribute: false } };
  declare words: KioskWords;
  declare secondsLeft: number;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--ow-space-4);
        padding: var(--ow-space-4) var(--ow-space-5);
        border-radius: var(--ow-radius-l);
        background: var(--ow-ink);
        box-shadow: var(--ow-elevation-3);
        color: var(--ow-surface);
      }
      strong {
        display: block;
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
      }
      .button {
        min-height: calc(var(--ow-target) + 8px);
        border-color: transparent;
      }
    `,
  ];

  override render() {
    const { words } = this;
    return html`<p>
        <strong role="alert">${words.stillThere}</strong>
        <span>${words.homeIn(this.secondsLeft)}</span>
      </p>
      <button class="button" type="button" @click=${() => wish(this, { do: 'stay' })}>${words.stay}</button>`;
  }
}

customElements.define('kiosk-idle', KioskIdle);
