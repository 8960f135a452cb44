import { html } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { WindowView } from '../common/contract/views.ts';
import '../common/ui/window-state.ts';
import { windowName } from './words.ts';

/** The counter of a window, whichever of its addresses this page was opened at. */
export function windowAddress(hall: string, window: string): string {
  return `?hall=${encodeURIComponent(hall)}&window=${encodeURIComponent(window)}`;
}

/** One window to choose: its number, and whether somebody is at work there already. */
export function windowTile(hall: string, { id, number, status }: WindowView, locale: Locale) {
  return html`<li>
    <a class="tile" href=${windowAddress(hall, id)}>
      <span class="name">${windowName(number, locale)}</span>
      <ow-window-state .state=${status} .locale=${locale}></ow-window-state>
    </a>
  </li>`;
}
