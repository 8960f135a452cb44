import type { HallConfig } from '../../common/contract/config.ts';
import type { DayReport, FiguresRow } from '../../common/contract/report.ts';
import type { LocalText } from '../../common/contract/text.ts';
import type { DayFacts, Place } from './facts.ts';
import { type Meaning, Sums } from './sums.ts';
import type { Stretch } from './timeline.ts';

/** Of the definitions: when they change, reports are made again. */
export const REPORT_VERSION = 1;

const HOUR_MS = 3_600_000;

/** Names of things, and of which department a matter is. */
export type Names = Pick<
  HallConfig,
  'id' | 'name' | 'timeZone' | 'queues' | 'windows' | 'departments' | 'matters'
>;

/** How the figures are grouped (R46), and what a thing counts for in each grouping. */
const GROUPINGS = {
  departments: { issues: true, opens: false },
  queues: { issues: true, opens: false },
  windows: { issues: false, opens: true },
  clerks: { issues: false, opens: true },
  hours: { issues: true, opens: true },
} as const satisfies Record<string, Meaning>;
type Grouping = keyof typeof GROUPINGS;

/** Which row of each grouping something belongs to; absent where it belongs to none, as an idle window to no queue. */
type Rows = Partial<Record<Grouping, string | null>>;

/** @param day of the log: its name, its first instant and the hash it closed with. */
export function dayReport(
  names: Names,
  day: { day: string; startsAt: number; lastHash: string },
  facts: DayFacts,
): DayReport {
  const table = new Table();
  const departmentOf = departments(names);
  const hourOf = (at: number): string => String(Math.floor((at - day.startsAt) / HOUR_MS)).padStart(2, '0');
  const rowsOf = (place: Place): Rows => ({
    departments: departmentOf(place),
    queues: place.queue,
    hours: hourOf(place.at),
  });
  const allRowsOf = (place: Place): Rows => ({
    ...rowsOf(place),
    windows: place.window,
    clerks: place.clerk,
  });
  for (const place of facts.issued) for (const sums of table.rows(rowsOf(place))) sums.issued++;
  for (const wait of facts.waits) for (const sums of table.rows(allRowsOf(wait))) sums.waits.push(wait.ms);
  for (const walk of facts.walks) for (const sums of table.rows(allRowsOf(walk))) sums.walks.push(walk.ms);
  for (const visit of facts.visits)
    for (const sums of table.rows(allRowsOf(visit))) {
      sums.called++;
      if (visit.missed) sums.missed++;
    }
  for (const service of facts.services)
    for (const sums of table.rows(allRowsOf(service))) {
      sums.services.push(service.ms);
      sums.served++;
      if (service.onTarget) sums.onTarget++;
    }
  for (const stretch of facts.stretches.flatMap((each) => byHour(each, day.startsAt))) {
    const { window, clerk, ticket, status, from, until } = stretch;
    const ofTicket =
      ticket === null || status !== 'serving'
        ? {}
        : { departments: departmentOf(ticket), queues: ticket.queue };
    const rows = table.rows({ ...ofTicket, windows: window, clerks: clerk, hours: hourOf(from) });
    for (const sums of rows) sums.addStretch(status, until - from);
  }
  const { id: hall, name: hallName, timeZone } = names;
  return {
    ...{ version: REPORT_VERSION, hall, hallName, day: day.day, timeZone, lastHash: day.lastHash },
    total: table.total.figures({ issues: true, opens: true }),
    departments: table.named('departments', named(names.departments)),
    queues: table.named('queues', named(names.queues)),
    windows: table.named('windows', numbered(names.windows)),
    clerks: table.named('clerks', []),
    hours: table.named('hours', []).map((row) => ({ ...row, id: clockHour(row.id, day.startsAt, timeZone) })),
  };
}

class Table {
  readonly total = new Sums();
  #groups = new Map<Grouping, Map<string | null, Sums>>();

  /** What something has to be added to, the total among them. */
  rows(rows: Rows): Sums[] {
    const found = Object.entries(rows).map(([grouping, id]) => {
      const group = this.#groups.get(grouping as Grouping) ?? new Map<string | null, Sums>();
      this.#groups.set(grouping as Grouping, group);
      const sums = group.get(id) ?? new Sums();
      group.set(id, sums);
      return sums;
    });
    return [this.total, ...found];
  }

  /** Those there is anything of, in the order of the hall's file; what is not in it follows by its id, nobody's last. */
  named(grouping: Grouping, known: readonly [id: string, name: LocalText][]): FiguresRow[] {
    const group = this.#groups.get(grouping) ?? new Map<string | null, Sums>();
    const names = new Map(known);
    const others = [...group.keys()].filter((id) => id !== null && !names.has(id)).sort();
    return [...names.keys(), ...others, null].flatMap((id) => {
      const sums = group.get(id);
      if (sums === undefined) return [];
      const name = (id === null ? undefined : names.get(id)) ?? null;
      return [{ id, name, figures: sums.figures(GROUPINGS[grouping]) }];
    });
  }
}

/** That of its matter; of a ticket without one its queue's, where all matters of the queue are of one. */
function departments({ matters }: Names): (place: { queue: string; matter: string | null }) => string | null {
  const ofMatter = new Map(matters.map(({ id, department }) => [id, department]));
  const ofQueue = new Map<string, string | null>();
  for (const { queue, department } of matters) {
    const other = ofQueue.get(queue);
    ofQueue.set(queue, other === undefined || other === department ? department : null);
  }
  return ({ queue, matter }) => ofMatter.get(matter ?? '') ?? ofQueue.get(queue) ?? null;
}

/** A stretch in as many parts as it touches hours. */
function byHour(stretch: Stretch, startsAt: number): Stretch[] {
  const parts: Stretch[] = [];
  for (let { from } = stretch; from < stretch.until; ) {
    const hourEnds = startsAt + (Math.floor((from - startsAt) / HOUR_MS) + 1) * HOUR_MS;
    const until = Math.min(hourEnds, stretch.until);
    parts.push({ ...stretch, from, until });
    from = until;
  }
  return parts;
}

/** `09:00`: what the hall's clock said when that hour of the day began. */
function clockHour(hour: string | null, startsAt: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return format.format(startsAt + Number(hour) * HOUR_MS);
}

function named(list: readonly { id: string; name: LocalText }[]): [string, LocalText][] {
  return list.map(({ id, name }) => [id, name]);
}

function numbered(windows: Names['windows']): [string, LocalText][] {
  return windows.map(({ id, number }) => [id, { 'zh-CN': `${number}号窗口`, en: `Window ${number}` }]);
}
