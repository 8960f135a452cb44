import type { HallConfig } from '../../common/contract/config.ts';
import { DayReport } from '../../common/contract/report.ts';
import { dayReport, REPORT_VERSION } from '../figures/day-report.ts';
import { FactsReader } from '../figures/facts.ts';
import type { Draft } from '../hall/events.ts';
import type { Job, LogDay, LogReader, Shelf, Worker } from '../ports.ts';

/** The kind of the jobs that make reports. */
const REPORT = 'report';
/** Who asks later has it made then. */
const REPORT_USEFUL_MS = 10 * 60_000;
/** Of one hall, the latest; older ones are made again when they are asked for. */
const KEPT_REPORTS = 92;
const PREFIX = 'report.';

/** Whose reports, and what they are made of. */
export interface Reported {
  config: HallConfig;
  log: LogReader;
}

/** The figures of days that are over: made from the log, kept on the shelf, and made again when they are not there. */
export class Reports {
  /** The one being made: one after the other, as a day of a large hall takes a second of reading. */
  #last: Promise<unknown> = Promise.resolve();
  #making = new Map<string, Promise<DayReport>>();

  constructor(private readonly shelf: Shelf) {}

  /** The days there can be a report of, the latest first. */
  async days({ log }: Reported): Promise<string[]> {
    const days = await log.days();
    return days
      .slice(0, -1)
      .map(({ day }) => day)
      .reverse();
  }

  /** Null when the log has no such day, or it is not over. @throws JournalBroken */
  async of(hall: Reported, day: string): Promise<DayReport | null> {
    const days = await hall.log.days();
    const index = days.findIndex((each) => each.day === day);
    const [found, next] = [days[index], days[index + 1]];
    if (found === undefined || next === undefined) return null;
    return (await this.#kept(hall, day, next.previousHash)) ?? this.#made(hall, found, next);
  }

  /** What is kept of another log, or by other definitions, is not the report. */
  async #kept({ config: { id } }: Reported, day: string, lastHash: string): Promise<DayReport | null> {
    const text = await this.shelf.get(id, PREFIX + day);
    if (text === null) return null;
    const kept = JSON.parse(text) as Partial<DayReport>;
    if (kept.version !== REPORT_VERSION || kept.lastHash !== lastHash) return null;
    return DayReport.parse(kept);
  }

  /** Several who ask at once wait for the same. */
  #made(hall: Reported, day: LogDay, next: LogDay): Promise<DayReport> {
    const key = `${hall.config.id} ${day.day}`;
    const known = this.#making.get(key);
    if (known !== undefined) return known;
    const making = this.#last.then(() => this.#make(hall, day, next)).finally(() => this.#making.delete(key));
    this.#last = making.catch(() => undefined);
    this.#making.set(key, making);
    return making;
  }

  async #make({ config, log }: Reported, { day, seq }: LogDay, next: LogDay): Promise<DayReport> {
    const reader = new FactsReader();
    let startsAt = 0;
    for await (const page of log.read(seq)) {
      const events = page.filter((event) => event.seq < next.seq);
      for (const event of events) {
        if (event.type === 'DayOpened') startsAt = event.startsAt;
        reader.read(event);
      }
      if (events.length < page.length) break;
    }
    const report = dayReport(config, { day, startsAt, lastHash: next.previousHash }, reader.facts());
    await this.#keep(config.id, day, report);
    return report;
  }

  async #keep(hall: string, day: string, report: DayReport): Promise<void> {
    await this.shelf.put(hall, PREFIX + day, JSON.stringify(report));
    const names = await this.shelf.names(hall, PREFIX);
    for (const name of names.slice(0, -KEPT_REPORTS)) await this.shelf.remove(hall, name);
  }
}

/** The job of making a day's report when it is over; null for every other event, and for what is past. */
export function reportJob(
  hall: string,
  { speed, now }: { speed: number; now: number },
  event: Draft,
): Job | null {
  const usefulUntil = event.at + REPORT_USEFUL_MS * speed;
  if (event.type !== 'DayClosed' || usefulUntil < now) return null;
  const { day } = event;
  return { id: `${hall}.report.${day}`, kind: REPORT, hall, usefulUntil, data: { day } };
}

/** Makes the reports of all halls, one after the other: nobody waits for them. */
export function reportWorker(reports: Reports, halls: ReadonlyMap<string, Reported>): Worker {
  return {
    kind: REPORT,
    async run({ hall: id, data: { day } }) {
      const hall = halls.get(id);
      if (hall === undefined) throw new Error(`there is no hall ${id} here`);
      const report = await reports.of(hall, String(day));
      // The next day may not have begun yet.
      if (report === null) throw new Error(`${day} of ${id} is not over`);
    },
  };
}
