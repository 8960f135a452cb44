import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../common/ui/base-styles.ts';
import { replied, searched } from './counter-events.ts';
import { findStyles } from './find-styles.ts';
import { FLOW_WORDS } from './flow-words.ts';
import { panelStyles } from './panel-styles.ts';
import { found, type Option } from './places.ts';
import type { Question } from './question.ts';
import { sheetStyles } from './sheet-styles.ts';
import { sheetTop } from './sheet-top.ts';
import { stepped } from './step-focus.ts';

/** A question that is answered from a long list: type, ↑ and ↓, Enter. Nothing typed chooses nothing. */
export class FindSheet extends LitElement {
  static override properties = {
    question: { attribute: false },
    locale: { type: String },
    typed: { state: true },
    at: { state: true },
  };
  declare question: Extract<Question, { ask: 'find' }>;
  declare locale: Locale;
  declare typed: string;
  /** The option Enter would take; −1 for none. */
  declare at: number;

  static override styles = [baseStyles, buttonStyles, panelStyles, sheetStyles, findStyles];

  constructor() {
    super();
    this.typed = '';
    this.at = -1;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { question, locale } = this;
    const options = found(question.options, this.typed);
    const at = Math.min(this.at, options.length - 1);
    return html`<section class="panel ${question.of}" aria-labelledby="heading">
      ${sheetTop(question, locale)}
      <form @submit=${(event: Event) => this.#submit(event, options[at])}>
        <label>
          ${question.label}
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="options"
            aria-autocomplete="list"
            aria-activedescendant=${at === -1 ? nothing : `option-${at}`}
            autocomplete="off"
            spellcheck="false"
            maxlength="40"
            @input=${this.#type}
            @keydown=${(event: KeyboardEvent) => this.#arrow(event, options.length, at)}
          />
        </label>
        <div class="list" id="options" role="listbox" tabindex="-1" aria-labelledby="heading">
          ${options.map((option, index) => this.#option(option, index, at))}
        </div>
        ${options.length > 0 ? nothing : html`<p class="none soft">${FLOW_WORDS.noMatch[locale]}</p>`}
        ${this.#note(question.noteLabel)}
        <button class="said" tabindex="-1">${FLOW_WORDS.confirm[locale]}</button>
      </form>
    </section>`;
  }

  #option(option: Option, index: number, at: number) {
    return html`<div
      class="option"
      id="option-${index}"
      role="option"
      aria-selected=${index === at ? 'true' : 'false'}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(option)}
    >
      <span class="mark">${option.mark}</span><span>${option.name}</span>
    </div>`;
  }

  #note(label: string) {
    if (label === '') return nothing;
    return html`<label class="note">${label}<input id="note" autocomplete="off" maxlength="200" /></label>`;
  }

  #type(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.at = this.typed.trim() === '' ? -1 : 0;
    if (this.question.searches) this.dispatchEvent(searched(this.typed));
  }

  #arrow(event: KeyboardEvent, count: number, at: number): void {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    this.at = stepped(at, event.key === 'ArrowDown' ? 1 : -1, count);
  }

  #submit(event: Event, option: Option | undefined): void {
    event.preventDefault();
    if (option !== undefined) this.#choose(option);
  }

  #choose({ id }: Option): void {
    const note = this.renderRoot.querySelector<HTMLInputElement>('#note')?.value ?? '';
    this.dispatchEvent(replied({ value: id, note }));
  }
}

customElements.define('find-sheet', FindSheet);

declare global {
  interface HTMLElementTagNameMap {
    'find-sheet': FindSheet;
  }
}
