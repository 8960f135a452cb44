import { html, type TemplateResult } from 'lit';
import type { Loadable } from '../loadable.ts';
import './kiosk-waiting.ts';
import type { KioskWords } from './words.ts';

/** What is here, or in its place that it is on its way, or why it did not come. */
export function loadableOr<T>(
  loadable: Loadable<T>,
  words: KioskWords,
  view: (value: T) => TemplateResult,
): TemplateResult {
  if (loadable.status === 'ready') return view(loadable.value);
  const code = loadable.status === 'failed' ? loadable.code : null;
  return html`<kiosk-waiting .words=${words} .code=${code}></kiosk-waiting>`;
}
