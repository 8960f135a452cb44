import * as z from 'zod';
import { Id, LocalText } from './text.ts';

/** Named maxima of a hall's file: far above any hall seen, low enough to stop a mistake. */
export const HALL_LIMITS = {
  zones: 64,
  departments: 200,
  matters: 5000,
  queues: 200,
  windows: 500,
  categories: 32,
} as const;

const Minutes = z
  .number()
  .min(0)
  .max(24 * 60);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time of day like 09:00');
const LongText = z.string().min(1).max(2000);

/** Issuing hours in the hall's time zone; a queue without any issues all day. */
const Hours = z
  .strictObject({ from: ClockTime, until: ClockTime })
  .refine((hours) => hours.from < hours.until, { path: ['until'], message: 'must be later than from' });

export const Zone = z.strictObject({ id: Id, name: LocalText });
export const Department = z.strictObject({ id: Id, name: LocalText, zone: Id });

export const Queue = z.strictObject({
  id: Id,
  /** Letters before the digits of a ticket's number: A012. */
  prefix: z.string().regex(/^[A-Z]{1,2}$/, 'expected one or two capital letters'),
  name: LocalText,
  zone: Id,
  /** The hall's promise for this queue; minutes from arrival to the due instant. */
  targetMinutes: Minutes.optional(),
  /** Expected mean service time until the hall has learned its own; minutes. */
  meanServiceMinutes: z.number().positive().max(480),
  hours: z.array(Hours).max(6).optional(),
});

export const Window = z.strictObject({
  id: Id,
  number: z.number().int().positive().max(9999),
  zone: Id,
  /** What the window is able to serve; the first is its primary queue. */
  queues: z.array(Id).min(1).max(HALL_LIMITS.queues),
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

/** What decides an order, and so goes into the log: everything of a hall but its catalogue. */
export const Setup = z.strictObject({
  id: Id.max(24),
  name: LocalText,
  timeZone: z.string().refine(isTimeZone, 'unknown time zone').default('Asia/Shanghai'),
  zones: z.array(Zone).min(1).max(HALL_LIMITS.zones),
  queues: z.array(Queue).min(1).max(HALL_LIMITS.queues),
  windows: z.array(Window).min(1).max(HALL_LIMITS.windows),
  categories: z.array(Category).max(HALL_LIMITS.categories).default([]),
  rule: Rule.default({ thetaMinutes: 5, targetMinutes: 20 }),
});

/** A hall's own file. */
export const HallConfig = z
  .strictObject({
    ...Setup.shape,
    notices: z.array(LocalText).max(20).default([]),
    departments: z.array(Department).max(HALL_LIMITS.departments).default([]),
    matters: z.array(Matter).max(HALL_LIMITS.matters).default([]),
  })
  .superRefine(checkReferences);

export type Setup = z.infer<typeof Setup>;
export type Zone = z.infer<typeof Zone>;
export type Department = z.infer<typeof Department>;
export type Queue = z.infer<typeof Queue>;
export type Window = z.infer<typeof Window>;
export type Category = z.infer<typeof Category>;
export type Rule = z.infer<typeof Rule>;
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
    for (const [at, queue] of window.queues.entries()) {
      known(queues, 'queue', queue, ['windows', index, 'queues', at], complain);
    }
  });
  hall.matters.forEach((matter, index) => {
    known(queues, 'queue', matter.queue, ['matters', index, 'queue'], complain);
    known(departments, 'department', matter.department, ['matters', index, 'department'], complain);
  });
}

interface HallConfigShape extends Setup {
  departments: Department[];
  matters: Matter[];
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
