import { css, html, LitElement, nothing } from 'lit';
import type { Matter } from '../../common/contract/config.ts';
import type { PhoneView } from '../../common/contract/socket.ts';
import type { LocalText } from '../../common/contract/text.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { clockTime } from '../../common/ui/format.ts';
import { rangesOf } from '../window-ranges.ts';
import './phone-papers.ts';
import type { PhoneWords } from './words.ts';

/** Behind the number: where, which windows, the due instant and what it means, and the papers. */
export class PhoneDetails extends LitElement {
  static override properties = {
    words: { attribute: false },
    view: { attribute: false },
    windows: { attribute: false },
    matter: { attribute: false },
  };
  declare words: PhoneWords;
  declare view: PhoneView;
  /** Numbers of the windows that may call; empty while not known. */
  declare windows: readonly number[];
  declare matter: Matter | null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: var(--ow-space-4);
      }
      dl {
        display: grid;
        margin: 0;
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
      }
      .row {
        padding: var(--ow-space-3) var(--ow-space-4);
        border-top: 1px solid var(--ow-line-colour);
      }
      .row:first-child {
        border-top: 0;
      }
      dt {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.3;
      }
      dd {
        font-weight: var(--ow-weight-strong);
        line-height: 1.35;
      }
      /* Lines end after a window's number, not within the word after it. */
      .windows {
        word-break: keep-all;
      }
      summary {
        min-height: 48px;
        color: var(--ow-primary);
        font-weight: var(--ow-weight-strong);
        line-height: 48px;
        cursor: pointer;
      }
      .meaning {
        padding-bottom: var(--ow-space-2);
        color: var(--ow-ink-soft);
        font-weight: var(--ow-weight);
      }
    `,
  ];

  override render() {
    const { words, view, matter } = this;
    const { ticket, queue, hall } = view;
    const time = (at: number): string => clockTime(at, hall.timeZone);
    const category = hall.categories.find(({ id }) => id === ticket.category);
    const zone = hall.zones.find(({ id }) => id === queue.zone);
    return html`<dl>
        ${matter === null ? nothing : this.#row(words.matter, this.#name(matter.name))}
        ${this.#row(words.queue, this.#name(queue.name))}
        ${zone === undefined ? nothing : this.#row(words.zone, this.#name(zone.name))}
        ${this.windows.length === 0 ? nothing : this.#row(words.mayCall, this.#windows(this.windows), 'windows')}
        <div class="row">
          <dt>${words.dueAt}</dt>
          <dd>
            ${time(ticket.dueAt)}
            <details>
              <summary>${words.dueWhat}</summary>
              <p class="meaning">${words.dueMeaning}</p>
            </details>
          </dd>
        </div>
        ${category === undefined ? nothing : this.#row(words.priority, this.#name(category.name))}
        ${this.#row(words.issuedAt, time(ticket.issuedAt))}
      </dl>
      ${matter === null ? nothing : html`<phone-papers .words=${words} .matter=${matter}></phone-papers>`}`;
  }

  #row(name: string, value: string, kind = '') {
    return html`<div class="row">
      <dt>${name}</dt>
      <dd class=${kind}>${value}</dd>
    </div>`;
  }

  #name(text: LocalText): string {
    return inLocale(text, this.words.locale);
  }

  #windows(numbers: readonly number[]): string {
    const { words, view } = this;
    const ranges = rangesOf(numbers, words.windowSeparator);
    return `${words.windows(ranges)} · ${words.openNow(view.queue.openWindows)}`;
  }
}

customElements.define('phone-details', PhoneDetails);
