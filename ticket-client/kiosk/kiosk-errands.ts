import { css, html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import { isUndecided, type Press } from '../press.ts';
import { ERRAND_WORDS } from './errand-words.ts';
import type { Outcome } from './errands.ts';
import { FORWARD, SCAN } from './icons.ts';
import type { Errand } from './order.ts';
import type { HandKind, ScanTrouble } from './trail.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

const KINDS: readonly HandKind[] = ['ticket', 'booking', 'supplement'];

/** For those who come back: hold a code to the scanner, or choose what to type. */
export class KioskErrands extends LitElement {
  static override properties = {
    words: { attribute: false },
    press: { attribute: false },
    trouble: { attribute: false },
  };
  declare words: KioskWords;
  /** Of what was scanned. */
  declare press: Press<Errand, Outcome>;
  declare trouble: ScanTrouble | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: var(--ow-space-5);
        min-height: 0;
      }
      h1 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: var(--ow-line-tight);
      }
      h2 {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-lead);
      }
      .scan {
        display: flex;
        flex: 1;
        align-items: center;
        justify-content: center;
        gap: var(--ow-space-6);
        min-height: 0;
        padding: var(--ow-space-4) var(--ow-space-5);
        border: 3px dashed var(--ow-line-strong);
        border-radius: var(--ow-radius-l);
        line-height: 1.4;
      }
      .scan svg {
        flex: none;
        width: calc(var(--ow-text-number) * 0.8);
        height: calc(var(--ow-text-number) * 0.8);
        color: var(--ow-primary);
        stroke-width: 1.4;
      }
      .scan strong {
        display: block;
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.25;
      }
      .scan.wrong {
        border-color: var(--ow-danger);
        background: var(--ow-danger-wash);
        color: var(--ow-danger);
      }
      .scan.wrong svg {
        color: var(--ow-danger);
      }
      .hand {
        display: grid;
        gap: var(--ow-space-3);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--ow-space-4);
      }
      .card {
        display: flex;
        flex-direction: column;
        justify-content: center;
        width: 100%;
        height: 100%;
        min-height: calc(var(--ow-target) * 1.7);
        padding: var(--ow-space-4);
        border: 2px solid transparent;
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
        line-height: 1.3;
        text-align: start;
      }
      .card:active {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
      }
      .name {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .hint {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
      }
      .public {
        justify-content: space-between;
        min-height: calc(var(--ow-target) + 8px);
      }
      @media (orientation: portrait) {
        .scan {
          flex-direction: column;
          padding: var(--ow-space-7) var(--ow-space-6);
          text-align: center;
        }
        .scan svg {
          width: var(--ow-text-number);
          height: var(--ow-text-number);
        }
        ul {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  override render() {
    const words = ERRAND_WORDS[this.words.locale];
    return html`<h1>${words.title}</h1>
      ${this.#scan()}
      <section class="hand">
        <h2>${words.byHand}</h2>
        <ul>
          ${KINDS.map((kind) => html`<li>${this.#card(kind)}</li>`)}
        </ul>
      </section>
      <button class="button public" type="button" @click=${() => wish(this, { do: 'fairness' })}>
        ${words.fairness} ${FORWARD}
      </button>`;
  }

  #scan() {
    const words = ERRAND_WORDS[this.words.locale];
    const { press, trouble } = this;
    if (press.phase === 'busy')
      return html`<div class="scan" role="status">${SCAN}<strong>${words.scanBusy}</strong></div>`;
    const problem =
      press.phase === 'failed'
        ? failureSentence(press.code, this.words.locale)
        : trouble === null
          ? null
          : words.trouble[trouble];
    return html`<div class="scan ${problem === null ? '' : 'wrong'}">
      ${SCAN}
      ${
        problem === null
          ? html`<p><strong>${words.scanFirst}</strong>${words.scanWhat}</p>`
          : html`<p role="alert"><strong>${words.failedTitle}</strong>${problem}</p>`
      }
      ${press.phase === 'failed' && isUndecided(press.code) ? this.#again(press.intent.wish) : nothing}
    </div>`;
  }

  #again(errand: Errand) {
    return html`<button class="button" type="button" @click=${() => wish(this, { do: 'errand', errand })}>
      ${this.words.again}
    </button>`;
  }

  #card(what: HandKind) {
    const { name, hint } = ERRAND_WORDS[this.words.locale].choices[what];
    return html`<button class="card" type="button" @click=${() => wish(this, { do: 'hand', what })}>
      <span class="name">${name}</span><span class="hint">${hint}</span>
    </button>`;
  }
}

customElements.define('kiosk-errands', KioskErrands);
