import * as z from 'zod';
import { CALENDAR_LIMITS, checkCalendar, HallCalendar } from './calendar.ts';
import { ClockTime, DayOfHall, Hours } from './hours.ts';
import { MAX_ASSIGNMENTS, MAX_QUEUES } from './limits.ts';
import { checkRoster, Roster } from './roster.ts';
import { Id, LocalText } from './text.ts';

/** Named maxima of a hall's file: far above any hall seen, low enough to stop a mistake. */
export const HALL_LIMITS = {
  zones: 64,
  departments: 200,
  matters: 5000,
  queues: MAX_QUEUES,
  windows: MAX_ASSIGNMENTS,
  categories: 32,
} as const;

const Minutes = z
  .number()
  .min(0)
  .max(24 * 60);
const LongText = z.string().min(1).max(2000);

export const Zone = z.strictObject({ id: Id, name: LocalText });
export const Department = z.strictObject({ id: Id, name: LocalText, zone: Id });

/** How many tickets a queue issues; walk-ins and checked-in bookings together. */
const Quota = z.strictObject({
  perDay: z.number().int().positive().max(100_000).optional(),
  /** Of each stretch of the day this long. */
  perSlot: z
    .strictObject({
      minutes: z.number().int().min(5).max(720),
      tickets: z.number().int().positive().max(10_000),
    })
    .optional(),
  /** Tickets left of the day's quota at which staff and kiosks are warned. */
  warnAt: z.number().int().min(0).optional(),
});

/** R3: whether who takes a number shows who they are; `none`: it is neither asked, nor kept if it comes. */
export const Identity = z.enum(['none', 'optional', 'required']);
export type Identity = z.infer<typeof Identity>;

const Booking = z.strictObject({
  slotMinutes: z.number().int().min(5).max(240).default(30),
  perSlot: z.number().int().positive().max(1000),
  /** First and last slot begin within these times. */
  from: ClockTime.default('09:00'),
  until: ClockTime.default('17:00'),
});

export const Queue = z
  .strictObject({
    id: Id,
    /** Letters before the digits of a ticket's number: A012. */
    prefix: z
      .string()
      .regex(/^(?!R$)[A-Z]{1,2}$/, 'expected one or two capital letters; R is for supplements'),
    name: LocalText,
    zone: Id,
    /** The hall's promise for this queue; minutes from arrival to the due instant. */
    targetMinutes: Minutes.optional(),
    /** Expected mean service time until the hall has learned its own; minutes. */
    meanServiceMinutes: z.number().positive().max(480),
    /** When it issues; all day when absent. */
    hours: z.array(Hours).max(6).optional(),
    /** Shorter promises of this queue, by category; a category's own target otherwise. Minutes. */
    targets: z.record(Id, Minutes).optional(),
    quota: Quota.optional(),
    /** Slots that may be booked; none when absent. Walk-in stays possible. */
    booking: Booking.optional(),
    /** Optional when absent. */
    identity: Identity.optional(),
    /** People ahead at which phones are told to come near; SOON_AHEAD when absent. */
    soonAhead: z.number().int().min(1).max(20).optional(),
  })
  .refine(({ booking, identity }) => booking === undefined || identity !== 'none', {
    path: ['identity'],
    message: 'a queue that can be booked has to know who books',
  });

/** clerk 窗口人员, lead 值班长, manager 大厅管理员: only the last two may act out of turn, with a reason. */
export const Role = z.enum(['clerk', 'lead', 'manager']);
export type Role = z.infer<typeof Role>;

export const Window = z.strictObject({
  id: Id,
  number: z.number().int().positive().max(9999),
  zone: Id,
  /** What the window is able to serve; the first is its primary queue. */
  queues: z.array(Id).min(1).max(HALL_LIMITS.queues),
  /** What its clerk could serve besides, when it is assigned; its own queues only when absent. */
  qualified: z.array(Id).max(HALL_LIMITS.queues).optional(),
  /** What its clerk may do beyond calling in turn, until staff have accounts of their own. */
  role: Role.default('clerk'),
});

/** A group with statutory priority; its ground is recorded, its target shorter, never absolute. */
export const Category = z.strictObject({
  id: Id,
  name: LocalText,
  targetMinutes: Minutes,
  ground: LocalText,
});

export const Rule = z.strictObject({
  /** θ: how much earlier than another's a ticket of the window's primary queue counts; minutes. */
  thetaMinutes: Minutes.default(5),
  /** The hall's promise where a queue names none; minutes. */
  targetMinutes: Minutes.default(20),
  /** Calls before a ticket may be marked missed, the first included. */
  callsBeforeMiss: z.number().int().min(1).max(10).default(3),
  /** A called ticket whose service has not started is missed by itself after this; off when null. */
  autoMissMinutes: Minutes.nullable().default(null),
  maxRecalls: z.number().int().min(0).max(50).default(5),
  recallPauseSeconds: z.number().min(0).max(300).default(5),
  maxReturns: z.number().int().min(0).max(10).default(2),
  /** A ticket that comes back after being missed is due this much after its return at the earliest. */
  returnDelayMinutes: Minutes.default(5),
  /** Share of an hour's calls that shortened targets may take; at it, their full target counts. */
  shortenedShare: z.number().min(0).max(1).default(0.5),
  undoSeconds: z.number().min(0).max(600).default(60),
  /** A window that is free calls by itself. */
  automatic: z.boolean().default(false),
  /** A night hall keeps who still waits when the day changes. */
  keepOver: z.boolean().default(false),
  supplementWorkingDays: z.number().int().min(1).max(60).default(3),
});

/** The hall's rules for bookings (R38). */
export const Bookings = z.strictObject({
  horizonWorkingDays: z.number().int().min(1).max(60).default(5),
  cancelUntilMinutes: Minutes.default(120),
  perPersonAndDay: z.number().int().min(1).max(20).default(1),
  noShowsToBlock: z.number().int().min(1).max(20).default(2),
  blockDays: z.number().int().min(1).max(365).default(30),
  /** N: a booking checked in within its slot ± this keeps its place; later it is a walk-in. */
  checkInMinutes: Minutes.default(15),
  /** dueAt = slot + this. */
  dueAfterMinutes: Minutes.default(5),
  /** Working days for which nothing is booked; those on which the hall's calendar has it shut are among them. */
  closed: z.array(DayOfHall).max(CALENDAR_LIMITS.days).optional(),
});

export const Paper = z.strictObject({
  name: z.string().min(1).max(120),
  /** 原件, 复印件 2 份, 电子证照 … */
  form: z.string().min(1).max(60),
  required: z.boolean().default(true),
});

export const Matter = z.strictObject({
  id: Id,
  /** 实施编码: 31 letters and digits (R52). */
  code: z.string().regex(/^[0-9A-Z]{31}$/, 'expected 31 digits or capital letters'),
  name: LocalText,
  department: Id,
  queue: Id,
  papers: z.array(Paper).max(30),
  /** Working days the department promises; 0 is done at the window. */
  promisedWorkingDays: z.number().int().min(0).max(365),
  questions: z.array(z.strictObject({ question: LongText, answer: LongText })).max(20),
});

/** What decides an order, and so goes into the log: everything of a hall but its catalogue, roster and calendar. */
export const Setup = z.strictObject({
  id: Id.max(24),
  name: LocalText,
  timeZone: z.string().refine(isTimeZone, 'unknown time zone').default('Asia/Shanghai'),
  zones: z.array(Zone).min(1).max(HALL_LIMITS.zones),
  queues: z.array(Queue).min(1).max(HALL_LIMITS.queues),
  windows: z.array(Window).min(1).max(HALL_LIMITS.windows),
  categories: z.array(Category).max(HALL_LIMITS.categories).default([]),
  rule: Rule.prefault({}),
  bookings: Bookings.prefault({}),
});

/** A hall's own file. */
export const HallConfig = z
  .strictObject({
    ...Setup.shape,
    notices: z.array(LocalText).max(20).default([]),
    departments: z.array(Department).max(HALL_LIMITS.departments).default([]),
    matters: z.array(Matter).max(HALL_LIMITS.matters).default([]),
    /** When windows are staffed; while they are open, when absent. */
    roster: Roster.optional(),
    /** Working days and public holidays alone, when absent. */
    calendar: HallCalendar.optional(),
  })
  .superRefine(checkReferences);

export type Setup = z.infer<typeof Setup>;
export type Zone = z.infer<typeof Zone>;
export type Department = z.infer<typeof Department>;
export type Queue = z.infer<typeof Queue>;
export type Window = z.infer<typeof Window>;
export type Category = z.infer<typeof Category>;
export type Rule = z.infer<typeof Rule>;
export type Bookings = z.infer<typeof Bookings>;
export type Paper = z.infer<typeof Paper>;
export type Matter = z.infer<typeof Matter>;
export type HallConfig = z.infer<typeof HallConfig>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

type Path = (string | number)[];
type Complain = (path: Path, message: string) => void;

function checkReferences(hall: HallConfigShape, context: z.RefinementCtx): void {
  const complain: Complain = (path, message) => context.addIssue({ code: 'custom', path, message });
  for (const list of ['zones', 'departments', 'queues', 'windows', 'categories', 'matters'] as const) {
    unique(
      hall[list].map((each) => each.id),
      (index) => [list, index, 'id'],
      complain,
    );
  }
  unique(
    hall.queues.map((queue) => queue.prefix),
    (index) => ['queues', index, 'prefix'],
    complain,
  );
  unique(
    hall.windows.map((window) => window.number),
    (index) => ['windows', index, 'number'],
    complain,
  );

  const zones = new Set(hall.zones.map((zone) => zone.id));
  const queues = new Set(hall.queues.map((queue) => queue.id));
  const departments = new Set(hall.departments.map((department) => department.id));
  for (const list of ['departments', 'queues', 'windows'] as const) {
    for (const [index, each] of hall[list].entries())
      known(zones, 'zone', each.zone, [list, index, 'zone'], complain);
  }
  hall.windows.forEach((window, index) => {
    unique(window.queues, (at) => ['windows', index, 'queues', at], complain);
    for (const list of ['queues', 'qualified'] as const) {
      for (const [at, queue] of (window[list] ?? []).entries())
        known(queues, 'queue', queue, ['windows', index, list, at], complain);
    }
  });
  hall.matters.forEach((matter, index) => {
    known(queues, 'queue', matter.queue, ['matters', index, 'queue'], complain);
    known(departments, 'department', matter.department, ['matters', index, 'department'], complain);
  });
  const windows = new Set(hall.windows.map((window) => window.id));
  if (hall.roster !== undefined) checkRoster(hall.roster, windows, complain);
  if (hall.calendar !== undefined) checkCalendar(hall.calendar, queues, complain);
}

/** What of a hall's file goes into its log. */
export function setupOf(hall: HallConfig): Setup {
  const { notices: _n, departments: _d, matters: _m, roster: _r, calendar, ...setup } = hall;
  const closed = [...(setup.bookings.closed ?? []), ...(calendar?.closed ?? [])];
  return closed.length === 0 ? setup : { ...setup, bookings: { ...setup.bookings, closed } };
}

interface HallConfigShape extends Setup {
  departments: Department[];
  matters: Matter[];
  roster?: Roster | undefined;
  calendar?: HallCalendar | undefined;
}

function unique(
  values: readonly (string | number)[],
  pathOf: (index: number) => Path,
  complain: Complain,
): void {
  const seen = new Set<string | number>();
  values.forEach((value, index) => {
    if (seen.has(value)) complain(pathOf(index), `${JSON.stringify(value)} is used twice`);
    seen.add(value);
  });
}

function known(ids: ReadonlySet<string>, noun: string, id: string, path: Path, complain: Complain): void {
  if (!ids.has(id)) complain(path, `there is no ${noun} ${JSON.stringify(id)}`);
}
