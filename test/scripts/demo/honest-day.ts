import { Setup } from '../../../common/contract/config.ts';
import type { Acknowledged } from '../../../scripts/demo/ledger.ts';
import type { HallCommand } from '../../../server/hall/commands.ts';
import type { Draft } from '../../../server/hall/events.ts';
import { run } from '../../../server/hall/run.ts';
import { emptyHall } from '../../../server/hall/state.ts';
import { MemoryJournal } from '../../../server/journal/memory.ts';

/** A short day of a small hall, done by the hall's own functions, and what its clients were answered. */

const MINUTE_MS = 60_000;
const OPENS_AT = Date.parse('2026-11-23T09:00:00+08:00');

const SETUP = Setup.parse({
  id: 'small',
  name: { 'zh-CN': '小厅' },
  zones: [{ id: 'z', name: { 'zh-CN': '一区' } }],
  queues: [
    { id: 'tax', prefix: 'A', name: { 'zh-CN': '税务' }, zone: 'z', meanServiceMinutes: 5 },
    { id: 'social', prefix: 'B', name: { 'zh-CN': '社保' }, zone: 'z', meanServiceMinutes: 5 },
  ],
  rule: { callsBeforeMiss: 2 },
  windows: [
    { id: 'w1', number: 1, zone: 'z', queues: ['tax', 'social'] },
    { id: 'w2', number: 2, zone: 'z', queues: ['social', 'tax'] },
  ],
});

const take = (queue: string): HallCommand => ({
  type: 'IssueTicket',
  queue,
  locale: 'zh-CN',
  source: 'kiosk',
  print: false,
  ground: 'declared',
  kind: 'walkin',
  further: [],
});
const call = (window: string): HallCommand => ({ type: 'CallNext', window, ready: true });

const COMMANDS: readonly HallCommand[] = [
  { type: 'OpenDay', day: '2026-11-23', startsAt: OPENS_AT - 540 * MINUTE_MS, setup: SETUP, bookable: [] },
  { type: 'OpenWindow', window: 'w1' },
  take('tax'),
  take('tax'),
  take('social'),
  take('tax'),
  call('w1'),
  { type: 'StartService', window: 'w1' },
  { type: 'OpenWindow', window: 'w2' },
  call('w2'),
  { type: 'Recall', window: 'w2' },
  { type: 'MissTicket', window: 'w2' },
  { type: 'FinishService', window: 'w1' },
  { type: 'CancelTicket', ticket: '20261123-A003' },
  call('w1'),
  { type: 'StartService', window: 'w1' },
  call('w2'),
  take('social'),
  { type: 'StartService', window: 'w2' },
  { type: 'FinishService', window: 'w2' },
  take('tax'),
];

export interface Day {
  drafts: Draft[];
  acknowledged: Acknowledged[];
}

/** Two called at once, one missed, one cancelled, one pushed to a ready window, two left at the end. */
export function honestDay(): Day {
  const state = emptyHall();
  const day: Day = { drafts: [], acknowledged: [] };
  for (const [index, command] of COMMANDS.entries()) {
    const commandId = `command-${index}`;
    const done = run(state, command, { commandId, by: 'test', at: OPENS_AT + index * MINUTE_MS, role: null });
    if ('rejection' in done) throw new Error(`${command.type} was refused: ${done.rejection.code}`);
    day.drafts.push(...done.drafts);
    if (command.type !== 'OpenDay') day.acknowledged.push(acknowledgedOf(commandId, command, done.drafts));
  }
  return day;
}

function acknowledgedOf(commandId: string, command: HallCommand, drafts: readonly Draft[]): Acknowledged {
  const last = drafts.at(-1);
  const ticket = last !== undefined && 'ticket' in last ? last.ticket : null;
  const type = command.type as Acknowledged['type'];
  return { commandId, type, window: null, ticket, seq: last?.seq ?? null, at: null };
}

/** Seals events into a chain of their own, as whoever holds the file could. */
export async function sealed(drafts: readonly Draft[]): Promise<MemoryJournal> {
  const journal = new MemoryJournal();
  const renumbered = drafts.map((draft, index) => ({ ...draft, seq: index + 1 }));
  await journal.append(0, renumbered);
  return journal;
}
