import type { Draft } from '../../hall/events.ts';

/** One ticket's coming to one queue, until it is done there, sent on or gone. */
export interface Visit {
  ticket: string;
  queue: string;
  /** When it came into the queue's line. */
  at: number;
  /** Null of a ticket without any, and of a visit that is not the ticket's first. */
  category: string | null;
  came: 'walkin' | 'booked' | 'from-queue' | 'from-yesterday';
  /** The window that called it, the last one when there were several; null before that. */
  window: string | null;
  /** Time at windows since its call, holds not included; ms, up to `busySince`. */
  servedMs: number;
  /** Since when a window is busy with it; null while none is. */
  busySince: number | null;
  /** The last instant at which the clerk did anything with it. */
  lastSeenAt: number;
  end: 'open' | 'finished' | 'sent-on' | 'missed' | 'gone';
}

interface Track {
  visits: Visit[];
  /** The visits as they were before the last action that can be undone. */
  before: Visit[];
}

/**
 * What a day's events say of who came where and how long the windows were busy with them. An action that
 * was undone has not been. A ticket that comes back after being missed goes on with its visit: it is
 * the same arrival.
 */
export function visitsOf(events: Iterable<Draft>): Visit[] {
  const tracks = new Map<string, Track>();
  for (const event of events) read(tracks, event);
  return [...tracks.values()].flatMap(({ visits }) => visits);
}

function read(tracks: Map<string, Track>, event: Draft): void {
  if (event.type === 'TicketIssued') {
    const { ticket, queue, at, category, booking } = event;
    const came = booking === undefined ? 'walkin' : 'booked';
    tracks.set(ticket, { visits: [joined(ticket, queue, at, came, category)], before: [] });
  } else if (event.type === 'DayOpened') {
    for (const { ticket, queue, issuedAt } of event.carried?.tickets ?? [])
      tracks.set(ticket, { visits: [joined(ticket, queue, issuedAt, 'from-yesterday')], before: [] });
  } else if (event.type === 'DayClosed') close(tracks, event.ended);
  else if ('ticket' in event) {
    const track = tracks.get(event.ticket);
    const visit = track?.visits.at(-1);
    if (track !== undefined && visit !== undefined) happen(track, visit, event);
  }
}

function happen(track: Track, visit: Visit, event: Extract<Draft, { ticket: string }>): void {
  if (isUndoable(event.type)) track.before = track.visits.map((each) => ({ ...each }));
  if ('window' in event) visit.lastSeenAt = event.at;
  switch (event.type) {
    case 'TicketCalled':
    case 'CalledOutOfTurn':
    case 'TicketResumed':
      return void Object.assign(visit, { busySince: event.at, window: event.window });
    case 'TicketHeld':
      return letGo(visit, event.at);
    case 'TicketReturned':
      return void Object.assign(visit, { servedMs: 0, window: null, end: 'open' });
    case 'ServiceFinished':
      return end(visit, event.at, 'finished');
    case 'TicketMissed':
      return end(visit, event.at, 'missed');
    case 'TicketCancelled':
      return end(visit, event.at, 'gone');
    case 'TicketTransferred':
      // To another window of the same queue: neither one more of those who come to it, nor one more service.
      if (event.queue === visit.queue) return letGo(visit, event.at);
      end(visit, event.at, 'sent-on');
      return void track.visits.push(joined(event.ticket, event.queue, event.at, 'from-queue'));
    case 'MatterBegun':
      return void track.visits.push(joined(event.ticket, event.queue, event.at, 'from-queue'));
    case 'ActionUndone':
      track.visits = track.before;
      return;
  }
}

function isUndoable(type: Draft['type']): boolean {
  return type === 'ServiceStarted' || type === 'ServiceFinished' || type === 'TicketMissed';
}

function joined(
  ticket: string,
  queue: string,
  at: number,
  came: Visit['came'],
  category: string | null = null,
): Visit {
  const call = { window: null, servedMs: 0, busySince: null, lastSeenAt: at, end: 'open' as const };
  return { ticket, queue, at, category, came, ...call };
}

function letGo(visit: Visit, at: number): void {
  if (visit.busySince !== null) visit.servedMs += at - visit.busySince;
  visit.busySince = null;
}

function end(visit: Visit, at: number, as: Visit['end']): void {
  letGo(visit, at);
  visit.end = as;
}

/** Whom the day's end found at a window was last seen there, and was there for so long at the least. */
function close(tracks: ReadonlyMap<string, Track>, ended: Readonly<Record<string, string>>): void {
  for (const id of Object.keys(ended)) {
    const visit = tracks.get(id)?.visits.at(-1);
    if (visit !== undefined) letGo(visit, visit.lastSeenAt);
  }
}
