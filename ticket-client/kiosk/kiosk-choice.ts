import { css, html, LitElement, nothing } from 'lit';
import type { Matter } from '../../common/contract/config.ts';
import { inLocale } from '../../common/contract/text.ts';
import type { HallView, QueueView } from '../../common/contract/views.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import type { Loadable } from '../loadable.ts';
import type { Issue } from './intent.ts';
import { loadableOr } from './kiosk-loadable.ts';
import './kiosk-papers.ts';
import './kiosk-scroll.ts';
import './kiosk-take.ts';
import type { KioskWords } from './words.ts';

/** Before the number: what to bring, how many wait, and the button that takes it. */
export class KioskChoice extends LitElement {
  static override properties = {
    words: { attribute: false },
    hall: { attribute: false },
    queue: { attribute: false },
    matter: { attribute: false },
    category: { attribute: false },
    issue: { attribute: false },
    isLive: { attribute: false },
  };
  declare words: KioskWords;
  declare hall: HallView;
  declare queue: QueueView;
  /** null where a number is taken for the queue alone. */
  declare matter: Loadable<Matter> | null;
  declare category: string | null;
  declare issue: Issue;
  declare isLive: boolean;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        flex: 1;
        grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        gap: var(--ow-space-5);
        min-height: 0;
      }
      h1 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: var(--ow-line-tight);
      }
      .promise {
        margin-top: var(--ow-space-2);
        color: var(--ow-ink-soft);
      }
      .papers {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .side {
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        gap: var(--ow-space-4);
        min-height: 0;
      }
      .facts {
        display: grid;
        grid-template-columns: repeat(3, auto);
        justify-content: space-between;
        gap: var(--ow-space-3);
        padding: var(--ow-space-4);
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface-sunk);
      }
      dt {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.3;
      }
      dd {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
      }
      @media (orientation: landscape) {
        :host {
          grid-template: auto minmax(0, 1fr) / minmax(0, 7fr) minmax(0, 5fr);
          gap: var(--ow-space-4) var(--ow-space-6);
        }
        .side {
          grid-area: 1 / 2 / 3 / 3;
          justify-content: flex-start;
        }
        kiosk-take {
          margin-top: auto;
        }
        .facts {
          grid-template-columns: 1fr 1fr;
        }
        .facts .wide {
          grid-column: 1 / 3;
        }
      }
    `,
  ];

  override render() {
    return html`<div>
        <h1>${this.#title()}</h1>
        ${this.#promise()}
      </div>
      <div class="papers">${this.#papers()}</div>
      <div class="side">
        ${this.#facts()}
        <kiosk-take
          .words=${this.words}
          .queue=${this.queue}
          .categories=${this.hall.categories}
          .category=${this.category}
          .issue=${this.issue}
          .isLive=${this.isLive}
        ></kiosk-take>
      </div>`;
  }

  #title(): string {
    const { matter, queue, words } = this;
    if (matter === null) return inLocale(queue.name, words.locale);
    return matter.status === 'ready' ? inLocale(matter.value.name, words.locale) : '…';
  }

  #promise() {
    if (this.matter?.status !== 'ready') return nothing;
    return html`<p class="promise">${this.words.promised(this.matter.value.promisedWorkingDays)}</p>`;
  }

  #papers() {
    const { matter, words } = this;
    if (matter === null) return html`<p>${words.queueSubject}</p>`;
    return loadableOr(
      matter,
      words,
      (value) => html`<kiosk-scroll .words=${words} label=${words.papersTitle}>
        <kiosk-papers .words=${words} .matter=${value}></kiosk-papers>
      </kiosk-scroll>`,
    );
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
    </dl>`;
  }
}

customElements.define('kiosk-choice', KioskChoice);
