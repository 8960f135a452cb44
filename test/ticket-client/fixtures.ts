import type { PublishedRule } from '../../common/contract/fairness.ts';
import type { KioskView } from '../../common/contract/socket.ts';
import type { HallView, QueueView, TicketView, WindowView } from '../../common/contract/views.ts';

/** Views as a server sends them, for tests that need one and mind little of what is in it. */

export const hall: HallView = {
  id: 'demo',
  name: { 'zh-CN': '云州市政务服务中心' },
  timeZone: 'Asia/Shanghai',
  day: '2026-11-23',
  notices: [],
  zones: [
    { id: 'zone-a', name: { 'zh-CN': 'A区 社保专区', en: 'Zone A Social insurance' } },
    { id: 'zone-b', name: { 'zh-CN': '税务' } },
    { id: 'zone-empty', name: { 'zh-CN': 'C区 休息区' } },
  ],
  categories: [],
  thetaMinutes: 5,
};

export function queue(change: Partial<QueueView>): QueueView {
  return {
    id: 'a',
    prefix: 'A',
    name: { 'zh-CN': '社会保险' },
    zone: 'zone-a',
    waiting: 0,
    waitingSince: null,
    openWindows: 1,
    issuedToday: 0,
    open: true,
    hours: [],
    targetMinutes: 20,
    remaining: null,
    scarce: false,
    bookable: false,
    identity: 'optional',
    wait: null,
    ...change,
  };
}

export function kioskView(...queues: QueueView[]): KioskView {
  return { hall, queues: Object.fromEntries(queues.map((each) => [each.id, each])) };
}

export function ticket(change: Partial<TicketView>): TicketView {
  return {
    id: '20261123-A012',
    number: 'A012',
    queue: 'a',
    matter: null,
    category: null,
    state: 'waiting',
    ahead: 0,
    issuedAt: 1000,
    dueAt: 2000,
    order: 1,
    window: null,
    calledAt: null,
    calls: 0,
    lastCallAt: null,
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
    ...change,
  };
}

export function window(number: number, queues: string[]): WindowView {
  return {
    id: `w${number}`,
    number,
    zone: 'zone-a',
    queues,
    assignment: null,
    status: 'free',
    since: 0,
    pauseReason: null,
    ticket: null,
    served: 0,
    held: 0,
    reserved: 0,
  };
}

export const rule: PublishedRule = {
  thetaMinutes: 5,
  targetMinutes: 20,
  queues: [
    { id: 'a', prefix: 'A', name: { 'zh-CN': '社会保险' }, targetMinutes: 20, targets: { elderly: 12 } },
    { id: 'b', prefix: 'B', name: { 'zh-CN': '税务' }, targetMinutes: 10, targets: { elderly: 10 } },
  ],
  categories: [],
  shortenedShare: 0.5,
  callsBeforeMiss: 3,
  maxRecalls: 5,
  autoMissMinutes: null,
  maxReturns: 2,
  returnDelayMinutes: 5,
  automatic: false,
  checkInMinutes: 15,
  dueAfterMinutes: 5,
};
