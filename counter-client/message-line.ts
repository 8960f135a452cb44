import { css, html, LitElement } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { noteSentence } from './note-words.ts';
import type { Note } from './notes.ts';

/** The mark before the sentence, so that its kind is not told by colour alone. */
const MARKS: Record<Note['kind'], string> = {
  refused: 'i',
  rejected: '!',
  unanswered: '!',
  asked: '?',
  choosing: '?',
  slow: '…',
  done: '✓',
  came: '→',
};

/** One line in one place for everything the counter says; always there, so that it moves nothing. */
export class MessageLine extends LitElement {
  static override properties = { note: { attribute: false }, locale: { type: String } };
  declare note: Note | null;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        align-items: center;
        gap: var(--ow-space-3);
        height: 48px;
        padding: 0 var(--ow-space-4);
        border-radius: var(--ow-radius-m);
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.2;
      }
      .done,
      .slow,
      .choosing {
        background: var(--ow-primary-wash);
        color: var(--ow-primary);
      }
      .came {
        background: var(--ow-accent-wash);
        color: var(--ow-accent-text);
      }
      .refused {
        background: var(--ow-surface-sunk);
      }
      .rejected,
      .unanswered,
      .asked {
        background: var(--ow-danger-wash);
        color: var(--ow-danger);
      }
      .mark {
        flex: none;
        display: grid;
        place-items: center;
        width: 1.7em;
        height: 1.7em;
        border: 2px solid currentColor;
        border-radius: 50%;
        font-size: var(--ow-text-note);
        line-height: 1;
      }
      @media (max-width: 760px) {
        div {
          gap: var(--ow-space-2);
          padding: 0 var(--ow-space-3);
          font-size: var(--ow-text-body);
        }
      }
    `,
  ];

  override render() {
    const { note, locale } = this;
    return html`<div role="status" aria-live="polite" class=${note?.kind ?? ''}>
      ${
        note === null
          ? ''
          : html`<span class="mark" aria-hidden="true">${MARKS[note.kind]}</span>
              <span>${noteSentence(note, locale)}</span>`
      }
    </div>`;
  }
}

customElements.define('message-line', MessageLine);

declare global {
  interface HTMLElementTagNameMap {
    'message-line': MessageLine;
  }
}
