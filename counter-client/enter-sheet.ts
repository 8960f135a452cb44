import { css, html, LitElement } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../common/ui/base-styles.ts';
import { replied } from './counter-events.ts';
import { FLOW_WORDS } from './flow-words.ts';
import { panelStyles } from './panel-styles.ts';
import type { Question } from './question.ts';
import { sheetStyles } from './sheet-styles.ts';
import { sheetTop } from './sheet-top.ts';
import { isTooEarly } from './typed.ts';

/** A question that is answered by typing or scanning; a scanner ends with Enter. */
export class EnterSheet extends LitElement {
  static override properties = {
    question: { attribute: false },
    locale: { type: String },
    early: { state: true },
  };
  declare question: Extract<Question, { ask: 'enter' }>;
  declare locale: Locale;
  /** Whether what is typed began before the question was on the screen. */
  declare early: boolean;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    sheetStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: var(--ow-space-2);
      }
      label {
        flex: 1 1 260px;
        max-width: 560px;
      }
      .button {
        min-height: 52px;
      }
      .wrong {
        min-height: 1.5em;
        color: var(--ow-danger);
      }
    `,
  ];

  #shownAt = 0;
  #typing = false;

  constructor() {
    super();
    this.early = false;
  }

  override firstUpdated(): void {
    this.#shownAt = performance.now();
    this.#input?.focus();
  }

  override render() {
    const { question, locale } = this;
    return html`<section class="panel ${question.of}" aria-labelledby="heading">
      ${sheetTop(question, locale)}
      <form @submit=${this.#submit}>
        <label>
          ${question.label}
          <input
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength=${question.maxLength}
            @input=${this.#type}
          />
        </label>
        <button class="button primary">${FLOW_WORDS.confirm[locale]}<kbd aria-hidden="true">↵</kbd></button>
      </form>
      <p class="wrong" role="status">${this.early ? FLOW_WORDS.early[locale] : ''}</p>
    </section>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #type(): void {
    if (!this.#typing && isTooEarly(performance.now() - this.#shownAt)) this.early = true;
    this.#typing = true;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const input = this.#input;
    if (input === null) return;
    if (this.early) {
      // Its beginning is lost: what is left is another number.
      input.value = '';
      this.early = false;
      this.#typing = false;
      return;
    }
    // If it is refused, the next scan takes its place instead of being added to it.
    input.select();
    this.dispatchEvent(replied({ value: input.value }));
  }
}

customElements.define('enter-sheet', EnterSheet);

declare global {
  interface HTMLElementTagNameMap {
    'enter-sheet': EnterSheet;
  }
}
