import type { BookingRules, BookingView } from '../../common/contract/views.ts';
import { LOADING, type Loadable } from '../loadable.ts';
import { getBooking, getSlots } from './api.ts';
import type { BookingLink } from './booking-link.ts';

/** A booking as it is now, and the rules that hold for it where they could be read. */
export interface BookingRead {
  booking: BookingView;
  rules: BookingRules | null;
}

/** Reads the booking of a link: this phone may be another than the one that booked. */
export class BookingReader {
  read: Loadable<BookingRead> = LOADING;
  #asked = 0;

  constructor(private readonly onChange: () => void) {}

  async ask(link: BookingLink): Promise<void> {
    const mine = ++this.#asked;
    this.read = LOADING;
    const answer = await getBooking(link);
    // What holds for the booking is told with the slots of its queue.
    const slots = answer.ok ? await getSlots(link.hall, answer.value.booking.queue, null) : null;
    if (mine !== this.#asked) return;
    if (answer.ok) {
      const rules = slots?.ok === true ? slots.value.rules : null;
      this.read = { status: 'ready', value: { booking: answer.value.booking, rules } };
    } else this.read = { status: 'failed', code: answer.code };
    this.onChange();
  }
}
