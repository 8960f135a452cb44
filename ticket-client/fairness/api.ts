import type { FairnessView, WhyView } from '../../common/contract/fairness.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { TicketLink } from '../phone/link.ts';
import { type Answer, pathOf, request, requestAsHolder } from '../request.ts';

/** What anybody may know of how a hall calls, and what a ticket's holder may know of their own wait. */

export function getFairness(hall: string): Promise<Answer<FairnessView>> {
  return request(`${pathOf(hall)}/fairness`);
}

export function getWhy({ hall, ticket, secret }: TicketLink, locale: Locale): Promise<Answer<WhyView>> {
  const query = new URLSearchParams({ locale });
  return requestAsHolder(
    `${pathOf(hall)}/tickets/${encodeURIComponent(ticket)}/why?${query.toString()}`,
    secret,
  );
}
