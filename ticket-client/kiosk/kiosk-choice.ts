import { html, LitElement, nothing } from 'lit';
import type { Identity as Asked, Matter } from '../../common/contract/config.ts';
import type { HallView, QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { waitWords } from '../../common/wait-words.ts';
import type { Loadable } from '../loadable.ts';
import type { Identity } from '../owner.ts';
import type { Press } from '../press.ts';
import type { Outcome } from './errands.ts';
import { ADD } from './icons.ts';
import './kiosk-scroll.ts';
import './kiosk-take.ts';
import './kiosk-visit.ts';
import { choiceStyles } from './choice-styles.ts';
import type { VisitLeg } from './kiosk-visit.ts';
import type { Errand } from './order.ts';
import { remainingText } from './remaining.ts';
import { VISIT_WORDS } from './visit-words.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** Before the number: what to bring, how many wait, and the button that takes it. */
export class KioskChoice extends LitElement {
  static override properties = {
    words: { attribute: false },
    hall: { attribute: false },
    queue: { attribute: false },
    matter: { attribute: false },
    further: { attribute: false },
    mayAdd: { attribute: false },
    category: { attribute: false },
    asked: { attribute: false },
    identity: { attribute: false },
    press: { attribute: false },
    isLive: { attribute: false },
  };
  declare words: KioskWords;
  declare hall: HallView;
  declare queue: QueueView;
  /** null where a number is taken for the queue alone. */
  declare matter: Loadable<Matter> | null;
  declare further: readonly VisitLeg[];
  declare mayAdd: boolean;
  declare category: string | null;
  /** Whether who takes the number shows who they are. */
  declare asked: Asked;
  declare identity: Identity | null;
  declare press: Press<Errand, Outcome>;
  declare isLive: boolean;

  static override styles = [baseStyles, buttonStyles, choiceStyles];

  override render() {
    return html`<div class="top">
        <div>
          <h1>${this.#title()}</h1>
          ${this.#promise()}
        </div>
        ${this.mayAdd ? this.#add() : nothing}
      </div>
      <div class="papers">${this.#papers()}</div>
      <div class="side">
        ${this.#facts()}
        <kiosk-take
          .words=${this.words}
          .queue=${this.queue}
          .categories=${this.hall.categories}
          .category=${this.category}
          .asked=${this.asked}
          .identity=${this.identity}
          .press=${this.press}
          .isLive=${this.isLive}
        ></kiosk-take>
      </div>`;
  }

  #title(): string {
    const { matter, queue, words, further } = this;
    if (further.length > 0) return VISIT_WORDS[words.locale].several(further.length + 1);
    if (matter === null) return inLocale(queue.name, words.locale);
    return matter.status === 'ready' ? inLocale(matter.value.name, words.locale) : '…';
  }

  #promise() {
    if (this.matter?.status !== 'ready' || this.further.length > 0) return nothing;
    return html`<p class="promise">${this.words.promised(this.matter.value.promisedWorkingDays)}</p>`;
  }

  #add() {
    return html`<button class="button" type="button" @click=${() => wish(this, { do: 'add' })}>
      ${ADD} ${VISIT_WORDS[this.words.locale].add}
    </button>`;
  }

  #papers() {
    const { matter, words, queue, further } = this;
    return html`<kiosk-scroll .words=${words} label=${words.papersTitle}>
      <kiosk-visit .words=${words} .legs=${[{ matter, queue }, ...further]}></kiosk-visit>
    </kiosk-scroll>`;
  }

  #facts() {
    const { words, queue, hall } = this;
    const zone = hall.zones.find(({ id }) => id === queue.zone);
    return html`<dl class="facts">
      <div class="wide">
        <dt>${words.place}</dt>
        <dd>${zone === undefined ? '' : inLocale(zone.name, words.locale)}</dd>
      </div>
      <div>
        <dt>${words.waitingNow}</dt>
        <dd>${words.people(queue.waiting)}</dd>
      </div>
      <div>
        <dt>${words.windowsOpen}</dt>
        <dd>${words.windowCount(queue.openWindows)}</dd>
      </div>
      ${
        queue.wait === null
          ? nothing
          : html`<div class="wide">
              <dt>${words.expectedWait}</dt>
              <dd>${waitWords(queue.wait, words.locale)}</dd>
            </div>`
      }
      ${
        queue.remaining === null || queue.remaining === 0
          ? nothing
          : html`<div class="wide ${queue.scarce ? 'scarce' : ''}">
              <dt class="said">${words.left}</dt>
              <dd>${remainingText(queue, words)}</dd>
            </div>`
      }
    </dl>`;
  }
}

customElements.define('kiosk-choice', KioskChoice);
