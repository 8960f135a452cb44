import { html, LitElement, nothing } from 'lit';
import type { Identity as Asked } from '../../common/contract/config.ts';
import type { HallView, QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import { maskIdentity } from '../identity.ts';
import type { Identity } from '../owner.ts';
import { isUndecided, type Press } from '../press.ts';
import type { Outcome } from './errands.ts';
import { FORWARD } from './icons.ts';
import { IDENTITY_WORDS } from './identity-words.ts';
import type { Errand } from './order.ts';
import { takeStyles } from './take-styles.ts';
import { VISIT_WORDS } from './visit-words.ts';
import { wish } from './wish.ts';
import { hoursText, type KioskWords } from './words.ts';

/** The one button of the kiosk, with what stands in its way: closed hours, a failure, a try under way. */
export class KioskTake extends LitElement {
  static override properties = {
    words: { attribute: false },
    queue: { attribute: false },
    categories: { attribute: false },
    category: { attribute: false },
    asked: { attribute: false },
    identity: { attribute: false },
    press: { attribute: false },
    isLive: { attribute: false },
  };
  declare words: KioskWords;
  declare queue: QueueView;
  declare categories: HallView['categories'];
  declare category: string | null;
  /** Whether who takes the number shows who they are. */
  declare asked: Asked;
  /** Of the card that was read, or typed. */
  declare identity: Identity | null;
  declare press: Press<Errand, Outcome>;
  declare isLive: boolean;

  static override styles = [baseStyles, buttonStyles, takeStyles];

  override render() {
    const { queue, press } = this;
    // Of a stale view it is not known whether the queue still is closed: the server is asked.
    const isKnown = this.isLive && press.phase !== 'busy';
    if (isKnown && !queue.open) return this.#closed();
    if (isKnown && queue.remaining === 0) return this.#soldOut();
    const hasOne = press.phase === 'failed' && press.code === 'ALREADY_HAS_TICKET' && this.identity !== null;
    return html`${this.#failure()}${this.#who()}${hasOne ? nothing : html`${this.#priority()}${this.#button()}`}`;
  }

  #closed() {
    const { words } = this;
    const hours = hoursText(this.queue.hours, words);
    return html`<div class="notice" role="status">
      <strong>${words.closedTitle}</strong>
      ${hours === '' ? nothing : words.hours(hours)}
    </div>`;
  }

  #soldOut() {
    const words = VISIT_WORDS[this.words.locale];
    return html`<div class="notice" role="status">
      <strong>${words.soldOutTitle}</strong>
      ${this.queue.bookable ? words.soldOutBookable : words.soldOutPlain}
    </div>`;
  }

  #failure() {
    const { press, words } = this;
    if (press.phase !== 'failed') {
      if (this.isLive || press.phase !== 'idle') return nothing;
      return html`<p class="notice" role="status">${words.staleTake}</p>`;
    }
    const hours = press.code === 'QUEUE_CLOSED' ? hoursText(this.queue.hours, words) : '';
    return html`<div class="notice failed" role="alert">
      <strong>${words.failedTitle}</strong>
      ${failureSentence(press.code, words.locale)} ${hours === '' ? nothing : words.hours(hours)}
      ${isUndecided(press.code) ? words.undecided : nothing}
      ${press.code === 'ALREADY_HAS_TICKET' ? this.#reprint(press.detail) : nothing}
    </div>`;
  }

  /** The slip of the ticket one already has, for the very person that was shown. */
  #reprint(ticket: string | null) {
    const { identity } = this;
    if (ticket === null || identity === null) return nothing;
    const errand = { do: 'reprint' as const, ticket, owner: { person: identity } };
    return html`<button class="button primary again" type="button" @click=${() => wish(this, { do: 'errand', errand })}>
      ${VISIT_WORDS[this.words.locale].reprintInstead}
    </button>`;
  }

  /** Who takes it, once known; where it may be told and has not been, the way to. */
  #who() {
    const { asked, identity, press } = this;
    if (asked === 'none') return nothing;
    if (identity !== null) return this.#known(identity);
    if (asked === 'required') return nothing;
    const words = IDENTITY_WORDS[this.words.locale];
    return html`<button
      type="button"
      class="button identity"
      ?disabled=${press.phase === 'busy'}
      @click=${() => wish(this, { do: 'identify' })}
    >
      <span>${words.offer}<span class="hint">${words.offerHint}</span></span>${FORWARD}
    </button>`;
  }

  #known(identity: Identity) {
    const words = VISIT_WORDS[this.words.locale];
    const masked = maskIdentity(identity);
    return html`<p class="card">
      <span>${'idNumber' in identity ? words.card(masked) : words.phone(masked)}</span>
      <button class="button" type="button" @click=${() => wish(this, { do: 'anonymous' })}>
        ${words.cardOff}
      </button>
    </p>`;
  }

  #priority() {
    const { words, categories, press } = this;
    if (categories.length === 0) return nothing;
    const chosen = categories.find((category) => category.id === this.category);
    const label =
      chosen === undefined
        ? html`<span>${words.priority}<span class="hint">${words.priorityHint}</span></span>${FORWARD}`
        : html`<span>${words.priorityChosen(inLocale(chosen.name, words.locale))}</span><span>${words.change}</span>`;
    return html`<button
      type="button"
      class="button priority ${chosen === undefined ? '' : 'chosen'}"
      ?disabled=${press.phase === 'busy'}
      @click=${() => wish(this, { do: 'categories' })}
    >
      ${label}
    </button>`;
  }

  #button() {
    const { press, words, asked, identity } = this;
    const isBusy = press.phase === 'busy';
    const first =
      asked === 'required' && identity === null ? IDENTITY_WORDS[words.locale].takeRequired : words.take;
    const label = isBusy ? words.taking : press.phase === 'failed' ? words.takeAgain : first;
    return html`<button
        type="button"
        class="button primary take"
        aria-disabled=${isBusy}
        @click=${() => wish(this, { do: 'take' })}
      >
        ${label}
      </button>
      ${isBusy && press.tries > 1 ? html`<p class="note" role="status">${words.retrying}</p>` : nothing}`;
  }
}

customElements.define('kiosk-take', KioskTake);
