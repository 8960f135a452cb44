import * as z from 'zod';
import {
  BookingId,
  CancelBooking,
  CheckIn,
  type Command,
  Day,
  MakeBooking,
  RedeemSupplement,
} from '../../common/contract/commands.ts';
import { PersonalRecord } from '../../common/contract/personal-record.ts';
import { Id } from '../../common/contract/text.ts';
import { BookingRules, BookingView, SlotView, TicketView } from '../../common/contract/views.ts';
import { slotsOf } from '../hall/views/slots.ts';
import { bookingView } from '../hall/views/views.ts';
import type { Clock } from '../ports.ts';
import type { Hall, Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation, shown } from './operation.ts';
import { Refusal, refuse } from './problem.ts';

const Secret = z.string().min(1).max(64);
/** Whose it is: by its secret, or by who it is. */
const Owner = { secret: Secret.optional(), person: PersonalRecord.optional() };
const Issued = z.object({ ticket: TicketView, secret: Secret, url: z.string() });

/** Slots, bookings and checking in; coming back with missing papers. */
export function bookingOperations(reception: Reception, clock: Clock): Operation[] {
  return [
    slotsOperation(reception, clock),
    operation({
      method: 'post',
      path: '/api/v1/halls/:hall/bookings',
      summary: 'Book a slot of a working day',
      tag: 'bookings',
      body: MakeBooking.omit({ type: true, person: true }).extend({ person: PersonalRecord }),
      answer: z.object({ booking: BookingView, secret: Secret }),
      status: 201,
      run: async ({ params, body: { person, ...body }, commandId }) => {
        const command: Command = { type: 'MakeBooking', ...body };
        const answer = await submit(reception, params, command, commandId, { person });
        return { booking: answer.booking, secret: answer.secret };
      },
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/bookings/:booking',
      summary: 'A booking, for whoever holds its secret; what is over is forgotten with its day',
      tag: 'bookings',
      secret: true,
      answer: z.object({ booking: BookingView }),
      run: ({ params, secret }) => ({ booking: readBooking(reception, params, shown(secret)) }),
    }),
    operation({
      method: 'post',
      path: '/api/v1/halls/:hall/bookings/:booking/cancel',
      summary: 'Cancel a booking, in time',
      tag: 'bookings',
      body: CancelBooking.omit({ type: true, booking: true }).extend(Owner),
      answer: z.object({ booking: BookingView }),
      run: async ({ params, body, commandId }) => {
        const command: Command = { type: 'CancelBooking', booking: bookingOf(reception, params) };
        return { booking: (await submit(reception, params, command, commandId, body)).booking };
      },
    }),
    operation({
      method: 'post',
      path: '/api/v1/halls/:hall/bookings/:booking/check-in',
      summary: 'Check in on the day: the booking becomes a ticket',
      tag: 'bookings',
      body: CheckIn.omit({ type: true, booking: true, aliases: true }).extend(Owner),
      answer: Issued,
      status: 201,
      run: async ({ params, body: { secret, person, ...body }, commandId }) => {
        const command: Command = { type: 'CheckIn', booking: bookingOf(reception, params), ...body };
        return issued(await submit(reception, params, command, commandId, { secret, person }));
      },
    }),
    operation({
      method: 'post',
      path: '/api/v1/halls/:hall/supplements/:supplement/redeem',
      summary: 'Back with the missing papers: no new number is needed',
      tag: 'bookings',
      body: RedeemSupplement.omit({ type: true, supplement: true }).extend({ secret: Secret }),
      answer: Issued,
      status: 201,
      run: async ({ params, body: { secret, ...body }, commandId }) => {
        const { supplement = '' } = params;
        const command = RedeemSupplement.safeParse({ type: 'RedeemSupplement', supplement, ...body });
        hallNamed(reception, params.hall);
        if (!command.success) throw refuse('UNKNOWN_SUPPLEMENT', supplement.slice(0, 40));
        return issued(await submit(reception, params, command.data, commandId, { secret }));
      },
    }),
  ];
}

function slotsOperation(reception: Reception, clock: Clock): Operation {
  return operation({
    method: 'get',
    path: '/api/v1/halls/:hall/slots',
    summary: 'The days that may be booked, and the slots of a queue on one of them',
    tag: 'bookings',
    query: z.strictObject({ queue: Id, day: Day.optional() }),
    answer: z.object({
      days: z.array(Day),
      day: Day.nullable(),
      slots: z.array(SlotView),
      rules: BookingRules,
    }),
    run: ({ params, query }) => {
      const hall = hallNamed(reception, params.hall);
      const { state } = hall.service;
      const queue = state.queues.get(query.queue);
      if (queue === undefined) throw refuse('UNKNOWN_QUEUE', query.queue);
      const days = queue.setup.booking === undefined ? [] : state.bookable.map((each) => each.day);
      const day = query.day ?? days[0] ?? null;
      const slots = day === null ? [] : slotsOf(state, queue, day, clock.now());
      return { days, day, slots, rules: rulesOf(hall) };
    },
  });
}

function rulesOf({ service, config, persons: { retentionDays } }: Hall): BookingRules {
  const { bookings } = service.state.setup ?? config;
  const { cancelUntilMinutes, perPersonAndDay, noShowsToBlock, blockDays, checkInMinutes } = bookings;
  return { cancelUntilMinutes, perPersonAndDay, noShowsToBlock, blockDays, checkInMinutes, retentionDays };
}

type Accepted = Extract<Awaited<ReturnType<Reception['submit']>>, { ok: true }>;

async function submit(
  reception: Reception,
  params: Record<string, string>,
  command: Command,
  commandId: string,
  { secret, person }: { secret?: string | undefined; person?: PersonalRecord | undefined },
): Promise<Accepted> {
  const submission = { command, commandId, credentials: { secret }, person };
  const answer = await reception.submit(params.hall ?? '', submission);
  if (!answer.ok) throw new Refusal(answer.rejection);
  return answer;
}

function readBooking(reception: Reception, params: Record<string, string>, secret: string): BookingView {
  const id = bookingOf(reception, params);
  const { config, service } = hallNamed(reception, params.hall);
  if (!reception.holds(config.id, id, secret)) throw refuse('WRONG_SECRET');
  const booking = service.state.bookings.get(id);
  if (booking === undefined) throw refuse('UNKNOWN_BOOKING', id);
  return bookingView(booking);
}

function issued({ ticket, secret, url }: Accepted): unknown {
  return { ticket, secret, url };
}

function bookingOf(reception: Reception, { hall, booking = '' }: Record<string, string>): string {
  const { state } = hallNamed(reception, hall).service;
  if (!BookingId.safeParse(booking).success || !state.bookings.has(booking)) {
    throw refuse('UNKNOWN_BOOKING', booking.slice(0, 40));
  }
  return booking;
}
