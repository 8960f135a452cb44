import { css, html, LitElement } from 'lit';
import type { MatterSummary } from '../../common/contract/views.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import type { Loadable } from '../loadable.ts';
import './kiosk-keys.ts';
import type { KeyEvent } from './kiosk-keys.ts';
import { loadableOr } from './kiosk-loadable.ts';
import './kiosk-matter-list.ts';
import './kiosk-scroll.ts';
import { afterKey, MAX_QUERY } from './query.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** Search with letters on the screen; results come with every letter. A real keyboard works as well. */
export class KioskSearch extends LitElement {
  static override properties = {
    words: { attribute: false },
    query: { attribute: false },
    matters: { attribute: false },
  };
  declare words: KioskWords;
  declare query: string;
  declare matters: Loadable<MatterSummary[]>;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        flex: 1;
        grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        gap: var(--ow-space-4);
        min-height: 0;
      }
      .ask {
        display: flex;
        flex-direction: column;
        gap: var(--ow-space-3);
      }
      h1 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: var(--ow-line-tight);
      }
      .hint {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
      }
      input {
        width: 100%;
        min-height: calc(var(--ow-target) + 8px);
        padding: 0 var(--ow-space-5);
        border: 3px solid var(--ow-primary);
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface);
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        letter-spacing: 0.08em;
      }
      input:focus-visible {
        outline: none;
      }
      .results {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .none {
        margin: auto;
        max-width: 24em;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-lead);
        text-align: center;
      }
      @media (orientation: landscape) {
        :host {
          grid-template: auto 1fr / minmax(0, 5fr) minmax(0, 6fr);
          column-gap: var(--ow-space-5);
        }
        .results {
          grid-area: 1 / 2 / 3 / 3;
        }
        kiosk-keys {
          align-self: end;
        }
      }
    `,
  ];

  override firstUpdated(): void {
    this.#input?.focus();
  }

  override render() {
    const { words } = this;
    return html`<div class="ask">
        <h1>${words.searchTitle}</h1>
        <input
          type="text"
          inputmode="none"
          autocomplete="off"
          spellcheck="false"
          maxlength=${MAX_QUERY}
          aria-label=${words.searchLabel}
          .value=${this.query}
          @input=${this.#typed}
        />
      </div>
      <div class="results" aria-live="polite">${this.#results()}</div>
      <kiosk-keys .words=${words} @key=${this.#key}></kiosk-keys>`;
  }

  #results() {
    const { words } = this;
    if (this.query.trim() === '') return html`<p class="none">${words.searchHint}</p>`;
    return loadableOr(this.matters, words, (matters) =>
      matters.length === 0
        ? html`<p class="none">${words.nothingFound}</p>`
        : html`<p class="said">${words.found(matters.length)}</p>
            <kiosk-scroll .words=${words} label=${words.found(matters.length)}>
              <kiosk-matter-list .words=${words} .matters=${matters}></kiosk-matter-list>
            </kiosk-scroll>`,
    );
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #typed(): void {
    wish(this, { do: 'query', query: this.#input?.value ?? '' });
  }

  #key(event: KeyEvent): void {
    wish(this, { do: 'query', query: afterKey(this.query, event.detail) });
  }
}

customElements.define('kiosk-search', KioskSearch);
