import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Locale } from '../common/contract/text.ts';
import './enter-sheet.ts';
import './find-sheet.ts';
import './pick-sheet.ts';
import type { Question } from './question.ts';

/** The sheet for a question; every question gets a fresh one, so that no answer is left over in it. */
export function questionSheet(question: Question, locale: Locale): TemplateResult {
  return html`${keyed(`${question.of} ${question.heading} ${question.number}`, sheetFor(question, locale))}`;
}

function sheetFor(question: Question, locale: Locale): TemplateResult {
  switch (question.ask) {
    case 'pick':
      return html`<pick-sheet class="ticket" .question=${question} .locale=${locale}></pick-sheet>`;
    case 'find':
      return html`<find-sheet class="ticket" .question=${question} .locale=${locale}></find-sheet>`;
    case 'enter':
      return html`<enter-sheet class="ticket" .question=${question} .locale=${locale}></enter-sheet>`;
  }
}
