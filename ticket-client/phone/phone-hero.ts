import { css, html, LitElement, nothing } from 'lit';
import type { TicketView } from '../../common/contract/views.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/number.ts';
import type { Face } from './face.ts';
import type { Turn } from './turn.ts';
import type { PhoneWords } from './words.ts';

/** The number and what is with it now: the whole of what one glance needs. */
export class PhoneHero extends LitElement {
  static override properties = {
    words: { attribute: false },
    ticket: { attribute: false },
    turn: { attribute: false },
    face: { type: String, reflect: true },
  };
  declare words: PhoneWords;
  declare ticket: TicketView;
  declare turn: Turn;
  declare face: Face;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: var(--ow-space-5) var(--ow-space-4);
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
        text-align: center;
      }
      :host([face='soon']),
      :host([face='early']) {
        background: var(--ow-primary-wash);
      }
      .label {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.3;
      }
      ow-number {
        display: block;
        margin-top: var(--ow-space-1);
        color: var(--ow-primary);
        font-size: min(var(--ow-text-number), 27vw);
      }
      :host([face='finished']) ow-number,
      :host([face='missed']) ow-number,
      :host([face='cancelled']) ow-number,
      :host([face='unserved']) ow-number,
      :host([face='unfinished']) ow-number {
        color: var(--ow-ink-soft);
      }
      .ahead {
        display: flex;
        align-items: baseline;
        justify-content: center;
        gap: 0.4em;
        margin-top: var(--ow-space-3);
        font-size: var(--ow-text-lead);
        line-height: 1.2;
      }
      .ahead strong {
        font-size: calc(var(--ow-text-title) * 1.4);
        font-weight: var(--ow-weight-strong);
      }
      h1 {
        margin-top: var(--ow-space-4);
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.2;
      }
      .next {
        margin-top: var(--ow-space-2);
        line-height: 1.45;
      }
      .note {
        margin-top: var(--ow-space-3);
        padding: var(--ow-space-2) var(--ow-space-3);
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface-sunk);
        line-height: 1.4;
      }
      :host([face='soon']) .note {
        background: var(--ow-surface);
      }
    `,
  ];

  override willUpdate(): void {
    this.face = this.turn.face;
  }

  override render() {
    const { words, ticket, turn } = this;
    return html`<p class="label">${words.yourNumber}</p>
      <ow-number .value=${ticket.number}></ow-number>
      <div role="status">
        ${this.#ahead()}
        ${turn.wait === null ? nothing : html`<p class="next wait">${turn.wait}</p>`}
        <h1>${turn.headline}</h1>
        <p class="next">${turn.next}</p>
        ${turn.notes.map((note) => html`<p class="note">${note}</p>`)}
      </div>`;
  }

  #ahead() {
    const { words, ticket } = this;
    // Of a slot still to come nobody knows who will have been called before it.
    if (ticket.state !== 'waiting' || this.face === 'early') return nothing;
    if (ticket.ahead === 0) return html`<p class="ahead">${words.nobodyAhead}</p>`;
    return html`<p class="ahead">${words.ahead} <strong>${ticket.ahead}</strong> ${words.people}</p>`;
  }
}

customElements.define('phone-hero', PhoneHero);
