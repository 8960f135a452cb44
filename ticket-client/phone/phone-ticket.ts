import { css, html, LitElement, nothing } from 'lit';
import type { WhyView } from '../../common/contract/fairness.ts';
import type { PhoneView } from '../../common/contract/socket.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import type { Loadable } from '../loadable.ts';
import type { Failure } from '../request.ts';
import { windowsServing } from '../window-ranges.ts';
import '../why/why-not-me.ts';
import { isOpen } from './face.ts';
import type { TicketLink } from './link.ts';
import './phone-called.ts';
import './phone-cancel.ts';
import './phone-details.ts';
import './phone-hero.ts';
import './phone-missed.ts';
import './phone-shake.ts';
import './phone-visit.ts';
import { nameOfLeg, type Surroundings } from './surroundings.ts';
import { returnsLeft, turnOf } from './turn.ts';
import { TURN_WORDS } from './turn-words.ts';
import type { PhoneWords } from './words.ts';

/** Browsers have it on encrypted pages only; nobody else loads what goes with it. */
if ('PushManager' in window) {
  import('./phone-reminder.ts').catch(() => {
    // The page does without it: what stands inside is shown.
  });
}

/** All that is shown of one ticket, from its number to the way it is given back. */
export class PhoneTicket extends LitElement {
  static override properties = {
    words: { attribute: false },
    view: { attribute: false },
    link: { attribute: false },
    why: { attribute: false },
    surroundings: { attribute: false },
    now: { attribute: false },
    act: { attribute: false },
    failure: { attribute: false },
  };
  declare words: PhoneWords;
  declare view: PhoneView;
  declare link: TicketLink;
  declare why: Loadable<WhyView>;
  declare surroundings: Surroundings;
  /** The server's time, milliseconds. */
  declare now: number;
  /** What is under way; null when nothing is. */
  declare act: 'cancel' | 'return' | null;
  declare failure: Failure | null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: var(--ow-space-4);
      }
      phone-called {
        flex: 1;
        margin: 0 calc(-1 * var(--ow-space-4));
      }
      phone-reminder {
        display: block;
      }
      .public {
        display: block;
        min-height: 56px;
        line-height: 56px;
        text-align: center;
      }
    `,
  ];

  override render() {
    const { words, view } = this;
    const { ticket, windowNumber } = view;
    if (ticket.state === 'called')
      return html`<phone-called .words=${words} .ticket=${ticket} .windowNumber=${windowNumber}></phone-called>`;
    const { board, rule } = this.surroundings;
    const turn = turnOf(view, { rule, windows: board?.windows ?? [], now: this.now }, words);
    const isWaiting = ticket.state === 'waiting';
    return html`<phone-hero .words=${words} .ticket=${ticket} .turn=${turn}></phone-hero>
      ${ticket.state === 'missed' ? this.#missed() : nothing}
      ${isWaiting ? this.#reminder() : nothing}
      ${isOpen(turn.face) ? this.#details() : nothing}
      ${isWaiting ? this.#why() : nothing}
      ${this.#public()}
      ${isWaiting ? this.#cancel() : nothing}`;
  }

  /** Where no reminder can be had, the hint that is inside takes its place. */
  #reminder() {
    return html`<phone-reminder .locale=${this.words.locale} .link=${this.link}
      ><phone-shake .words=${this.words}></phone-shake
    ></phone-reminder>`;
  }

  #missed() {
    const { words, view, surroundings } = this;
    return html`<phone-missed
      .words=${words}
      .left=${returnsLeft(view.ticket, surroundings.rule)}
      .delayMinutes=${surroundings.rule?.returnDelayMinutes ?? null}
      .isBusy=${this.act === 'return'}
      .code=${this.failure}
    ></phone-missed>`;
  }

  #details() {
    const { words, view, surroundings } = this;
    const { ticket } = view;
    const name = (leg: { queue: string; matter: string | null }) =>
      nameOfLeg(surroundings, leg, words.locale);
    const next = ticket.further.map(name);
    return html`${
      next.length === 0
        ? nothing
        : html`<phone-visit .words=${words} .now=${name(ticket)} .next=${next}></phone-visit>`
    }
      <phone-details
        .words=${words}
        .view=${view}
        .windows=${windowsServing(surroundings.board?.windows ?? [], ticket.queue)}
        .matter=${surroundings.matters.get(ticket.matter ?? '') ?? null}
      ></phone-details>`;
  }

  #why() {
    const { hall, ticket } = this.view;
    return html`<why-not-me
      .why=${this.why}
      .locale=${this.words.locale}
      .timeZone=${hall.timeZone}
      .ahead=${ticket.ahead}
    ></why-not-me>`;
  }

  #public() {
    const { locale } = this.words;
    const query = new URLSearchParams({ hall: this.view.hall.id, lang: locale });
    return html`<a class="public" href="/fairness?${query.toString()}">${TURN_WORDS[locale].fairness}</a>`;
  }

  #cancel() {
    return html`<phone-cancel
      .words=${this.words}
      .isBusy=${this.act === 'cancel'}
      .code=${this.failure}
    ></phone-cancel>`;
  }
}

customElements.define('phone-ticket', PhoneTicket);
