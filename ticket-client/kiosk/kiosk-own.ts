import { css, html, LitElement, nothing } from 'lit';
import type { PublishedRule } from '../../common/contract/fairness.ts';
import type { KioskView } from '../../common/contract/socket.ts';
import type { TicketView, WindowView } from '../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { clockTime } from '../../common/ui/format.ts';
import '../../common/ui/number.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { TicketLink } from '../phone/link.ts';
import { returnsLeft, turnOf } from '../phone/turn.ts';
import { TURN_WORDS } from '../phone/turn-words.ts';
import { PHONE_WORDS } from '../phone/words.ts';
import type { Press } from '../press.ts';
import type { Seen } from '../tickets-api.ts';
import { ERRAND_WORDS } from './errand-words.ts';
import type { Outcome } from './errands.ts';
import { FORWARD } from './icons.ts';
import type { Errand } from './order.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** The ticket that was scanned: what has become of it, and the one thing to do about it. */
export class KioskOwn extends LitElement {
  static override properties = {
    words: { attribute: false },
    view: { attribute: false },
    link: { attribute: false },
    seen: { attribute: false },
    rule: { attribute: false },
    windows: { attribute: false },
    now: { attribute: false },
    press: { attribute: false },
  };
  declare words: KioskWords;
  declare view: KioskView;
  declare link: TicketLink;
  declare seen: Seen;
  declare rule: PublishedRule | null;
  declare windows: readonly WindowView[];
  /** The server's time, milliseconds. */
  declare now: number;
  declare press: Press<Errand, Outcome>;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        justify-content: space-evenly;
        gap: var(--ow-space-4);
        min-height: 0;
      }
      .ticket {
        text-align: center;
      }
      .label {
        color: var(--ow-ink-soft);
      }
      ow-number {
        color: var(--ow-primary);
        font-size: calc(var(--ow-text-number) * 0.9);
      }
      h1 {
        margin-top: var(--ow-space-3);
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.25;
      }
      .next,
      .note,
      .due {
        margin-top: var(--ow-space-2);
        line-height: 1.4;
      }
      .due {
        color: var(--ow-ink-soft);
      }
      .acts {
        display: grid;
        gap: var(--ow-space-3);
        width: 100%;
        max-width: 900px;
        margin: 0 auto;
      }
      .acts .button {
        min-height: calc(var(--ow-target) * 1.15);
        font-size: var(--ow-text-lead);
      }
      .acts .primary {
        min-height: calc(var(--ow-target) * 1.5);
        font-size: var(--ow-text-title);
      }
      .meaning {
        color: var(--ow-ink-soft);
        line-height: 1.4;
        text-align: center;
      }
      .failed,
      .never {
        padding: var(--ow-space-3) var(--ow-space-4);
        border-radius: var(--ow-radius-m);
        background: var(--ow-danger-wash);
        color: var(--ow-danger);
        font-weight: var(--ow-weight-strong);
        line-height: 1.4;
      }
      .never {
        background: var(--ow-accent-wash);
        color: var(--ow-accent-text);
      }
    `,
  ];

  override render() {
    const { hall, queues } = this.view;
    const { ticket, windowNumber } = this.seen;
    const queue = queues[ticket.queue];
    if (queue === undefined) return nothing;
    const words = PHONE_WORDS[this.words.locale];
    const { rule, windows, now } = this;
    const turn = turnOf({ hall, queue, ticket, wait: null, windowNumber }, { rule, windows, now }, words);
    return html`<section class="ticket">
        <p class="label">${ERRAND_WORDS[words.locale].ownTitle}</p>
        <ow-number .value=${ticket.number}></ow-number>
        <h1>${turn.headline}</h1>
        ${ticket.state === 'waiting' ? html`<p class="next">${this.words.ahead(ticket.ahead)}</p>` : html`<p class="next">${turn.next}</p>`}
        ${turn.notes.map((note) => html`<p class="note">${note}</p>`)}
        <p class="due">${this.words.dueAt} ${clockTime(ticket.dueAt, hall.timeZone)}</p>
      </section>
      <div class="acts">${this.#failure()} ${this.#acts(ticket)}</div>`;
  }

  #failure() {
    const { press } = this;
    if (press.phase !== 'failed') return nothing;
    return html`<p class="failed" role="alert">${failureSentence(press.code, this.words.locale)}</p>`;
  }

  #acts({ state, returns }: TicketView) {
    const words = ERRAND_WORDS[this.words.locale];
    if (state === 'missed') return this.#comeBack(returnsLeft({ returns }, this.rule));
    if (state !== 'waiting' && state !== 'called') return nothing;
    const why = () => wish(this, { do: 'why' });
    return html`<button class="button primary" type="button" ?disabled=${this.#isBusy} @click=${() => this.#do('reprint')}>
        ${this.#isBusy ? words.busy : words.reprint}
      </button>
      ${
        state === 'waiting'
          ? html`<button class="button" type="button" @click=${why}>${words.why} ${FORWARD}</button>`
          : nothing
      }`;
  }

  #comeBack(left: number | null) {
    const words = ERRAND_WORDS[this.words.locale];
    const turn = TURN_WORDS[this.words.locale];
    if (left === 0) return html`<p class="never" role="status">${turn.returnNever}</p>`;
    return html`<button class="button primary" type="button" ?disabled=${this.#isBusy} @click=${() => this.#do('return')}>
        ${this.#isBusy ? words.busy : words.returnsLeft(left)}
      </button>
      <p class="meaning">${turn.returnMeaning(this.rule?.returnDelayMinutes ?? null)}</p>`;
  }

  get #isBusy(): boolean {
    return this.press.phase === 'busy';
  }

  #do(act: 'return' | 'reprint'): void {
    const { ticket, secret } = this.link;
    wish(this, { do: 'errand', errand: { do: act, ticket, owner: { secret } } });
  }
}

customElements.define('kiosk-own', KioskOwn);
