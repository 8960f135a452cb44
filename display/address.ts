import type { Locale } from '../common/contract/text.ts';
import { localeOf } from '../common/ui/words.ts';

/** What a display's address asks it to show: `?hall=demo&zone=a&window=w3&lang=en`. Null for
 * what it does not name. */
export interface Address {
  hall: string | null;
  zone: string | null;
  window: string | null;
  locale: Locale;
}

/** Reads `location.search`; an empty parameter is none. */
export function addressOf(search: string): Address {
  const parameters = new URLSearchParams(search);
  const named = (name: string): string | null => parameters.get(name) || null;
  return {
    hall: named('hall'),
    zone: named('zone'),
    window: named('window'),
    locale: localeOf(parameters.get('lang')),
  };
}
