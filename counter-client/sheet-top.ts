import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import '../common/ui/number.ts';
import { pressed } from './counter-events.ts';
import type { Question } from './question.ts';
import { WORDS } from './words.ts';

/** What is asked, about which ticket, and the way out in its one place. */
export function sheetTop(
  { number, heading, hint }: Pick<Question, 'number' | 'heading' | 'hint'>,
  locale: Locale,
): TemplateResult {
  return html`<div class="top">
      ${number === '' ? nothing : html`<ow-number value=${number}></ow-number>`}
      <h2 id="heading">${heading}</h2>
      <button
        class="button cancel"
        type="button"
        aria-keyshortcuts="Escape"
        @click=${(event: Event) => event.target?.dispatchEvent(pressed('Escape'))}
      >
        <kbd aria-hidden="true">Esc</kbd>${WORDS.cancel[locale]}
      </button>
    </div>
    ${hint === '' ? nothing : html`<p class="about soft">${hint}</p>`}`;
}
