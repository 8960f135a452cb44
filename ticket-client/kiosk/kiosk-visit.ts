import { css, html, LitElement, nothing } from 'lit';
import type { Matter } from '../../common/contract/config.ts';
import type { QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import type { Loadable } from '../loadable.ts';
import { CROSS } from './icons.ts';
import { loadableOr } from './kiosk-loadable.ts';
import './kiosk-papers.ts';
import { VISIT_WORDS } from './visit-words.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** A matter of the visit, or a queue alone where the matter is not known. */
export interface VisitLeg {
  matter: Loadable<Matter> | null;
  queue: QueueView | null;
}

/** What to bring: for one matter its papers, for several the papers of each in the order they are done. */
export class KioskVisit extends LitElement {
  static override properties = { words: { attribute: false }, legs: { attribute: false } };
  declare words: KioskWords;
  declare legs: readonly VisitLeg[];

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      section + section {
        margin-top: var(--ow-space-5);
        padding-top: var(--ow-space-4);
        border-top: 2px solid var(--ow-line-colour);
      }
      .top {
        display: flex;
        align-items: center;
        gap: var(--ow-space-3);
        margin-bottom: var(--ow-space-3);
      }
      .place {
        flex: none;
        width: 1.7em;
        border-radius: var(--ow-radius-round);
        background: var(--ow-primary);
        color: var(--ow-on-primary);
        font-weight: var(--ow-weight-strong);
        line-height: 1.7em;
        text-align: center;
      }
      h2 {
        flex: 1;
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.25;
      }
      .button {
        flex: none;
        padding: 0 var(--ow-space-4);
      }
    `,
  ];

  override render() {
    const [only] = this.legs;
    if (this.legs.length === 1 && only !== undefined) return this.#papers(only);
    return html`${this.legs.map((leg, index) => this.#leg(leg, index))}`;
  }

  #leg(leg: VisitLeg, index: number) {
    const name = nameOf(leg, this.words);
    return html`<section>
      <div class="top">
        <span class="place" aria-hidden="true">${index + 1}</span>
        <h2>${name}</h2>
        ${index === 0 ? nothing : this.#drop(name, index - 1)}
      </div>
      ${this.#papers(leg)}
    </section>`;
  }

  #drop(name: string, index: number) {
    const words = VISIT_WORDS[this.words.locale];
    return html`<button
      class="button"
      type="button"
      aria-label=${words.drop(name)}
      @click=${() => wish(this, { do: 'drop', index })}
    >
      ${CROSS} ${words.dropWord}
    </button>`;
  }

  #papers({ matter }: VisitLeg) {
    const { words } = this;
    if (matter === null) return html`<p>${words.queueSubject}</p>`;
    return loadableOr(
      matter,
      words,
      (value) => html`<kiosk-papers .words=${words} .matter=${value}></kiosk-papers>`,
    );
  }
}

function nameOf({ matter, queue }: VisitLeg, { locale }: KioskWords): string {
  if (matter?.status === 'ready') return inLocale(matter.value.name, locale);
  return matter === null && queue !== null ? inLocale(queue.name, locale) : '…';
}

customElements.define('kiosk-visit', KioskVisit);
