/** What the calendar says of a day, as plain data: whoever makes it knows the calendar, the forecast does not. */
export interface DayFeatures {
  /** YYYY-MM-DD. */
  day: string;
  /** 0 is Monday, 6 Sunday; a 调休 working Saturday stays one, and is marked. */
  weekday: number;
  /** False of a day on which nobody is expected. */
  open: boolean;
  /**
   * What moves the whole hall (a 调休 day, the day before or after a holiday), each with its strength,
   * 0 … 1: how each acts is learned for the hall, and for a queue only where it differs.
   */
  marks: Readonly<Record<string, number>>;
  /** What moves some queues (enrolment, a deadline drawing near), likewise; learned by each queue alone. */
  events: Readonly<Record<string, number>>;
}
