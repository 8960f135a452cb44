import { css, html, LitElement } from 'lit';
import { PauseReason } from '../common/contract/commands.ts';
import type { Locale } from '../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../common/ui/base-styles.ts';
import { pressed } from './counter-events.ts';
import type { Key } from './keys.ts';
import { panelStyles } from './panel-styles.ts';
import { reasonName, WORDS } from './words.ts';

/**
 * Why the window pauses, by number. Stands where the ticket stands, as only a window without one
 * pauses: so a second click on a reason that is gone hits nothing.
 */
export class PauseReasons extends LitElement {
  static override properties = { locale: { type: String } };
  declare locale: Locale;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    css`
      :host {
        display: flex;
        min-height: 0;
      }
      .panel {
        display: flex;
        flex: 1;
        flex-direction: column;
        justify-content: center;
        gap: var(--ow-space-3);
        padding: var(--ow-space-3) var(--ow-space-5);
        border: 2px solid var(--ow-state-paused);
        background: var(--ow-state-paused-wash);
        overflow-y: auto;
      }
      h2 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: var(--ow-line-tight);
      }
      .reasons {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: var(--ow-space-2);
      }
      .button {
        justify-content: flex-start;
        min-height: 60px;
        padding: 0 var(--ow-space-3);
        font-size: var(--ow-text-lead);
        text-align: start;
      }
      .cancel {
        align-self: flex-start;
      }
      @media (max-width: 760px) {
        .panel {
          gap: var(--ow-space-2);
          padding: var(--ow-space-2);
        }
        h2 {
          font-size: var(--ow-text-lead);
        }
        .reasons {
          grid-template-columns: 1fr 1fr;
        }
        .button {
          min-height: var(--ow-target);
          font-size: var(--ow-text-body);
        }
      }
    `,
  ];

  override render() {
    return html`<section class="panel" aria-labelledby="heading">
      <h2 id="heading">${WORDS.pauseFor[this.locale]}</h2>
      <div class="reasons">
        ${PauseReason.options.map((reason, index) =>
          this.#button(String(index + 1) as Key, reasonName(reason, this.locale)),
        )}
      </div>
      <div class="cancel">${this.#button('Escape', WORDS.cancel[this.locale])}</div>
    </section>`;
  }

  #button(key: Key, label: string) {
    return html`<button
      class="button"
      type="button"
      aria-keyshortcuts=${key}
      @click=${() => this.dispatchEvent(pressed(key))}
    >
      <kbd aria-hidden="true">${key === 'Escape' ? 'Esc' : key}</kbd>${label}
    </button>`;
  }
}

customElements.define('pause-reasons', PauseReasons);

declare global {
  interface HTMLElementTagNameMap {
    'pause-reasons': PauseReasons;
  }
}
