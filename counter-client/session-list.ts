import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { QueueView, UndoView } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../common/ui/base-styles.ts';
import { clockTime, stopwatch } from '../common/ui/format.ts';
import { handedOut, pressed } from './counter-events.ts';
import { OUTCOME_SHORT, undoWords } from './flow-words.ts';
import { panelStyles } from './panel-styles.ts';
import type { Ended } from './session.ts';
import { sessionListStyles } from './session-list-styles.ts';
import { isUndoable } from './waiting.ts';
import { WORDS } from './words.ts';

/** The tickets that ended at this window since the page was opened, newest first. */
export class SessionList extends LitElement {
  static override properties = {
    ended: { attribute: false },
    undoable: { attribute: false },
    now: { type: Number },
    hotkeys: { type: Boolean },
    queues: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    locale: { type: String },
  };
  declare ended: readonly Ended[];
  declare undoable: UndoView | null;
  /** The server's time, milliseconds. */
  declare now: number;
  declare hotkeys: boolean;
  declare queues: Record<string, QueueView>;
  declare timeZone: string;
  declare locale: Locale;

  static override styles = [baseStyles, buttonStyles, panelStyles, sessionListStyles];

  override willUpdate(): void {
    this.toggleAttribute('undoable', isUndoable(this.undoable, this.now));
  }

  override render() {
    return html`<section class="panel" aria-labelledby="heading">
      <h2 class="heading" id="heading">${WORDS.session[this.locale]}</h2>
      ${this.#undo()}
      <div class="scroll" tabindex=${this.ended.length > 0 ? '0' : '-1'} role="group" aria-labelledby="heading">
        ${
          this.ended.length === 0
            ? html`<p class="soft">${WORDS.nothingYet[this.locale]}</p>`
            : html`<ul>
                ${this.ended.map((each) => this.#row(each))}
              </ul>`
        }
      </div>
    </section>`;
  }

  /** What may still be taken back, and for how long. */
  #undo() {
    const { undoable, now, locale } = this;
    if (!isUndoable(undoable, now)) return nothing;
    return html`<button
      class="button undo"
      type="button"
      aria-keyshortcuts=${this.hotkeys ? 'U Control+Z' : nothing}
      @click=${() => this.dispatchEvent(pressed('U'))}
    >
      <span>${undoWords(undoable, locale)}</span>
      <span class="left soft" aria-hidden="true">${stopwatch(undoable.until - now)}</span>
      ${this.hotkeys ? html`<kbd aria-hidden="true">U</kbd>` : nothing}
    </button>`;
  }

  #row({ number, queue, state, endedAt, serviceMs, outcome, handout }: Ended) {
    const name = this.queues[queue]?.name;
    return html`<li>
      <span class="number">${number}</span>
      <span class="queue soft">${name === undefined ? '' : inLocale(name, this.locale)}</span>
      ${
        handout === null
          ? html`<span class=${state}>${(outcome === null ? WORDS[state] : OUTCOME_SHORT[outcome])[this.locale]}</span>`
          : html`<button class="handout" type="button" @click=${() => this.dispatchEvent(handedOut(handout))}>
              ${OUTCOME_SHORT.supplement[this.locale]} ${handout.number}
            </button>`
      }
      <span>${serviceMs === null ? '' : stopwatch(serviceMs)}</span>
      <span class="soft">${clockTime(endedAt, this.timeZone)}</span>
    </li>`;
  }
}

customElements.define('session-list', SessionList);

declare global {
  interface HTMLElementTagNameMap {
    'session-list': SessionList;
  }
}
