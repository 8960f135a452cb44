import type { PublishedRule } from '../../common/contract/fairness.ts';
import { clockTime } from '../../common/ui/format.ts';
import { slotOf } from '../phone/turn.ts';
import type { ErrandWords } from './errand-words.ts';
import type { Outcome } from './errands.ts';
import type { Errand } from './order.ts';

export interface When {
  rule: PublishedRule | null;
  /** The server's time, milliseconds. */
  now: number;
  timeZone: string;
}

/** What a number that is shown has to say besides itself; null for one taken for one matter. Pure. */
export function resultOf(
  errand: Errand,
  { ticket }: Outcome,
  { rule, now, timeZone }: When,
  { result }: ErrandWords,
): string | null {
  switch (errand.do) {
    case 'issue':
      return ticket.further.length === 0 ? null : result.several(ticket.further.length + 1);
    case 'return':
      return result.returned(clockTime(ticket.dueAt, timeZone));
    case 'reprint':
      return result.reprinted;
    case 'redeem':
      return result.redeemed;
    case 'check-in': {
      const { notBefore } = ticket;
      if (notBefore === null) return result.late;
      if (notBefore <= now) return result.inTime;
      return result.early(slotOf(notBefore, rule, timeZone), clockTime(notBefore, timeZone));
    }
  }
}
