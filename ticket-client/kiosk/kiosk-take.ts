import { css, html, LitElement, nothing } from 'lit';
import { inLocale } from '../../common/contract/text.ts';
import type { HallView, QueueView } from '../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import { FORWARD } from './icons.ts';
import { type Issue, isUndecided } from './intent.ts';
import { wish } from './wish.ts';
import { hoursText, type KioskWords } from './words.ts';

/** The one button of the kiosk, with what stands in its way: closed hours, a failure, a try under way. */
export class KioskTake extends LitElement {
  static override properties = {
    words: { attribute: false },
    queue: { attribute: false },
    categories: { attribute: false },
    category: { attribute: false },
    issue: { attribute: false },
    isLive: { attribute: false },
  };
  declare words: KioskWords;
  declare queue: QueueView;
  declare categories: HallView['categories'];
  declare category: string | null;
  declare issue: Issue;
  declare isLive: boolean;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--ow-space-3);
      }
      .take {
        width: 100%;
        min-height: calc(var(--ow-target) * 1.5);
        border-radius: var(--ow-radius-l);
        font-size: var(--ow-text-title);
      }
      .take[aria-disabled='true'] {
        border-color: var(--ow-primary-pressed);
        background: var(--ow-primary-pressed);
      }
      .priority {
        justify-content: space-between;
        width: 100%;
        min-height: calc(var(--ow-target) + 8px);
        padding: var(--ow-space-2) var(--ow-space-4);
        text-align: start;
      }
      .priority.chosen {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
        color: var(--ow-primary);
      }
      .priority .hint {
        display: block;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        font-weight: var(--ow-weight);
      }
      .notice {
        padding: var(--ow-space-3) var(--ow-space-4);
        border-radius: var(--ow-radius-m);
        background: var(--ow-accent-wash);
        color: var(--ow-accent-text);
        line-height: 1.4;
      }
      .notice strong {
        display: block;
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .notice.failed {
        background: var(--ow-danger-wash);
        color: var(--ow-danger);
      }
      .note {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        text-align: center;
      }
    `,
  ];

  override render() {
    // Of a stale view it is not known whether the queue still is closed: the server is asked.
    if (!this.queue.open && this.isLive && this.issue.phase !== 'busy') return this.#closed();
    return html`${this.#failure()}${this.#priority()}${this.#button()}`;
  }

  #closed() {
    const { words } = this;
    const hours = hoursText(this.queue.hours, words);
    return html`<div class="notice" role="status">
      <strong>${words.closedTitle}</strong>
      ${hours === '' ? nothing : words.hours(hours)}
    </div>`;
  }

  #failure() {
    const { issue, words } = this;
    if (issue.phase !== 'failed') {
      if (this.isLive || issue.phase !== 'idle') return nothing;
      return html`<p class="notice" role="status">${words.staleTake}</p>`;
    }
    const hours = issue.code === 'QUEUE_CLOSED' ? hoursText(this.queue.hours, words) : '';
    return html`<div class="notice failed" role="alert">
      <strong>${words.failedTitle}</strong>
      ${failureSentence(issue.code, words.locale)} ${hours === '' ? nothing : words.hours(hours)}
      ${isUndecided(issue.code) ? words.undecided : nothing}
    </div>`;
  }

  #priority() {
    const { words, categories, issue } = this;
    if (categories.length === 0) return nothing;
    const chosen = categories.find((category) => category.id === this.category);
    const label =
      chosen === undefined
        ? html`<span>${words.priority}<span class="hint">${words.priorityHint}</span></span>${FORWARD}`
        : html`<span>${words.priorityChosen(inLocale(chosen.name, words.locale))}</span><span>${words.change}</span>`;
    return html`<button
      type="button"
      class="button priority ${chosen === undefined ? '' : 'chosen'}"
      ?disabled=${issue.phase === 'busy'}
      @click=${() => wish(this, { do: 'categories' })}
    >
      ${label}
    </button>`;
  }

  #button() {
    const { issue, words } = this;
    const isBusy = issue.phase === 'busy';
    const label = isBusy ? words.taking : issue.phase === 'failed' ? words.takeAgain : words.take;
    return html`<button
        type="button"
        class="button primary take"
        aria-disabled=${isBusy}
        @click=${() => wish(this, { do: 'take' })}
      >
        ${label}
      </button>
      ${isBusy && issue.tries > 1 ? html`<p class="note" role="status">${words.retrying}</p>` : nothing}`;
  }
}

customElements.define('kiosk-take', KioskTake);
