import * as z from 'zod';
import { ClockTime, DayOfHall, Hours, Weekday } from './hours.ts';
import { MAX_ASSIGNMENTS } from './limits.ts';
import { Id } from './text.ts';

/**
 * The duty roster 排班: when each window's clerk is there. It decides no order, so it stays out of the log; what
 * is expected and advised goes by it. A window it does not name is taken to be there while it is open.
 */

/** Named maxima of a roster: every window of the largest hall, and a year's absences. */
export const ROSTER_LIMITS = { windows: MAX_ASSIGNMENTS, shiftsPerWindow: 21, absences: 5000 } as const;

/** Half of the windows goes to lunch while the other half serves. */
export const LunchHalf = z.enum(['A', 'B']);

const Shift = z.strictObject({
  days: z.array(Weekday).min(1).max(7).default(['mon', 'tue', 'wed', 'thu', 'fri']),
  ...Hours.shape,
});

const Shifts = z.array(Shift).max(ROSTER_LIMITS.shiftsPerWindow).default([]);

const WindowShifts = z.strictObject({
  window: Id,
  shifts: Shifts,
  /** When a clerk could be had to open it besides, lunch and absences left out as of shifts. */
  standby: Shifts,
  /** No lunch when absent. */
  lunch: LunchHalf.optional(),
});

/** A window without a clerk on one day, all of it where no times are named. */
const Absence = z.strictObject({
  window: Id,
  day: DayOfHall,
  from: ClockTime.default('00:00'),
  until: ClockTime.default('24:00'),
});

export const Roster = z.strictObject({
  /** When each half is away. */
  lunch: z.strictObject({ A: Hours.optional(), B: Hours.optional() }).prefault({}),
  windows: z.array(WindowShifts).min(1).max(ROSTER_LIMITS.windows),
  absences: z.array(Absence).max(ROSTER_LIMITS.absences).default([]),
});
export type Roster = z.infer<typeof Roster>;

type Complain = (path: (string | number)[], message: string) => void;

/** What a roster's own shape can not say. @param windows the ids of the hall's windows. */
export function checkRoster(roster: Roster, windows: ReadonlySet<string>, complain: Complain): void {
  const named = new Set<string>();
  for (const [index, { window, shifts, standby, lunch }] of roster.windows.entries()) {
    const path = ['roster', 'windows', index];
    if (!windows.has(window)) complain([...path, 'window'], `there is no window ${JSON.stringify(window)}`);
    if (named.has(window)) complain([...path, 'window'], `${JSON.stringify(window)} is named twice`);
    named.add(window);
    if (lunch !== undefined && roster.lunch[lunch] === undefined)
      complain([...path, 'lunch'], `roster.lunch does not say when half ${lunch} is away`);
    if (shifts.length + standby.length === 0) complain(path, 'has neither shifts nor standby');
    checkShifts(shifts, [], (rest, message) => complain([...path, 'shifts', ...rest], message));
    checkShifts(standby, shifts, (rest, message) => complain([...path, 'standby', ...rest], message));
  }
  for (const [index, { window, from, until }] of roster.absences.entries()) {
    const path = ['roster', 'absences', index];
    if (!windows.has(window)) complain([...path, 'window'], `there is no window ${JSON.stringify(window)}`);
    if (from >= until) complain([...path, 'until'], 'must be later than from');
  }
}

type ShiftShape = z.infer<typeof Shift>;

function checkShifts(
  shifts: readonly ShiftShape[],
  besides: readonly ShiftShape[],
  complain: Complain,
): void {
  for (const [at, shift] of shifts.entries()) {
    if (shift.from >= shift.until) complain([at, 'until'], 'must be later than from');
    const others = [...besides, ...shifts.slice(0, at)];
    if (others.some((other) => overlap(shift, other)))
      complain([at], 'overlaps an earlier shift of this window');
  }
}

function overlap(one: ShiftShape, other: ShiftShape): boolean {
  return one.days.some((day) => other.days.includes(day)) && one.from < other.until && other.from < one.until;
}
