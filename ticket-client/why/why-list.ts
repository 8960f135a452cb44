import { css, html, LitElement, nothing } from 'lit';
import type { WhyCall, WhyView } from '../../common/contract/fairness.ts';
import type { Locale } from '../../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { clockTime } from '../../common/ui/format.ts';
import '../../common/ui/number.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { Loadable } from '../loadable.ts';
import { causesOf, WHY_WORDS } from './words.ts';

/** Who was called since, each with its due time and the reason. Sends `want-why` to be read again. */
export class WhyList extends LitElement {
  static override properties = {
    why: { attribute: false },
    locale: { attribute: false },
    timeZone: { attribute: false },
  };
  declare why: Loadable<WhyView>;
  declare locale: Locale;
  declare timeZone: string;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: grid;
        gap: var(--ow-space-4);
        line-height: 1.45;
      }
      .soft {
        color: var(--ow-ink-soft);
      }
      .failed {
        color: var(--ow-danger);
      }
      .causes {
        display: grid;
        gap: var(--ow-space-1);
        margin-top: var(--ow-space-2);
      }
      .causes li {
        display: flex;
        justify-content: space-between;
        gap: var(--ow-space-3);
      }
      .causes strong,
      h3 {
        flex: none;
        font-weight: var(--ow-weight-strong);
      }
      .calls li {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: baseline;
        gap: 0 var(--ow-space-3);
        padding: var(--ow-space-3) 0;
        border-top: 1px solid var(--ow-line-colour);
      }
      ow-number {
        color: var(--ow-primary);
        font-size: var(--ow-text-lead);
      }
      .when {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.3;
      }
      .sentence {
        grid-column: 1 / 3;
      }
      .point {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        white-space: nowrap;
      }
    `,
  ];

  override render() {
    const { why } = this;
    const words = WHY_WORDS[this.locale];
    if (why.status === 'loading') return html`<p class="soft" role="status">${words.loading}</p>`;
    if (why.status === 'ready') return this.#answer(why.value);
    return html`<p class="failed" role="alert">${failureSentence(why.code, this.locale)}</p>
      <button class="button" type="button" @click=${this.#want}>${words.again}</button>`;
  }

  #answer({ ticket, count, causes, calls }: WhyView) {
    const words = WHY_WORDS[this.locale];
    const rest = count - calls.length;
    return html`<p>${words.answer(clockTime(ticket.dueAt, this.timeZone))}</p>
      ${
        count === 0
          ? html`<p role="status">${words.nobody}</p>`
          : html`<div role="status">
                <p>${words.count(count)}</p>
                <ul class="causes">
                  ${causesOf(causes).map(
                    ([cause, times]) =>
                      html`<li><span>${words.cause[cause]}</span><strong>${words.times(times)}</strong></li>`,
                  )}
                </ul>
              </div>
              <div>
                <h3>${words.latest}</h3>
                <ol class="calls">
                  ${calls.map((call) => this.#call(call))}
                </ol>
                ${rest > 0 ? html`<p class="soft">${words.more(rest)}</p>` : nothing}
              </div>`
      }`;
  }

  #call({ number, at, window, sentence, point, dueAt }: WhyCall) {
    const words = WHY_WORDS[this.locale];
    const time = (instant: number): string => clockTime(instant, this.timeZone);
    return html`<li>
      <ow-number .value=${number}></ow-number>
      <span class="when">${words.due(time(dueAt))} · ${words.called(time(at), window)}</span>
      <p class="sentence">${sentence} <span class="point">${words.point(point)}</span></p>
    </li>`;
  }

  #want(): void {
    this.dispatchEvent(new CustomEvent('want-why', { bubbles: true, composed: true }));
  }
}

customElements.define('why-list', WhyList);
