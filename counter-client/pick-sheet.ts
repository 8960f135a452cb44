import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../common/ui/base-styles.ts';
import { replied } from './counter-events.ts';
import { panelStyles } from './panel-styles.ts';
import type { Option } from './places.ts';
import type { Question } from './question.ts';
import { sheetStyles } from './sheet-styles.ts';
import { sheetTop } from './sheet-top.ts';
import { stepFocus } from './step-focus.ts';

/** A question that is answered by one digit; ↑ and ↓ go through its answers, Enter takes one. */
export class PickSheet extends LitElement {
  static override properties = { question: { attribute: false }, locale: { type: String } };
  declare question: Extract<Question, { ask: 'pick' }>;
  declare locale: Locale;

  static override styles = [baseStyles, buttonStyles, panelStyles, sheetStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#arrow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#arrow);
  }

  override render() {
    const { question, locale } = this;
    return html`<section class="panel ${question.of}" aria-labelledby="heading">
      ${sheetTop(question, locale)}
      <div class="options" role="group" aria-labelledby="heading">
        ${question.options.map((option) => this.#option(option))}
      </div>
    </section>`;
  }

  #option({ id, mark, name }: Option) {
    return html`<button
      class="button"
      type="button"
      aria-keyshortcuts=${mark === '' ? nothing : mark}
      @click=${() => this.dispatchEvent(replied({ value: id }))}
    >
      <kbd aria-hidden="true">${mark}</kbd>${name}
    </button>`;
  }

  readonly #arrow = (event: KeyboardEvent): void =>
    stepFocus(event, this.renderRoot.querySelectorAll<HTMLElement>('.options button'));
}

customElements.define('pick-sheet', PickSheet);

declare global {
  interface HTMLElementTagNameMap {
    'pick-sheet': PickSheet;
  }
}
