import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CounterView } from '../common/contract/socket.ts';
import type { Locale } from '../common/contract/text.ts';
import type { TicketView, WindowStatus } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import type { PersonView } from '../common/person.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { durationWords, stopwatch } from '../common/ui/format.ts';
import '../common/ui/number.ts';
import '../common/ui/window-state.ts';
import { currentTicketStyles } from './current-ticket-styles.ts';
import { callsNeededWords } from './flow-words.ts';
import { panelStyles } from './panel-styles.ts';
import { calledTimes, KIND_WORDS, openingWords, reasonName, WORDS } from './words.ts';

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
    person: { attribute: false },
    now: { type: Number },
    locale: { type: String },
    stale: { type: Boolean, reflect: true },
    status: { type: String, reflect: true },
  };
  declare view: CounterView;
  /** Who it is, masked, and what the clerk before has noted; null when nothing is known. */
  declare person: PersonView | null;
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
        ${more === null || more.kind === 'walkin' ? nothing : html`<span class="tag">${KIND_WORDS[more.kind][this.locale]}</span>`}
        <span class="tag">${calledTimes(ticket.calls, this.locale)}${this.#needed(ticket.calls)}</span>
      </p>
      ${this.#further(more)} ${this.#who()}
      <dl>
        ${
          more?.startedAt == null
            ? this.#time('sinceCall', stopwatch(this.now - ticket.calledAt), true)
            : this.#time('service', stopwatch(this.now - more.startedAt - more.heldMs), true)
        }
        ${more === null ? nothing : this.#time('waited', durationWords(ticket.calledAt - more.issuedAt, this.locale))}
      </dl>`;
  }

  /** How many calls a miss takes, until there have been so many. */
  #needed(calls: number): string {
    const { callsBeforeMiss } = this.view.rule;
    if (calls >= callsBeforeMiss || this.status !== 'calling') return '';
    return ` · ${callsNeededWords(callsBeforeMiss, this.locale)}`;
  }

  #further(ticket: TicketView | null) {
    if (ticket === null || ticket.further.length === 0) return nothing;
    return html`<p class="soft">
      ${WORDS.further[this.locale]} ${ticket.further.map(({ queue }) => this.#queue(queue)).join(' · ')}
    </p>`;
  }

  #who() {
    if (this.person === null) return nothing;
    const { name, idNumber, phone, note } = this.person;
    const known = [name, idNumber, phone].filter((each) => each !== null);
    return html`${known.length === 0 ? nothing : html`<p class="person">${known.map((each) => html`<span>${each}</span>`)}</p>`}
    ${note === null ? nothing : html`<p class="note"><b>${WORDS.note[this.locale]}</b> ${note}</p>`}`;
  }

  #idle() {
    const { window, hall } = this.view;
    const { status, since, pauseReason } = window;
    if (status === 'calling' || status === 'serving') return nothing;
    const reason =
      pauseReason === null
        ? openingWords(window, hall.timeZone, this.locale)
        : reasonName(pauseReason, this.locale);
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
