import * as fc from 'fast-check';
import type { Role } from '../../common/contract/config.ts';
import { dueCommands } from '../../server/hall/clockwork.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import type { Draft } from '../../server/hall/events.ts';
import { run } from '../../server/hall/run.ts';
import { emptyHall, type HallState } from '../../server/hall/state.ts';
import { CHOICES } from './random-choices.ts';
import { at, DAY, MIDNIGHT, MINUTE, smallSetup } from './small-hall.ts';

/** Random days over every command there is, most of them legal: a press is some numbers, and the hall makes sense of them. */

const DAY_MS = 24 * 60 * MINUTE;

/** One thing somebody does; the numbers choose among what there is at that moment. */
export interface Press {
  what: number;
  which: number;
  other: number;
  /** Since the press before. */
  seconds: number;
}

export const randomPress: fc.Arbitrary<Press> = fc.record({
  what: fc.nat(9999),
  which: fc.nat(9999),
  other: fc.nat(9999),
  seconds: fc.oneof({ weight: 19, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(1200) }),
});

export const randomDay = (maxLength = 300): fc.Arbitrary<Press[]> =>
  fc.array(randomPress, { minLength: 20, maxLength, size: 'max' });

/** A hall in which everything can happen; w1's clerk is a clerk, w2's a lead, w3's a manager. */
export const RICH_HALL = {
  rule: {
    callsBeforeMiss: 2,
    recallPauseSeconds: 1,
    maxRecalls: 3,
    autoMissMinutes: 6,
    shortenedShare: 0.3,
  },
  queues: [
    {
      ...{ id: 'social', prefix: 'A', zone: 'east', meanServiceMinutes: 8 },
      name: { 'zh-CN': '社保' },
      booking: { perSlot: 2, slotMinutes: 30 },
      targets: { elderly: 5 },
    },
    {
      ...{ id: 'tax', prefix: 'B', zone: 'east', meanServiceMinutes: 5, targetMinutes: 10 },
      name: { 'zh-CN': '税务' },
      quota: { perDay: 120, perSlot: { minutes: 30, tickets: 25 } },
    },
    {
      ...{ id: 'estate', prefix: 'C', zone: 'west', meanServiceMinutes: 15 },
      name: { 'zh-CN': '不动产' },
      hours: [{ from: '08:00', until: '20:00' }],
    },
  ],
  windows: [
    { id: 'w1', number: 1, zone: 'east', queues: ['social', 'tax'] },
    { id: 'w2', number: 2, zone: 'east', queues: ['tax'], qualified: ['social', 'estate'], role: 'lead' },
    { id: 'w3', number: 3, zone: 'west', queues: ['estate', 'social', 'tax'], role: 'manager' },
    { id: 'w4', number: 4, zone: 'west', queues: ['social', 'estate'] },
  ],
  bookings: { noShowsToBlock: 1, perPersonAndDay: 2 },
};

export interface Played {
  state: HallState;
  drafts: Draft[];
  /** How often each command was done, and each refusal given. */
  done: Map<string, number>;
  refused: Map<string, number>;
}

export interface Play {
  /** Changes to the rich hall. */
  changes?: Record<string, unknown>;
  /** Business days; the presses are shared out among them. */
  days?: number;
  /** Looks at the state after every command. */
  after?: (played: Played, command: HallCommand) => void;
}

/** Plays presses from 08:30 on, each at its own time, and the clock's own doings with them. */
export function playHall(presses: readonly Press[], { changes = {}, days = 1, after }: Play = {}): Played {
  const played: Played = { state: emptyHall(), drafts: [], done: new Map(), refused: new Map() };
  const perDay = Math.ceil(presses.length / days);
  for (let index = 0; index < days; index++) {
    const opensAt = at('08:30') + index * DAY_MS;
    const act = (command: HallCommand, when: number): void => {
      obey(played, command, when);
      after?.(played, command);
    };
    act(openingOf(index, changes), opensAt);
    for (const window of played.state.windows.keys()) act({ type: 'OpenWindow', window }, opensAt);
    let now = opensAt;
    for (const press of presses.slice(index * perDay, (index + 1) * perDay)) {
      now += press.seconds * 1000;
      for (const command of dueCommands(played.state, now)) act(command, now);
      const choice = CHOICES[press.what % CHOICES.length];
      const command = choice?.(played.state, press);
      if (command !== undefined) act(command, now);
    }
    if (index + 1 < days) act({ type: 'CloseDay' }, now + MINUTE);
  }
  return played;
}

function openingOf(index: number, changes: Record<string, unknown>): HallCommand {
  const dayAt = (ahead: number): { day: string; startsAt: number } => {
    const startsAt = MIDNIGHT + ahead * DAY_MS;
    return { day: new Date(startsAt + DAY_MS / 2).toISOString().slice(0, 10), startsAt };
  };
  const { rule = {}, ...others } = changes as { rule?: object };
  const setup = smallSetup({ ...RICH_HALL, rule: { ...RICH_HALL.rule, ...rule }, ...others });
  const bookable = [0, 1, 2].map((ahead) => dayAt(index + ahead));
  return {
    type: 'OpenDay',
    ...(index === 0 ? { day: DAY, startsAt: MIDNIGHT } : dayAt(index)),
    setup,
    bookable,
  };
}

function obey(played: Played, command: HallCommand, instant: number): void {
  const window = 'window' in command ? command.window : 'desk' in command ? command.desk : undefined;
  const role: Role | null = played.state.windows.get(window ?? '')?.setup.role ?? null;
  const by = window === undefined ? 'system' : `counter:${window}`;
  const commandId = `press-${played.drafts.length}-${played.refused.size}`;
  const done = run(played.state, command, { at: Math.max(instant, played.state.at), by, commandId, role });
  const [counts, key] =
    'drafts' in done
      ? [played.done, command.type]
      : [played.refused, `${command.type} ${done.rejection.code}`];
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if ('drafts' in done) played.drafts.push(...done.drafts);
}
