import type { CounterView } from '../../common/contract/socket.ts';
import type { QueueView, TicketView, WindowView } from '../../common/contract/views.ts';

/** 2026-11-23 10:00 in the hall's time zone. */
export const TEN = Date.UTC(2026, 10, 23, 2);
const MINUTE = 60_000;

export function queue(id: string, waiting: number, longestMinutes = 0): QueueView {
  return {
    id,
    prefix: id.slice(0, 1).toUpperCase(),
    name: { 'zh-CN': `${id}业务`, en: id },
    zone: 'zone-a',
    waiting,
    waitingSince: waiting === 0 ? null : TEN - longestMinutes * MINUTE,
    openWindows: 2,
    issuedToday: 40,
    open: true,
    hours: [{ from: '09:00', until: '17:00' }],
    targetMinutes: 20,
    remaining: null,
    scarce: false,
    bookable: false,
    identity: 'optional',
    wait: null,
  };
}

export function ticket(number: string, more: Partial<TicketView> = {}): TicketView {
  return {
    id: `20261123-${number}`,
    number,
    queue: 'a',
    matter: null,
    category: null,
    state: 'called',
    ahead: 0,
    issuedAt: TEN - 12 * MINUTE,
    dueAt: TEN + 8 * MINUTE,
    order: 7,
    window: 'w3',
    calledAt: TEN,
    calls: 1,
    lastCallAt: TEN,
    startedAt: null,
    heldAt: null,
    heldMs: 0,
    endedAt: null,
    locale: 'zh-CN',
    source: 'kiosk',
    kind: 'walkin',
    returns: 0,
    notBefore: null,
    reservedFor: null,
    further: [],
    ...more,
  };
}

export function windowOf(status: WindowView['status'], at: TicketView | null = null): WindowView {
  const { id, number, queue, calls } = at ?? ticket('A000');
  return {
    id: 'w3',
    number: 3,
    zone: 'zone-a',
    queues: ['a', 'b', 'c'],
    assignment: null,
    status,
    since: TEN,
    pauseReason: status === 'paused' ? 'meal' : null,
    ticket: at === null ? null : { id, number, queue, calls, calledAt: at.calledAt ?? TEN },
    served: 4,
    held: 0,
    reserved: 0,
  };
}

export function view(status: WindowView['status'], at: TicketView | null = null): CounterView {
  return {
    hall: {
      id: 'demo',
      name: { 'zh-CN': '云州市政务服务中心' },
      timeZone: 'Asia/Shanghai',
      day: '2026-11-23',
      notices: [],
      zones: [{ id: 'zone-a', name: { 'zh-CN': 'A区' } }],
      categories: [],
      thetaMinutes: 5,
    },
    window: windowOf(status, at),
    held: [],
    undoable: null,
    role: 'clerk',
    rule: {
      maxRecalls: 5,
      recallPauseSeconds: 5,
      callsBeforeMiss: 3,
      undoSeconds: 60,
      autoMissMinutes: null,
    },
    ticket: at,
    queues: { a: queue('a', 3, 25), b: queue('b', 0), c: queue('c', 2, 5) },
  };
}
