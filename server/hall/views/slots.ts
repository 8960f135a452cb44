import type { SlotView } from '../../../common/contract/views.ts';
import { minuteOf } from '../rule.ts';
import type { HallState, QueueState } from '../state.ts';

const MINUTE_MS = 60_000;

/** The slots of a queue on a working day that may be booked, and how many places each has left. */
export function slotsOf(state: HallState, queue: QueueState, day: string, at: number): SlotView[] {
  const { booking, id } = queue.setup;
  const startsAt = state.bookable.find((each) => each.day === day)?.startsAt;
  if (booking === undefined || startsAt === undefined) return [];
  const taken = new Map<string, number>();
  for (const each of state.bookings.values()) {
    if (each.queue !== id || each.day !== day || each.state === 'cancelled') continue;
    taken.set(each.slot, (taken.get(each.slot) ?? 0) + 1);
  }
  const slots: SlotView[] = [];
  for (let minute = minuteOf(booking.from); minute < minuteOf(booking.until); minute += booking.slotMinutes) {
    const slot = clockTimeOf(minute);
    const slotAt = startsAt + minute * MINUTE_MS;
    const left = slotAt <= at ? 0 : Math.max(0, booking.perSlot - (taken.get(slot) ?? 0));
    slots.push({ slot, slotAt, left });
  }
  return slots;
}

function clockTimeOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
