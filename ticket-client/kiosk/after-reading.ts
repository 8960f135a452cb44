import type { Locale } from '../../common/contract/text.ts';
import type { Errand } from './order.ts';
import type { Reading } from './scan.ts';
import { current, replaced, type Trail, withIdentity } from './trail.ts';

/** Where a scan leads to. */
export interface AfterReading {
  trail: Trail;
  /** Done at once: who shows a booking or a supplement wants nothing but its number. */
  errand: Errand | null;
}

/** @param hall the kiosk's own. */
export function afterReading(
  trail: Trail,
  reading: Reading,
  { hall, start, locale }: { hall: string; start: Trail; locale: Locale },
): AfterReading {
  const atErrands = (trouble: 'unknown' | 'elsewhere' | null): Trail => [
    ...start,
    { at: 'errands', trouble },
  ];
  if (reading.kind === 'card') return { trail: withCard(trail, reading.idNumber), errand: null };
  if (reading.kind === 'unknown' && current(trail).at === 'identity')
    return { trail: replaced(trail, { at: 'identity', isUnread: true }), errand: null };
  if (reading.kind === 'unknown') return { trail: atErrands('unknown'), errand: null };
  const place = reading.kind === 'ticket' ? reading.link.hall : reading.hall;
  if (place !== hall) return { trail: atErrands('elsewhere'), errand: null };
  switch (reading.kind) {
    case 'ticket':
      return { trail: [...start, { at: 'own', link: reading.link }], errand: null };
    case 'booking': {
      const { booking, secret } = reading;
      return { trail: atErrands(null), errand: { do: 'check-in', booking, owner: { secret }, locale } };
    }
    case 'supplement': {
      const { supplement, secret } = reading;
      return { trail: atErrands(null), errand: { do: 'redeem', supplement, secret, locale } };
    }
  }
}

/** A card is shown to a form or a choice that asks who it is; elsewhere it says nothing. */
function withCard(trail: Trail, idNumber: string): Trail {
  const step = current(trail);
  return step.at === 'hand' ? replaced(trail, { ...step, idNumber }) : withIdentity(trail, { idNumber });
}
