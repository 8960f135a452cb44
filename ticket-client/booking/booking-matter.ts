import { html, LitElement, nothing } from 'lit';
import type { MatterSummary, QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { Loadable } from '../loadable.ts';
import { bookingStyles } from './booking-styles.ts';
import { type BookingSubject, bookableMatters } from './draft.ts';
import type { BookingWords } from './words.ts';

/** First step: the matter by any word of it, or the business alone. Sends `query` and `subject`. */
export class BookingMatter extends LitElement {
  static override properties = {
    words: { attribute: false },
    queues: { attribute: false },
    query: { attribute: false },
    matters: { attribute: false },
  };
  declare words: BookingWords;
  declare queues: readonly QueueView[];
  declare query: string;
  declare matters: Loadable<MatterSummary[]>;

  static override styles = [baseStyles, buttonStyles, bookingStyles];

  override render() {
    const { words } = this;
    const bookable = this.queues.filter((queue) => queue.bookable);
    if (bookable.length === 0) return html`<p role="status">${words.noneBookable}</p>`;
    return html`<h2>${words.matterTitle}</h2>
      <input
        type="search"
        autocomplete="off"
        maxlength="60"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${this.query}
        @input=${this.#typed}
      />
      <div aria-live="polite">${this.query.trim() === '' ? nothing : this.#found()}</div>
      ${this.query.trim() === '' ? this.#queues(bookable) : nothing}`;
  }

  #found() {
    const { words, matters } = this;
    if (matters.status === 'loading') return html`<p class="soft">${words.loading}</p>`;
    if (matters.status === 'failed')
      return html`<p class="failed">${failureSentence(matters.code, words.locale)}</p>`;
    const found = bookableMatters(matters.value, this.queues);
    if (found.length === 0) return html`<p class="soft">${words.nothingFound}</p>`;
    return html`<ul>
      ${found.map(({ id, queue, name }) => html`<li>${this.#choice({ matter: id, queue, name })}</li>`)}
    </ul>`;
  }

  #queues(bookable: readonly QueueView[]) {
    return html`<h3>${this.words.byQueue}</h3>
      <ul>
        ${bookable.map(({ id, name }) => html`<li>${this.#choice({ matter: null, queue: id, name })}</li>`)}
      </ul>`;
  }

  #choice(subject: BookingSubject) {
    const choose = () => this.dispatchEvent(new CustomEvent('subject', { detail: subject }));
    return html`<button class="choice" type="button" @click=${choose}>
      ${inLocale(subject.name, this.words.locale)}
    </button>`;
  }

  #typed(event: Event): void {
    if (event.target instanceof HTMLInputElement)
      this.dispatchEvent(new CustomEvent('query', { detail: event.target.value }));
  }
}

customElements.define('booking-matter', BookingMatter);
