import type { KioskView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import type { DepartmentSummary } from '../api.ts';
import { remainingOf } from './remaining.ts';

/** What a card of the first screen shows. */
export interface Card {
  id: string;
  /** A few letters that stand for the zone, if its name begins with them: A区. */
  mark: string | null;
  title: string;
  /** People waiting; null where it is not known for this card alone. */
  waiting: number | null;
  matters: number | null;
  isOpen: boolean;
  /** Numbers left today, where there is a quota. */
  remaining: number | null;
  scarce: boolean;
}

/** A card per zone that has a queue, in the hall's order, with the people waiting in it now. */
export function zoneCards(view: KioskView, locale: Locale): Card[] {
  const queues = Object.values(view.queues);
  return view.hall.zones
    .map((zone) => ({ zone, own: queues.filter((queue) => queue.zone === zone.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ zone, own }) => ({
      id: zone.id,
      ...titleOf(inLocale(zone.name, locale)),
      waiting: own.reduce((total, queue) => total + queue.waiting, 0),
      matters: null,
      isOpen: own.some((queue) => queue.open),
      ...remainingOf(own),
    }));
}

/** A card per department that has matters. Its people wait in queues it shares: no number of its own. */
export function departmentCards(departments: readonly DepartmentSummary[], locale: Locale): Card[] {
  return departments
    .filter((department) => department.matters > 0)
    .map((department) => ({
      id: department.id,
      mark: null,
      title: inLocale(department.name, locale),
      waiting: null,
      matters: department.matters,
      isOpen: true,
      remaining: null,
      scarce: false,
    }));
}

/** “A区 社保专区” → mark A区, title 社保专区; a name without such a beginning is all title. */
export function titleOf(name: string): { mark: string | null; title: string } {
  const found = /^([A-Z0-9]{1,3}区|Zone [A-Z0-9]{1,3})\s+(\S.*)$/.exec(name);
  return { mark: found?.[1]?.replace(/^Zone /, '').replace(/区$/, '') ?? null, title: found?.[2] ?? name };
}

/** The queues of a zone, for those who do not find their matter. */
export function queuesOf(view: KioskView, zone: string): QueueView[] {
  return Object.values(view.queues).filter((queue) => queue.zone === zone);
}
