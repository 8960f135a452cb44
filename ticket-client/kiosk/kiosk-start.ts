import { css, html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import type { Loadable } from '../loadable.ts';
import type { Card } from './cards.ts';
import { SEARCH } from './icons.ts';
import { loadableOr } from './kiosk-loadable.ts';
import './kiosk-scroll.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** The first screen: what have you come for? A card per zone or per department, and the search. */
export class KioskStart extends LitElement {
  static override properties = {
    words: { attribute: false },
    by: { attribute: false },
    cards: { attribute: false },
  };
  declare words: KioskWords;
  declare by: 'zone' | 'department';
  declare cards: Loadable<Card[]>;

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
      .top {
        display: grid;
        grid-template: 'title switch' auto 'find find' auto / 1fr auto;
        align-items: center;
        gap: var(--ow-space-4);
      }
      @media (orientation: landscape) {
        .top {
          grid-template: 'title find switch' auto / auto 1fr auto;
        }
      }
      .find {
        grid-area: find;
      }
      .switch {
        grid-area: switch;
      }
      .switch {
        display: flex;
        padding: 4px;
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface-sunk);
      }
      .switch button {
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-5);
        border: 0;
        border-radius: 9px;
        background: none;
        color: var(--ow-ink-soft);
        font-weight: var(--ow-weight-strong);
      }
      .switch button[aria-pressed='true'] {
        background: var(--ow-surface);
        color: var(--ow-primary);
        box-shadow: var(--ow-elevation-1);
      }
      .find {
        justify-content: flex-start;
        width: 100%;
        min-height: calc(var(--ow-target) + 8px);
        border-color: var(--ow-line-strong);
        border-radius: var(--ow-radius-round);
        font-size: var(--ow-text-lead);
      }
      .find span {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        font-weight: var(--ow-weight);
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(var(--kiosk-columns), minmax(0, 1fr));
        gap: var(--ow-space-4);
      }
      .card {
        display: flex;
        align-items: center;
        gap: var(--ow-space-4);
        width: 100%;
        min-height: var(--kiosk-card);
        height: 100%;
        padding: var(--ow-space-3) var(--ow-space-4);
        border: 2px solid transparent;
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
        text-align: start;
      }
      .card:active {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
      }
      .mark {
        flex: none;
        width: 1.75em;
        border-radius: var(--ow-radius-m);
        background: var(--ow-primary-wash);
        color: var(--ow-primary);
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.75em;
        text-align: center;
      }
      .title {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.25;
      }
      .note {
        margin-top: 4px;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.3;
      }
      .closed .mark {
        background: var(--ow-state-closed-wash);
        color: var(--ow-state-closed);
      }
      .closed .note {
        color: var(--ow-accent-text);
        font-weight: var(--ow-weight-strong);
      }
    `,
  ];

  override render() {
    const { words } = this;
    return html`<div class="top">
        <h1>${words.welcome}</h1>
        <button class="button find" type="button" @click=${() => wish(this, { do: 'search' })}>
          ${SEARCH} ${words.searchMatters} <span>${words.searchExample}</span>
        </button>
        <div class="switch">${this.#tab('zone', words.byZone)}${this.#tab('department', words.byDepartment)}</div>
      </div>
      ${loadableOr(this.cards, words, (cards) => this.#list(cards))}`;
  }

  #tab(by: 'zone' | 'department', label: string) {
    return html`<button
      type="button"
      aria-pressed=${this.by === by}
      @click=${() => wish(this, { do: 'list', by })}
    >
      ${label}
    </button>`;
  }

  #list(cards: Card[]) {
    return html`<kiosk-scroll .words=${this.words} label=${this.words.welcome}>
      <ul class="cards">
        ${cards.map((card) => html`<li>${this.#card(card)}</li>`)}
      </ul>
    </kiosk-scroll>`;
  }

  #card(card: Card) {
    const choose = () =>
      wish(
        this,
        this.by === 'zone' ? { do: 'zone', zone: card.id } : { do: 'department', department: card.id },
      );
    return html`<button class="card ${card.isOpen ? '' : 'closed'}" type="button" @click=${choose}>
      ${card.mark === null ? nothing : html`<span class="mark" aria-hidden="true">${card.mark}</span>`}
      <span>
        <span class="title">${card.title}</span>
        <br /><span class="note">${noteOf(card, this.words)}</span>
      </span>
    </button>`;
  }
}

function noteOf(card: Card, words: KioskWords): string {
  if (!card.isOpen) return words.closedNow;
  if (card.waiting !== null) return words.waiting(card.waiting);
  return card.matters === null ? '' : words.countMatters(card.matters);
}

customElements.define('kiosk-start', KioskStart);
