import { html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import type { Loadable } from '../loadable.ts';
import type { Card } from './cards.ts';
import { SEARCH } from './icons.ts';
import { loadableOr } from './kiosk-loadable.ts';
import './kiosk-scroll.ts';
import { remainingText } from './remaining.ts';
import { startStyles } from './start-styles.ts';
import { VISIT_WORDS } from './visit-words.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** The first screen: what have you come for? A card per zone or per department, and the search. */
export class KioskStart extends LitElement {
  static override properties = {
    words: { attribute: false },
    by: { attribute: false },
    cards: { attribute: false },
    isAdding: { attribute: false },
  };
  declare words: KioskWords;
  declare by: 'zone' | 'department';
  declare cards: Loadable<Card[]>;
  /** Whether another matter of a visit is looked for. */
  declare isAdding: boolean;

  static override styles = [baseStyles, buttonStyles, startStyles];

  override render() {
    const { words } = this;
    return html`<div class="top">
        <h1>${this.isAdding ? VISIT_WORDS[words.locale].addTitle : words.welcome}</h1>
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
        ${card.isOpen ? this.#left(card) : nothing}
      </span>
    </button>`;
  }

  #left(card: Card) {
    const text = remainingText(card, this.words);
    return text === '' ? nothing : html`<span class="note ${card.scarce ? 'scarce' : ''}">· ${text}</span>`;
  }
}

function noteOf(card: Card, words: KioskWords): string {
  if (!card.isOpen) return words.closedNow;
  if (card.waiting !== null) return words.waiting(card.waiting);
  return card.matters === null ? '' : words.countMatters(card.matters);
}

customElements.define('kiosk-start', KioskStart);
