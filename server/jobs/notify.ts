import type { Logger } from 'pino';
import * as z from 'zod';
import { SOON_AHEAD } from '../../common/contract/limits.ts';
import type { Phone } from '../../common/contract/phone.ts';
import { type News, noticeOf } from '../../common/notification-words.ts';
import type { Draft } from '../hall/events.ts';
import { type HallState, isOpenTicket, type Ticket } from '../hall/state.ts';
import { nearBehind } from '../hall/views/near.ts';
import { aheadOfTicket } from '../hall/views/views.ts';
import type { Clock, Job, Worker } from '../ports.ts';
import type { Hall } from '../reception.ts';
import type { TicketSecrets } from '../secrets.ts';
import type { WebPush } from './web-push.ts';

/** Tells phones of their tickets (R29): near, called, missed. Each phone of each cause once. */

/** The kind of the jobs that notify. */
const NOTIFY = 'notify';
/** Old news sends people to a window that has called somebody else by then. */
const NEWS_USEFUL_MS = 3 * 60_000;
/** Phones are to be forgotten, whenever it was asked for. */
const JOB_USEFUL_MS = 24 * 3_600_000;
/** Jobs that may wait for services at once: one that does not answer holds up nobody else's phone. */
const ABREAST = 64;

type Role = 'calls' | 'misses' | 'moves' | 'ends';

/**
 * What phones have to do with an event. calls, misses: its ticket's phones are told. moves: its ticket was in a
 * line, and others may have come near. ends: its ticket's phones, or the day's, are forgotten.
 */
const ROLES: Partial<Record<Draft['type'], readonly Role[]>> = {
  TicketCalled: ['calls', 'moves'],
  CalledOutOfTurn: ['calls', 'moves'],
  TicketRecalled: ['calls'],
  TicketMissed: ['misses'],
  MovedOutOfTurn: ['moves'],
  CategoryChanged: ['moves'],
  TicketCancelled: ['moves', 'ends'],
  ServiceFinished: ['ends'],
  DayClosed: ['ends'],
};

const Facts = z.object({
  type: z.custom<Draft['type']>((type) => typeof type === 'string' && type in ROLES),
  seq: z.number(),
  at: z.number(),
  ticket: z.string().nullable(),
  /** The day that has ended, YYYY-MM-DD. */
  day: z.string().nullable(),
});
type Facts = z.infer<typeof Facts>;

/** The job of an event that has to do with phones; null for every other, and for what is long past. */
export function notifyJob(
  hall: string,
  { speed, now }: Pick<Clock, 'speed'> & { now: number },
  event: Draft,
): Job | null {
  const { type, seq, at } = event;
  const usefulUntil = at + JOB_USEFUL_MS * speed;
  if (ROLES[type] === undefined || usefulUntil < now) return null;
  const ticket = 'ticket' in event ? event.ticket : null;
  const data: Facts = { type, seq, at, ticket, day: event.type === 'DayClosed' ? event.day : null };
  return { id: `${hall}.${seq}`, kind: NOTIFY, hall, usefulUntil, data };
}

export interface NotifyParts {
  halls: ReadonlyMap<string, Hall>;
  webPush: WebPush;
  secrets: TicketSecrets;
  clock: Clock;
  log: Logger;
}

/** Does the jobs of all halls: what it tells is true of the hall as it is by then, on whichever machine. */
export function notifyWorker(parts: NotifyParts): Worker {
  return {
    kind: NOTIFY,
    abreast: ABREAST,
    async run({ hall: id, data }) {
      const hall = parts.halls.get(id);
      if (hall === undefined) throw new Error(`there is no hall ${id}`);
      const facts = Facts.parse(data);
      const { service } = hall;
      await service.reach(facts.seq);
      if (service.state.seq < facts.seq) throw new Error(`event ${facts.seq} has not been read`);
      const roles = ROLES[facts.type] ?? [];
      await allDone([
        ...tellings(hall, facts, roles, parts),
        ...(roles.includes('ends') ? [forget(hall, facts)] : []),
      ]);
    },
  };
}

interface Telling {
  ticket: Ticket;
  news: News;
  /** The same for one cause, whichever event has brought it up. */
  what: string;
}

function tellings(hall: Hall, facts: Facts, roles: readonly Role[], parts: NotifyParts): Promise<void>[] {
  const { clock } = parts;
  const { state } = hall.service;
  const ticket = state.tickets.get(facts.ticket ?? '');
  if (ticket === undefined) return [];
  const own = [
    ...(roles.includes('calls') ? callNews(state, ticket, facts) : []),
    ...(roles.includes('misses') ? missNews(state, ticket, facts) : []),
  ];
  // Who is near is told of the next move as well.
  if (clock.now() > facts.at + NEWS_USEFUL_MS * clock.speed)
    return own.map((telling) => regret(hall, telling, parts));
  const near = roles.includes('moves') ? nearNews(state, ticket, clock.now()) : [];
  return [...own, ...near].map((telling) => tell(hall, telling, parts));
}

async function regret({ config, phones }: Hall, { ticket }: Telling, { log }: NotifyParts): Promise<void> {
  const bound = await phones.of(ticket.id);
  if (bound.length === 0) return;
  const context = { hall: config.id, ticket: ticket.id, phones: bound.length };
  log.warn(context, 'phones were not told: it is too late');
}

/** Nothing when the ticket has come further by now: a later call tells for itself. */
function callNews(state: HallState, ticket: Ticket, { seq, at }: Facts): Telling[] {
  const { number, calls: times } = ticket;
  const window = state.windows.get(ticket.window ?? '')?.setup.number;
  if (ticket.state !== 'called' || ticket.lastCallAt !== at || window === undefined) return [];
  return [{ ticket, news: { cause: 'called', number, window, times }, what: `called.${seq}` }];
}

function missNews(state: HallState, ticket: Ticket, { seq }: Facts): Telling[] {
  if (ticket.state !== 'missed') return [];
  const left = Math.max(0, (state.setup?.rule.maxReturns ?? 0) - ticket.returns);
  return [{ ticket, news: { cause: 'missed', number: ticket.number, left }, what: `missed.${seq}` }];
}

/** A ticket is near once for each place it has: who comes back after a miss waits anew. */
function nearNews(state: HallState, left: Ticket, at: number): Telling[] {
  return nearBehind(state, left, at, SOON_AHEAD).map((ticket) => ({
    ticket,
    news: { cause: 'near', number: ticket.number, ahead: aheadOfTicket(state, ticket) },
    what: `near.${ticket.placedBy}`,
  }));
}

async function tell({ config, phones }: Hall, { ticket, news, what }: Telling, parts: NotifyParts) {
  const { id, locale } = ticket;
  const name = `${config.id}.${id}`;
  const message = {
    ...noticeOf(news, locale),
    lang: locale,
    tag: name,
    link: `${name}.${parts.secrets.of(config.id, id)}`,
  };
  await allDone(
    (await phones.of(id)).map(async (phone: Phone) => {
      if (!(await phones.claim(id, phone, what))) return;
      try {
        const taken = await parts.webPush.send(phone, message, name, NEWS_USEFUL_MS / 1000);
        if (taken === 'gone') await phones.unbind(id, phone.endpoint);
        if (taken === 'refused')
          parts.log.warn({ hall: config.id, host: new URL(phone.endpoint).host }, 'a push service refuses');
      } catch (error) {
        await phones.release(id, phone, what);
        throw error;
      }
    }),
  );
}

async function forget({ service: { state }, phones }: Hall, { ticket: id, day }: Facts): Promise<void> {
  const isOver = (name: string): boolean => {
    const ticket = state.tickets.get(name);
    return ticket === undefined || !isOpenTicket(ticket);
  };
  // A visit with a further matter goes on, and so does one whose end was a misclick.
  if (id !== null && isOver(id)) await phones.forget(id);
  // A ticket's id begins with its day: one of the next day may not have been read here yet.
  if (day !== null)
    await phones.forgetAll((name) => isOver(name) && name.slice(0, 8) <= day.replaceAll('-', ''));
}

/** Lets all of them end, however one of them does. @throws what the first of them that failed has thrown. */
async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
