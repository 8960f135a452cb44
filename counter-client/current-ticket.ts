import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CounterView } from '../common/contract/socket.ts';
import { inLocale, type Locale } from '../common/contract/text.ts';
import type { WindowStatus } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { durationWords, stopwatch } from '../common/ui/format.ts';
import '../common/ui/number.ts';
import '../common/ui/window-state.ts';
import { currentTicketStyles } from './current-ticket-styles.ts';
import { panelStyles } from './panel-styles.ts';
import { calledTimes, reasonName, WORDS } from './words.ts';

const IDLE: Record<Exclude<WindowStatus, 'calling' | 'serving'>, keyof typeof WORDS> = {
  closed: 'idleClosed',
  free: 'idleFree',
  ready: 'idleReady',
  paused: 'idlePaused',
};

/** The ticket at the window, or what the window is doing without one. */
export class CurrentTicket extends LitElement {
  static override properties = {
    view: { attribute: false },
    now: { type: Number },
    locale: { type: String },
    stale: { type: Boolean, reflect: true },
    status: { type: String, reflect: true },
  };
  declare view: CounterView;
  /** The server's time, milliseconds. */
  declare now: number;
  declare locale: Locale;
  declare stale: boolean;
  /** For the colour of the panel; follows the view. */
  declare status: WindowStatus;

  static override styles = [baseStyles, panelStyles, currentTicketStyles];

  override willUpdate(): void {
    this.status = this.view.window.status;
  }

  override render() {
    const { window } = this.view;
    return html`<section class="panel" aria-label=${WORDS.currentTicket[this.locale]}>
      <div class="top">
        <ow-window-state class="state" .state=${window.status} .locale=${this.locale}></ow-window-state>
        ${this.stale ? html`<span class="old">${WORDS.mayBeOld[this.locale]}</span>` : nothing}
        <span class="soft served">${WORDS.servedToday[this.locale]} <b>${window.served}</b></span>
      </div>
      ${window.ticket === null ? this.#idle() : this.#ticket(window.ticket)}
    </section>`;
  }

  #ticket(ticket: NonNullable<CounterView['window']['ticket']>) {
    const { ticket: known } = this.view;
    const more = known?.id === ticket.id ? known : null;
    return html`${keyed(ticket.id, html`<ow-number class="number fresh" value=${ticket.number}></ow-number>`)}
      <p class="about">
        <span class="queue">${this.#queue(ticket.queue)}</span>
        ${this.#category(more?.category ?? null)}
        <span class="tag">${calledTimes(ticket.calls, this.locale)}</span>
      </p>
      <dl>
        ${
          more?.startedAt == null
            ? this.#time('sinceCall', stopwatch(this.now - ticket.calledAt), true)
            : this.#time('service', stopwatch(this.now - more.startedAt), true)
        }
        ${more === null ? nothing : this.#time('waited', durationWords(ticket.calledAt - more.issuedAt, this.locale))}
      </dl>`;
  }

  #idle() {
    const { status, since, pauseReason } = this.view.window;
    if (status === 'calling' || status === 'serving') return nothing;
    const reason = pauseReason === null ? null : reasonName(pauseReason, this.locale);
    return html`<div class="idle">
      ${reason === null ? nothing : html`<p class="reason">${reason}</p>`}
      <p class="next">${WORDS[IDLE[status]][this.locale]}</p>
      ${
        status === 'closed'
          ? nothing
          : html`<p class="soft">${WORDS.since[this.locale]} ${stopwatch(this.now - since)}</p>`
      }
    </div>`;
  }

  #time(label: 'sinceCall' | 'service' | 'waited', value: string, running = false) {
    return html`<div>
      <dt>${WORDS[label][this.locale]}</dt>
      <dd class=${running ? 'running' : ''}>${value}</dd>
    </div>`;
  }

  #queue(id: string): string {
    const queue = this.view.queues[id];
    return queue === undefined ? id : inLocale(queue.name, this.locale);
  }

  #category(id: string | null) {
    const category = this.view.hall.categories.find((each) => each.id === id);
    if (category === undefined) return nothing;
    return html`<span class="tag category">${inLocale(category.name, this.locale)}</span>`;
  }
}

customElements.define('current-ticket', CurrentTicket);

declare global {
  interface HTMLElementTagNameMap {
    'current-ticket': CurrentTicket;
  }
}
