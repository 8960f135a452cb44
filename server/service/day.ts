/** Business days: computed in the hall's time zone, whatever the machine's own is. */

export interface BusinessDay {
  /** YYYY-MM-DD. */
  day: string;
  /** The instant the day begins in the hall's time zone. */
  startsAt: number;
}

/** No time zone changes its day within a quarter of an hour counted in UTC. */
const SLOT_MS = 15 * 60_000;
const DAY_MS = 24 * 3_600_000;

/** Reads the business day of an instant; asks the time zone once a quarter of an hour, as it is slow to ask. */
export class DayReader {
  #format: Intl.DateTimeFormat;
  #slot = Number.NaN;
  #today: BusinessDay = { day: '', startsAt: 0 };

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  at(instant: number): BusinessDay {
    const slot = Math.floor(instant / SLOT_MS);
    if (slot !== this.#slot) {
      this.#slot = slot;
      this.#today = this.#read(instant);
    }
    return this.#today;
  }

  #read(instant: number): BusinessDay {
    const whole = Math.floor(instant / 1000) * 1000;
    const local = this.#wallTime(whole);
    const midnight = Math.floor(local / DAY_MS) * DAY_MS;
    // The offset may change between midnight and now (summer time): take midnight's own.
    const guess = whole - (local - midnight);
    const startsAt = guess - (this.#wallTime(guess) - midnight);
    return { day: new Date(midnight).toISOString().slice(0, 10), startsAt };
  }

  /** The wall clock's reading at an instant, as if it were UTC; whole seconds. */
  #wallTime(instant: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }
}
