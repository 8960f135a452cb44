/** Something to be done outside the hall because of an event: printed, sent, archived. */
export interface Job {
  /** The same however often the event is read: who does it may see it twice. */
  id: string;
  /** Trying again after this is of no use to anybody; milliseconds since the epoch. */
  usefulUntil: number;
  run(): Promise<void>;
}

/** A job that was given up. */
export interface DeadLetter {
  id: string;
  at: number;
  reason: string;
}

/** Does jobs in the order they come, each until it is done or no longer of use. */
export interface Jobs {
  /** Resolves when the job is done or given up: the reader may move on. */
  add(job: Job): Promise<void>;
  deadLetters(): readonly DeadLetter[];
  stop(): Promise<void>;
}
