import { css, html, LitElement } from 'lit';
import type { HallView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import './kiosk-scroll.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** Who has priority, each with the ground it rests on, so that nobody has to explain it at a counter. */
export class KioskCategories extends LitElement {
  static override properties = {
    words: { attribute: false },
    categories: { attribute: false },
    category: { attribute: false },
  };
  declare words: KioskWords;
  declare categories: HallView['categories'];
  declare category: string | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: var(--ow-space-4);
        min-height: 0;
      }
      h1 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: var(--ow-line-tight);
      }
      .note {
        color: var(--ow-ink-soft);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(var(--kiosk-list-columns), minmax(0, 1fr));
        gap: var(--ow-space-3);
      }
      li button {
        display: block;
        width: 100%;
        height: 100%;
        min-height: calc(var(--ow-target) * 1.4);
        padding: var(--ow-space-4);
        border: 2px solid transparent;
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
        text-align: start;
      }
      li button:active,
      li button[aria-pressed='true'] {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
      }
      .name {
        display: block;
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
      }
      .ground {
        display: block;
        margin-top: 4px;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.4;
      }
      .button {
        min-height: calc(var(--ow-target) + 8px);
      }
    `,
  ];

  override render() {
    const { words } = this;
    return html`<div>
        <h1>${words.categoriesTitle}</h1>
        <p class="note">${words.categoriesNote}</p>
      </div>
      <kiosk-scroll .words=${words} label=${words.categoriesTitle}>
        <ul>
          ${this.categories.map(
            ({ id, name, ground }) => html`<li>
              <button type="button" aria-pressed=${this.category === id} @click=${() => this.#choose(id)}>
                <span class="name">${inLocale(name, words.locale)}</span>
                <span class="ground">${inLocale(ground, words.locale)}</span>
              </button>
            </li>`,
          )}
        </ul>
      </kiosk-scroll>
      <button class="button" type="button" @click=${() => this.#choose(null)}>${words.noCategory}</button>`;
  }

  #choose(category: string | null): void {
    wish(this, { do: 'category', category });
  }
}

customElements.define('kiosk-categories', KioskCategories);
