import type { BalanceSetup, Simulate } from '../../../common/contract/balance.ts';
import type { Assignment } from '../../../common/contract/commands.ts';
import type { WindowView } from '../../../common/contract/views.ts';
import { clockTime } from '../../../common/ui/format.ts';

const MINUTE_MS = 60_000;

/** Hours by the hall's clock, “09:00”; null: shut for the rest of the day. */
export type Hours = { from: string; until: string } | null;

/** What the manager has changed and not applied; what is not in here stays as it is. */
export interface Sheet {
  queues: ReadonlyMap<string, readonly string[]>;
  hours: ReadonlyMap<string, Hours>;
  /** Minutes by queue. */
  targets: ReadonlyMap<string, number>;
}

export const EMPTY_SHEET: Sheet = { queues: new Map(), hours: new Map(), targets: new Map() };

type Windows = Readonly<Record<string, Pick<WindowView, 'queues'>>>;

/** What a window serves on the sheet, its primary queue first. */
export function queuesOn(sheet: Sheet, windows: Windows, window: string): readonly string[] {
  return sheet.queues.get(window) ?? windows[window]?.queues ?? [];
}

/**
 * The queue given to every one of the windows or, where all have it, taken from them; a window keeps its
 * last queue. What equals the present is no change.
 */
export function queueToggled(sheet: Sheet, windows: Windows, ids: readonly string[], queue: string): Sheet {
  const isWithAll = ids.every((id) => queuesOn(sheet, windows, id).includes(queue));
  const queues = new Map(sheet.queues);
  for (const id of ids) {
    const before = queuesOn(sheet, windows, id);
    const without = before.filter((each) => each !== queue);
    const after = !isWithAll && !before.includes(queue) ? [...before, queue] : isWithAll ? without : before;
    if (after.length === 0) continue;
    if (isSame(after, windows[id]?.queues ?? [])) queues.delete(id);
    else queues.set(id, after);
  }
  return { ...sheet, queues };
}

/** Other hours for the windows; undefined: as they are. */
export function hoursSet(sheet: Sheet, ids: readonly string[], hours: Hours | undefined): Sheet {
  const all = new Map(sheet.hours);
  for (const id of ids) {
    if (hours === undefined) all.delete(id);
    else all.set(id, hours);
  }
  return { ...sheet, hours: all };
}

/** Another target for a queue; the present one is no change. Minutes. */
export function targetSet(sheet: Sheet, queue: string, minutes: number, present: number): Sheet {
  const targets = new Map(sheet.targets);
  if (minutes === present || !(minutes >= 0 && minutes <= 1440)) targets.delete(queue);
  else targets.set(queue, minutes);
  return { ...sheet, targets };
}

/** The windows as they are again. */
export function windowsReset(sheet: Sheet, ids: readonly string[]): Sheet {
  const queues = new Map(sheet.queues);
  const hours = new Map(sheet.hours);
  for (const id of ids) {
    queues.delete(id);
    hours.delete(id);
  }
  return { ...sheet, queues, hours };
}

/** The windows that are changed, and how many changes there are with the targets. */
export function changedWindows({ queues, hours }: Sheet): Set<string> {
  return new Set([...queues.keys(), ...hours.keys()]);
}

export function changesCount(sheet: Sheet): number {
  return changedWindows(sheet).size + sheet.targets.size;
}

/** What the server is asked to simulate. @param now the server's time, milliseconds. */
export function simulateOf(sheet: Sheet, now: number, timeZone: string): Omit<Simulate, 'desk'> {
  return {
    windows: [...changedWindows(sheet)].map((window) => {
      const queues = sheet.queues.get(window);
      const hours = sheet.hours.get(window);
      return {
        window,
        ...(queues === undefined ? {} : { queues: [...queues] }),
        ...(hours === undefined ? {} : { open: hours === null ? [] : spansOf(hours, now, timeZone) }),
      };
    }),
    targets: Object.fromEntries(sheet.targets),
  };
}

/** The part of the sheet that a manager may apply: other queues until the day's end. */
export function assignmentsOf({ queues }: Sheet): Assignment[] {
  return [...queues].map(([window, served]) => ({ window, queues: [...served] }));
}

/** Windows given what their clerks are not qualified for, by their numbers: a sheet that can not be applied. */
export function unqualifiedOn({ queues }: Sheet, { windows }: BalanceSetup): number[] {
  return windows
    .filter(({ id, qualified, queues: own }) =>
      (queues.get(id) ?? []).some((queue) => !qualified.includes(queue) && !own.includes(queue)),
    )
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

/** A time of today by the hall's clock. */
export function instantAt(time: string, now: number, timeZone: string): number {
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return minute + (minutesOf(time) - minutesOf(clockTime(now, timeZone))) * MINUTE_MS;
}

function spansOf({ from, until }: NonNullable<Hours>, now: number, timeZone: string) {
  const span = { from: instantAt(from, now, timeZone), until: instantAt(until, now, timeZone) };
  return span.from < span.until ? [span] : [];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
