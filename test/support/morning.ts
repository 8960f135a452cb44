import type { Draft, HallEvent } from '../../server/hall/events.ts';
import { run } from '../../server/hall/run.ts';
import { emptyHall } from '../../server/hall/state.ts';
import type { Report } from '../../server/hall/verify/report.ts';
import { verifyDay } from '../../server/hall/verify/verify.ts';
import { dayFiles, verifierParts } from './day-file.ts';
import { issueTicket } from './given.ts';
import { at, DAY, MIDNIGHT, smallSetup } from './small-hall.ts';

export type Asked = [time: string, command: Parameters<typeof run>[1], role?: 'lead'];

const press = (type: 'StartService' | 'FinishService' | 'MissTicket' | 'OpenWindow', window: string) =>
  ({ type, window }) as const;

const call = (window: string, ready = false) => ({ type: 'CallNext', window, ready }) as const;

/** One small story for proofs of a day. */

/** A morning in which A001 is served, B001 is called out of turn, A002 misses a call and comes back. */
export const MORNING: Asked[] = [
  ['08:30', { type: 'OpenDay', day: DAY, startsAt: MIDNIGHT, setup: smallSetup(), bookable: [] }],
  ['08:31', press('OpenWindow', 'w1')],
  ['08:31', press('OpenWindow', 'w2')],
  ['09:00', issueTicket('social')],
  ['09:01', issueTicket('social')],
  ['09:02', issueTicket('social')],
  ['09:05', call('w1')],
  ['09:06', press('StartService', 'w1')],
  ['09:06:30', issueTicket('tax')],
  ['09:06:40', issueTicket('tax')],
  ['09:07', { type: 'CallTicket', window: 'w2', ticket: '20260302-B002', reason: 'infant' }, 'lead'],
  ['09:10', press('FinishService', 'w1')],
  ['09:11', call('w1')],
  ['09:12', press('MissTicket', 'w1')],
  ['09:13', { type: 'ReturnTicket', ticket: '20260302-A002' }],
  ['09:14', call('w1')],
  ['09:15', { type: 'Recall', window: 'w1' }],
  ['09:16', press('StartService', 'w2')],
  ['09:17', press('FinishService', 'w2')],
  ['09:18', call('w2', true)],
  ['09:19', press('StartService', 'w2')],
  ['09:20', press('FinishService', 'w2')],
  ['09:21', call('w2', true)],
  ['09:22', issueTicket('tax')],
];

export function play(asked: Asked[]): Draft[] {
  const state = emptyHall();
  return asked.flatMap(([time, command, role = undefined], index) => {
    const by = 'window' in command ? `counter:${command.window}` : 'kiosk';
    const done = run(state, command, { at: at(time), by, commandId: `c-${index}`, role: role ?? null });
    if ('rejection' in done) throw new Error(`${command.type}: ${done.rejection.code}`);
    return done.drafts;
  });
}

export const morning = play(MORNING);
export const fileOf = (drafts: readonly Draft[]): string[] => dayFiles(drafts)[0] ?? [];
export const prove = (lines: readonly string[], published?: string): Report =>
  verifyDay(lines, verifierParts, published);

/** The morning with one event changed, and sealed again as if it had always been so. */
export function changed<T extends HallEvent['type']>(
  type: T,
  change: Partial<Extract<Draft, { type: T }>>,
  nth = 0,
): Draft[] {
  const found = morning.filter((draft) => draft.type === type)[nth];
  if (found === undefined) throw new Error(`no ${type}`);
  return morning.map((draft) => (draft === found ? ({ ...draft, ...change } as Draft) : draft));
}

export const added = (after: HallEvent['type'], event: HallEvent, at?: number): Draft[] => {
  const index = morning.findIndex((draft) => draft.type === after) + 1;
  const stamp = { seq: 0, at: at ?? morning[index - 1]?.at ?? 0, by: 'counter:w1', commandId: 'forged-1' };
  const all = [...morning.slice(0, index), { ...event, ...stamp }, ...morning.slice(index)];
  return all.map((draft, place) => ({ ...draft, seq: place + 1 }));
};
