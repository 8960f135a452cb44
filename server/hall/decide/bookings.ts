import type { CommandOf, Decision } from '../commands.ts';
import { checkedInPlace, minuteOf } from '../rule.ts';
import type { BookingState, QueueState } from '../state.ts';
import { happened, reject, withQueue } from './decision.ts';
import type { OpenHall } from './open-hall.ts';
import { issued, refusesToIssue } from './tickets.ts';

/** Bookings: made for a slot of a working day, cancelled in time, checked in on the day. */

const MINUTE_MS = 60_000;

export function makeBooking(state: OpenHall, command: CommandOf<'MakeBooking'>, at: number): Decision {
  const { day, slot, person } = command;
  if (person === undefined) return reject('NOT_BOOKABLE', 'a booking needs a person');
  return withQueue(state, command.queue, (queue) => {
    const startsAt = state.bookable.find((each) => each.day === day)?.startsAt;
    if (startsAt === undefined || !isSlot(queue, slot)) return reject('NOT_BOOKABLE', `${day} ${slot}`);
    const slotAt = startsAt + minuteOf(slot) * MINUTE_MS;
    if (slotAt <= at) return reject('NOT_BOOKABLE', `${day} ${slot}`);
    if ((state.blocked.get(person) ?? 0) > at) return reject('BOOKING_BLOCKED');
    const booked = [...state.bookings.values()].filter(
      (each) => each.state !== 'cancelled' && each.day === day,
    );
    const inSlot = booked.filter((each) => each.queue === queue.setup.id && each.slot === slot).length;
    if (inSlot >= (queue.setup.booking?.perSlot ?? 0)) return reject('SLOT_FULL', `${day} ${slot}`);
    const own = booked.filter((each) => each.person === person).length;
    if (own >= state.setup.bookings.perPersonAndDay) return reject('BOOKING_LIMIT', day);
    const id = `B${day.replaceAll('-', '')}-${String((state.lastBooking.get(day) ?? 0) + 1).padStart(3, '0')}`;
    const matter = command.matter ?? null;
    return happened({ type: 'BookingMade', id, person, queue: queue.setup.id, matter, day, slot, slotAt });
  });
}

/** Whether bookable slots of the queue begin at this time of day. */
function isSlot({ setup: { booking } }: QueueState, slot: string): boolean {
  if (booking === undefined) return false;
  const minute = minuteOf(slot) - minuteOf(booking.from);
  return minute >= 0 && minute % booking.slotMinutes === 0 && minuteOf(slot) < minuteOf(booking.until);
}

/** The booking, if it is there and still to come. */
function withBooking(state: OpenHall, id: string, then: (booking: BookingState) => Decision): Decision {
  const booking = state.bookings.get(id);
  if (booking === undefined) return reject('UNKNOWN_BOOKING', id);
  return booking.state === 'booked' ? then(booking) : reject('BOOKING_USED', booking.state);
}

export function cancelBooking(state: OpenHall, command: CommandOf<'CancelBooking'>, at: number): Decision {
  return withBooking(state, command.booking, ({ id, slotAt }) => {
    const late = slotAt - at < state.setup.bookings.cancelUntilMinutes * MINUTE_MS;
    return late ? reject('TOO_LATE_TO_CANCEL', id) : happened({ type: 'BookingCancelled', id });
  });
}

/** Point 4 of the rule: in time the slot decides the place, later the moment of checking in. */
export function checkIn(state: OpenHall, command: CommandOf<'CheckIn'>, at: number): Decision {
  return withBooking(state, command.booking, (booking) => {
    if (booking.day !== state.day) return reject('CHECK_IN_OTHER_DAY', booking.day);
    return withQueue(state, booking.queue, (queue) => {
      const { category = null, ground, locale, source, print, aliases = [] } = command;
      const persons = [booking.person, ...aliases];
      const no = refusesToIssue(state, queue, { category: command.category, persons }, at);
      if (no !== null && 'rejection' in no && !ALLOWED_WITH_BOOKING.has(no.rejection.code)) return no;
      const place = checkedInPlace(state.setup, queue.setup, category, booking.slotAt, at);
      return happened({
        ...issued(state, queue, { dueAt: place.dueAt, order: state.seq + 1 }),
        ...place,
        matter: booking.matter,
        category,
        locale,
        source,
        print,
        booking: booking.id,
        person: booking.person,
        ...('notBefore' in place ? { kind: 'booked' as const } : {}),
        ...(category === null ? {} : { ground }),
      });
    });
  });
}

/** A booked citizen has a number coming, whatever walk-ins have used up. */
const ALLOWED_WITH_BOOKING: ReadonlySet<string> = new Set(['SOLD_OUT', 'SLOT_SOLD_OUT']);
