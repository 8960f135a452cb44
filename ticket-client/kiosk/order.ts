import type { Locale } from '../../common/contract/text.ts';
import type { Identity, Owner } from '../owner.ts';
import type { Choice, Subject } from './trail.ts';

/** What a number is taken for. */
export type Leg = { matter: string } | { queue: string };
export type Order = Leg & {
  category?: string;
  /** Further matters of the same visit, in the order they are to be done. */
  further?: Leg[];
  person?: Identity;
  locale: Locale;
};

/** What somebody with a number, a booking or a missing paper asks the kiosk for. */
export type Errand =
  | { do: 'issue'; order: Order }
  | { do: 'return' | 'reprint'; ticket: string; owner: Owner }
  | { do: 'check-in'; booking: string; owner: Owner; locale: Locale }
  | { do: 'redeem'; supplement: string; secret: string; locale: Locale };

/** The order of a choice made at the kiosk. */
export function orderOf({ subject, category, further, identity }: Choice, locale: Locale): Order {
  return {
    ...legOf(subject),
    ...(category === null ? {} : { category }),
    ...(further.length === 0 ? {} : { further: further.map(legOf) }),
    ...(identity === null ? {} : { person: identity }),
    locale,
  };
}

function legOf({ matter, queue }: Subject): Leg {
  return matter === null ? { queue } : { matter };
}
