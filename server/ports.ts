import type { Draft, Recorded } from './hall/events.ts';

/** What the core asks of the world. Types, and what tells them apart; adapters are chosen in main.ts. */

/** The end of a log. */
export interface Head {
  /** 0 before the first event. */
  seq: number;
  hash: string;
  /** Seq of the last DayOpened, where a replay starts; 0 before the first. */
  daySeq: number;
}

/** Where a day begins in the log. */
export interface LogDay {
  /** YYYY-MM-DD. */
  day: string;
  /** Seq of its DayOpened. */
  seq: number;
  /** Hash of the event before it: the one the day before closed with; 64 zeros on the first day. */
  previousHash: string;
}

/** One hall's append-only stream. What `append` has answered survives a power failure. */
export interface Journal {
  /**
   * Appends drafts whose seqs follow `expectedSeq`, all or none, and seals them into the chain. Without
   * drafts, tells whether the log ends there.
   * @returns the hash the log now ends with.
   * @throws JournalConflict when the log does not end there: catch up and decide again.
   */
  append(expectedSeq: number, drafts: readonly Draft[]): Promise<string>;
  /**
   * The events from a seq on, in order, in bounded pages.
   * @throws JournalBroken at the first event that is missing, out of order or not what was sealed.
   */
  read(fromSeq: number): AsyncIterable<Recorded[]>;
  last(): Promise<Head>;
  /** Every day there is, oldest first. */
  days(): Promise<LogDay[]>;
  close(): Promise<void>;
}

/** Where a log ends, or a reader of it stands. */
export type Place = Pick<Head, 'seq' | 'hash'>;

/** A log that other programs append to as well. */
export interface SharedJournal extends Journal {
  /** @param passTurn lets the next who waits have the turn with it, and waits again behind the others. */
  append(expectedSeq: number, drafts: readonly Draft[], passTurn?: boolean): Promise<string>;
  /**
   * Tells where the log ends, soon after somebody else has moved it and from time to time; null when that
   * can not be told any more.
   */
  watch(listener: (end: Place | null) => void): () => void;
  /**
   * The events after a place, in order, in bounded pages: as far as this seq at least, should the log go so far.
   * @throws JournalReplaced when the log does not go through that place any more.
   */
  follow(place: Place, upTo: number): AsyncIterable<Recorded[]>;
  /**
   * The same while this program waits for its turn to append, and to the end of the log when it has come. Who has
   * it passes it on before. Turns are a courtesy among those who keep losing races to each other, so that none
   * starves: nothing rests on them.
   */
  awaitTurn(place: Place): AsyncIterable<Recorded[]>;
  /** Lets the next who waits have the turn, if this program has it. */
  endTurn(): void;
}

export function isShared(journal: Journal): journal is SharedJournal {
  return 'watch' in journal;
}

/** A log to be read, by whoever shows or exports it. */
export type LogReader = Pick<Journal, 'read' | 'last' | 'days'>;

export class JournalConflict extends Error {
  constructor(
    readonly expectedSeq: number,
    readonly actualSeq: number,
  ) {
    super(`expected the log to end at ${expectedSeq}, it ends at ${actualSeq}`);
  }
}

/** The log has another past than it had: what was never acknowledged may be gone after a failover. */
export class JournalReplaced extends Error {}

/** The log is torn or has been tampered with; `seq` is the first event that is not as sealed. */
export class JournalBroken extends Error {
  constructor(
    readonly seq: number,
    reason: string,
  ) {
    super(`the log is broken at event ${seq}: ${reason}`);
  }
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Hall milliseconds per real millisecond: 1, more in a demonstration. */
  readonly speed: number;
}

/** What the vault holds under one key: sealed before it gets there, so that no vault can read it. */
export interface SealedRecord {
  /** Keyed hashes of whom it is about, under which all of a person is found; none when nobody said. */
  persons: readonly string[];
  /** Milliseconds since the epoch; what is older than the hall's retention is deleted. */
  at: number;
  sealed: Uint8Array;
}

/** One hall's personal data. What `put` has answered survives a power failure; what is deleted is gone. */
export interface Vault {
  /** @returns false when there is a record under this key already: it stays as it is. */
  put(key: string, record: SealedRecord): Promise<boolean>;
  get(key: string): Promise<SealedRecord | null>;
  /** @returns whether there was one. */
  delete(key: string): Promise<boolean>;
  /** @returns how many records were this person's. */
  deletePerson(person: string): Promise<number>;
  /** @returns how many records were older than this instant. */
  deleteBefore(at: number): Promise<number>;
  /** Every record, in pages, in no order; one that is put or deleted meanwhile may be among them or not. */
  entries(): AsyncIterable<[key: string, record: SealedRecord][]>;
  close(): Promise<void>;
}

/** Something to be done outside the hall because of an event: printed, archived. Plain data, as JSON has it. */
export interface Job {
  /** `<hall>.<what>`: the same however often, and by however many machines, the event is read. */
  id: string;
  /** What is to be done: `print`. Whoever registered for the kind does it. */
  kind: string;
  hall: string;
  /** Trying again after this is of no use to anybody; milliseconds since the epoch. */
  usefulUntil: number;
  /** What the worker needs and can not derive; never personal data, never a secret. */
  data: Readonly<Record<string, unknown>>;
}

/** Who does the jobs of one kind. Jobs of one line are done in the order they came, one after the other. */
export interface Worker {
  kind: string;
  /** Makes a line of this hall's jobs alone, so that they are not held up by another hall's. */
  hall?: string;
  /** Tries come less and less often, up to this; every 5 s when absent. */
  longestRetryMs?: number;
  /**
   * So many jobs of the line may be done at once, in any order; one after the other when absent. One that has
   * failed lets the reader move on: it is tried again, but not after a crash.
   */
  abreast?: number;
  /**
   * No more tries than so many in any minute, on all machines together; the jobs behind wait in their order.
   * As many as there are when absent.
   */
  perMinute?: number;
  /** Does a job; it may come more than once. What it throws is tried again. */
  run(job: Job): Promise<void>;
}

/** A line of jobs, as its operators see it. */
export interface LineState {
  kind: string;
  /** Null when the jobs of all halls stand in it. */
  hall: string | null;
  waiting: number;
  /** Being done, between two tries included. */
  active: number;
  /** Of the active ones: those that have failed before. */
  retrying: number;
  dead: number;
}

/** A job that was given up. */
export interface DeadLetter {
  id: string;
  kind: string;
  hall: string;
  at: number;
  reason: string;
}

/** Is told how jobs go in this process. */
export interface JobWatcher {
  /** @param seconds since its first try began, the waiting between tries included. */
  jobDone(kind: string, seconds: number): void;
  tryFailed(kind: string): void;
}

/** Does jobs, each until it is done or no longer of use: at least once, and in the order of its line. */
export interface Jobs {
  /** Before the start. */
  work(worker: Worker): void;
  /** From the next try on; one watcher at a time. */
  watch(watcher: JobWatcher): void;
  start(): Promise<void>;
  /** Leaves what is not done for the next start. May be started again. */
  stop(): Promise<void>;
  /**
   * Resolves when the reader may move on: the job is kept by whoever will do it, or done, or given up. An id
   * that was added before is not done again.
   * @throws JobsStopped when it must be added again after the next start.
   */
  add(job: Job): Promise<void>;
  /** @throws JobsUnavailable */
  lines(): Promise<LineState[]>;
  /** The latest first. @throws JobsUnavailable */
  deadLetters(): Promise<DeadLetter[]>;
  /**
   * Has jobs that were given up done after all, one or all of a hall, whatever the hour.
   * @returns how many
   * @throws JobsUnavailable
   */
  again(hall: string, letter?: Pick<DeadLetter, 'kind' | 'id'>): Promise<number>;
}

export class JobsStopped extends Error {
  constructor() {
    super('jobs are not being done now');
  }
}

/** The jobs can not be asked about now. */
export class JobsUnavailable extends Error {}

/** Where a hall's days are kept once they are over: each one file of server/hall/day-file.ts, gzipped. */
export interface DayStore {
  /** Keeps a day's file; one that is kept already is replaced by it, whole. */
  put(hall: string, day: string, file: Uint8Array): Promise<void>;
  /** Null when that day is not kept. */
  get(hall: string, day: string): Promise<Uint8Array | null>;
  /** Every day kept, YYYY-MM-DD, oldest first. */
  days(hall: string): Promise<string[]>;
}

/**
 * Whole texts under names that a hall's log can make again: reports, forecasts. Losing one costs its making.
 * Names are words of a–z and 0–9 with single dots or dashes between them, 64 letters at the most.
 */
export interface Shelf {
  /**
   * Keeps a text; the one of that name is replaced by it, whole.
   * @throws ShelfRefused when it is too long, its name is none, or the hall has too many
   */
  put(hall: string, name: string, text: string): Promise<void>;
  /** Null when there is none. @throws ShelfRefused */
  get(hall: string, name: string): Promise<string | null>;
  /** The names that begin so, in order; all of them for an empty beginning. @throws ShelfRefused */
  names(hall: string, prefix: string): Promise<string[]>;
  /** Does nothing when there is none. @throws ShelfRefused */
  remove(hall: string, name: string): Promise<void>;
}

/** It can not be on a shelf; the message says why. */
export class ShelfRefused extends Error {}
