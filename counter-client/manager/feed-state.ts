import { html, nothing } from 'lit';
import type { Locale } from '../../common/contract/text.ts';
import { rejectionSentence } from '../../common/phrases.ts';
import type { FeedState } from './feed.ts';
import { asked } from './manager-events.ts';
import { MANAGER_WORDS } from './words.ts';

/** What stands in place of figures that are not there, or above old ones; nothing when they are live. */
export function feedState({ status, rejection }: FeedState<unknown>, locale: Locale) {
  if (status === 'live') return nothing;
  if (status === 'loading')
    return html`<p class="instead" role="status">${MANAGER_WORDS.reading[locale]}</p>`;
  const sentence = rejectionSentence(rejection?.code ?? 'INTERNAL', locale);
  const again = html`<button
    class="button"
    type="button"
    @click=${(event: Event) => event.target?.dispatchEvent(asked({ ask: 'again' }))}
  >
    ${MANAGER_WORDS.tryAgain[locale]}
  </button>`;
  if (status === 'error') return html`<div class="instead" role="alert"><p>${sentence}</p>${again}</div>`;
  return html`<div class="old" role="status"><p>${MANAGER_WORDS.oldFigures[locale]} · ${sentence}</p>${again}</div>`;
}
