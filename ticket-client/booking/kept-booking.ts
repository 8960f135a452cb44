import type { LocalText } from '../../common/contract/text.ts';
import type { BoardView, BookingView } from '../../common/contract/views.ts';
import type { Loadable } from '../loadable.ts';
import { remember, remembered } from '../phone/storage.ts';
import type { BookingLink } from './booking-link.ts';
import type { BookingSubject } from './draft.ts';

/** What this phone knows of a booking it has made: nothing of the person. */
export interface KeptBooking {
  slot: string;
  slotAt: number;
  /** Of the matter, or of the queue where none was chosen. */
  name: LocalText;
  zone: LocalText | null;
  state: BookingView['state'];
}

export function keepBooking(link: BookingLink, kept: KeptBooking): void {
  remember(`booking.${link.hall}.${link.booking}`, JSON.stringify(kept));
}

/** For the time the hall can not be reached. Null on another phone than the one that booked. */
export function keptBooking(link: BookingLink): KeptBooking | null {
  const text = remembered(`booking.${link.hall}.${link.booking}`);
  if (text === null) return null;
  try {
    return JSON.parse(text) as KeptBooking;
  } catch {
    // Written by somebody else: as good as nothing.
    return null;
  }
}

/** What is shown of a booking: as the hall has it, in the words it was booked with on this phone. */
export function shownOf(
  read: Loadable<{ booking: BookingView }>,
  kept: KeptBooking | null,
  board: BoardView,
): KeptBooking | null {
  if (read.status !== 'ready') return kept;
  const shown = keptOf(read.value.booking, null, board);
  return kept === null ? shown : { ...shown, name: kept.name };
}

/** What is worth keeping of a booking just made. */
export function keptOf(
  { queue: id, slot, slotAt, state }: BookingView,
  subject: BookingSubject | null,
  board: BoardView | null,
): KeptBooking {
  const queue = board?.queues.find((each) => each.id === id);
  const zone = board?.hall.zones.find((each) => each.id === queue?.zone);
  const name = subject?.name ?? queue?.name ?? { 'zh-CN': id };
  return { slot, slotAt, name, zone: zone?.name ?? null, state };
}
