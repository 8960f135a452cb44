import type { Role, Setup } from '../common/contract/config.ts';
import type { Rejection } from '../common/contract/rejections.ts';
import { Answers, isSame, type Outcome, type Request, requestOf, reused } from './answers.ts';
import { bookableDays } from './calendar.ts';
import { DayReader } from './day.ts';
import { canonical } from './hall/canonical.ts';
import { dueCommands } from './hall/clockwork.ts';
import type { HallCommand } from './hall/commands.ts';
import type { Draft, Recorded } from './hall/events.ts';
import { evolve } from './hall/evolve/evolve.ts';
import { run } from './hall/run.ts';
import { cloneHall, emptyHall, type HallState } from './hall/state.ts';
import {
  type Clock,
  isShared,
  type Journal,
  JournalConflict,
  JournalReplaced,
  type LogReader,
  type Place,
} from './ports.ts';

/** Who asks, and under which id; a retry comes under the same. */
export interface Envelope {
  commandId: string;
  by: string;
  /** What the one who asks may do beyond their turn; null for citizens and the clock. */
  role?: Role | null;
}

/** Commands that may wait for the disk; one more is refused as BUSY. */
export const MAX_PENDING_COMMANDS = 10_000;
/** A journal that has not said where it ends after this long can not be relied on. */
const READY_WITHIN_MS = 2000;
/** So long a program may keep its turn while there is something to write. */
const KEEP_TURN_MS = 10;
/** After so many turns in which nobody else has appended, commands are decided when they come again. */
const QUIET_TURNS = 50;
/** How often a lost race is decided again before it is refused. */
const MAX_CATCH_UPS = 20;

interface Pending extends Envelope {
  role: Role | null;
  command: HallCommand;
  request: Request;
  answer: (outcome: Outcome) => void;
  /** What was decided: drafts to append, or why not. */
  drafts: Draft[];
  rejection: Rejection | null;
}

export type Listener = (events: readonly Draft[]) => void;

/**
 * lost: the log can not be reached, so what is shown may be old and nothing can be done; found: it can
 * again. replaced: what was shown is no longer in the log, after a failover; the state is another.
 */
export type TouchListener = (news: 'lost' | 'found' | 'replaced') => void;

/**
 * One hall, one line. Every command is decided when it comes, upon what the commands before it
 * will have made of the hall (`#ahead`), and answered when the disk has it: then `state` follows.
 * Commands that come while a write is under way go together in the next (group commit).
 */
export class HallService {
  #answers = new Answers();
  #state = emptyHall();
  #ahead = emptyHall();
  #next: Pending[] = [];
  #underWay = new Map<string, { request: Request; outcome: Promise<Outcome> }>();
  #running: Promise<void> | null = null;
  #days: DayReader;
  #listeners = new Set<Listener>();
  #touchListeners = new Set<TouchListener>();
  /** The hash of the last event in the state; only a log that others write too is asked for it. */
  #hash = '';
  /** Where the log was said to end; null once that was looked into. */
  #told: Place | null = null;
  #inTouch = true;
  /** Others append too at the moment: commands are decided in this program's turn, not when they come. */
  #takesTurns = false;
  /** Turns since anybody else has appended. */
  #quietTurns = 0;
  #lostRaces = 0;
  #unwatch = (): void => undefined;
  #unpublished: Draft[] = [];
  /** Why the last write failed; null once one has succeeded again. */
  #fault: Error | null = null;
  #stopped = true;

  constructor(
    private readonly setup: Setup,
    private readonly journal: Journal,
    private readonly clock: Clock,
    /** Told why the journal can not be written or read: those who asked are told only that it can not. */
    private readonly onFault: (fault: Error) => void = () => undefined,
  ) {
    this.#days = new DayReader(setup.timeZone);
  }

  /** What the disk has: the only state that is ever shown. */
  get state(): Readonly<HallState> {
    return this.#state;
  }

  /** Whether what is asked of the hall now can be done: its day is open, its journal answers and took the last write. */
  async isReady(): Promise<boolean> {
    if (this.#stopped || !this.#inTouch || this.#state.day === null || this.#fault !== null) return false;
    return answersWithin(this.journal.last(), READY_WITHIN_MS);
  }

  /** What the disk has, event by event. */
  get log(): LogReader {
    return this.journal;
  }

  /**
   * Replays the day, opens today and brings the setup up to date.
   * @returns why today keeps its old setup until it closes; null when it has the new one.
   * @throws JournalBroken when the log is not whole, Error when today can not be written to it.
   */
  async start(): Promise<Rejection | null> {
    if (!this.#stopped) return null;
    const { daySeq } = await this.journal.last();
    await this.#replay(this.journal.read(daySeq));
    this.#unpublished = [];
    this.#ahead = cloneHall(this.#state);
    this.#stopped = false;
    if (isShared(this.journal)) this.#unwatch = this.journal.watch((end) => this.#hear(end));
    await this.openToday();
    if (this.#state.day === null) throw new Error('the business day could not be opened');
    return this.#configure();
  }

  /** Lets what was taken be written, then takes no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unwatch();
    while (this.#running !== null) await this.#running;
  }

  /** Opens the business day if the clock has reached a new one; does nothing otherwise. */
  async openToday(): Promise<void> {
    if (this.#stopped || !this.#inTouch) return;
    this.#turnDay(this.#now());
    this.#wake();
    while (this.#running !== null) await this.#running;
  }

  /** Does what the passing of time alone asks for. */
  async tick(): Promise<void> {
    await this.openToday();
    for (const command of dueCommands(this.#state, this.#now())) {
      // The same at every look until the log has moved on, so that it is done once.
      const commandId = `clock-${this.#state.seq}-${command.type}-${'window' in command ? command.window : ''}`;
      await this.execute(command, { commandId, by: 'system' });
    }
  }

  /** Hears every event once it is durable, in order, in batches, after those who asked were answered. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether the log can be reached: while it can not, the state may be old and every command is refused. */
  get inTouch(): boolean {
    return this.#inTouch;
  }

  /** Hears when the log is lost, found again, or has become another. */
  onTouch(listener: TouchListener): () => void {
    this.#touchListeners.add(listener);
    return () => this.#touchListeners.delete(listener);
  }

  /** Reads on when the state is behind this seq, which somebody has seen elsewhere. */
  async reach(seq: number): Promise<void> {
    if (seq <= this.#state.seq || !isShared(this.journal) || this.#stopped) return;
    this.#hear({ seq, hash: '' });
    while (this.#running !== null && this.#state.seq < seq) await this.#running;
  }

  /** Whether a command came under this id before: it has been answered, or soon will be. */
  knows(commandId: string): boolean {
    return this.#answers.has(commandId) || this.#underWay.has(commandId);
  }

  /** Does a command once, however often it comes under the same id. Never rejects. */
  execute(command: HallCommand, envelope: Envelope): Promise<Outcome> {
    const { commandId, by, role = null } = envelope;
    const request = requestOf(command);
    const known = this.#answers.get(commandId, request);
    if (known !== undefined) return Promise.resolve(known);
    const underWay = this.#underWay.get(commandId);
    if (underWay !== undefined) {
      return isSame(underWay.request, request) ? underWay.outcome : Promise.resolve(reused(underWay.request));
    }
    if (this.#stopped || this.#underWay.size >= MAX_PENDING_COMMANDS) {
      return Promise.resolve({ ok: false, rejection: { code: 'BUSY' } });
    }
    if (!this.#inTouch) return Promise.resolve({ ok: false, rejection: { code: 'JOURNAL_UNAVAILABLE' } });
    const outcome = new Promise<Outcome>((answer) => {
      const at = this.#now();
      if (!this.#takesTurns) this.#turnDay(at);
      this.#enqueue({ commandId, by, role, command, request, answer, drafts: [], rejection: null }, at);
    });
    this.#underWay.set(commandId, { request, outcome });
    this.#wake();
    return outcome;
  }

  /** The hall's file may have changed since the day was opened. */
  async #configure(): Promise<Rejection | null> {
    if (canonical(this.setup) === canonical(this.#state.setup)) return null;
    const commandId = `configure-${this.#state.seq + 1}`;
    const outcome = await this.execute(
      { type: 'ConfigureHall', setup: this.setup },
      { commandId, by: 'system' },
    );
    return outcome.ok ? null : outcome.rejection;
  }

  #now(): number {
    return Math.max(this.clock.now(), this.#ahead.at);
  }

  /** Closes a day that is over and opens the one that has begun, each as a command of the clock's. */
  #turnDay(at: number): void {
    const { day, startsAt } = this.#days.at(at);
    if (this.#ahead.day === day || (this.#ahead.lastDay ?? '') >= day) return;
    const { setup } = this;
    const bookable = bookableDays(day, startsAt, setup.timeZone, setup.bookings.horizonWorkingDays);
    if (this.#ahead.day !== null) this.#enqueueOwn({ type: 'CloseDay' }, `close-${this.#ahead.day}`, at);
    this.#enqueueOwn({ type: 'OpenDay', day, startsAt, setup, bookable }, `open-${day}`, at);
  }

  #enqueueOwn(command: HallCommand, commandId: string, at: number): void {
    const answer = (): void => {
      // The clock waits for no answer.
    };
    const request = { purpose: command.type, hash: null };
    const own = {
      commandId,
      by: 'system',
      role: null,
      command,
      request,
      answer,
      drafts: [],
      rejection: null,
    };
    // Also by turns: what is decided behind it belongs to the new day.
    this.#decide(own, at);
    this.#next.push(own);
  }

  #enqueue(pending: Pending, at: number): void {
    if (!this.#takesTurns) this.#decide(pending, at);
    this.#next.push(pending);
  }

  #decide(pending: Pending, at: number): void {
    const { command, by, commandId, role, request } = pending;
    const done = run(this.#ahead, command, { at, by, commandId, role });
    pending.drafts = 'drafts' in done ? done.drafts : [];
    const [first] = pending.drafts;
    if (first !== undefined && request.hash !== null) first.requestHash = request.hash;
    pending.rejection = 'rejection' in done ? done.rejection : null;
  }

  #wake(): void {
    if (this.#running !== null || (this.#next.length === 0 && !this.#isBehind())) return;
    this.#running = this.#run().finally(() => {
      this.#running = null;
      this.#wake();
    });
  }

  /** Writes batch after batch; the next is on its way to the disk before the last is answered. */
  async #run(): Promise<void> {
    // Let what arrives in the same turn of the event loop join the first write.
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (this.#isBehind()) await this.#catchUp();
    while (this.#takesTurns && this.#next.length > 0) await this.#runTurn();
    let batch = this.#take();
    let written = this.#write(batch);
    while (batch.length > 0) {
      const end = await written;
      if (end instanceof Error) return this.#recover([...batch, ...this.#take()], end);
      this.#hash = end;
      const done = batch;
      batch = this.#take();
      written = this.#write(batch);
      this.#settle(done);
    }
  }

  /** Waits for the turn, follows what others did until then, decides all that waits, and writes it. */
  async #runTurn(): Promise<void> {
    if (!isShared(this.journal)) return;
    const { seq } = this.#state;
    if (!(await this.#catchUp(true))) return;
    const until = performance.now() + KEEP_TURN_MS;
    this.#quietTurns = this.#state.seq === seq ? this.#quietTurns + 1 : 0;
    while (this.#next.length > 0 && performance.now() < until) {
      // The clock may have turned the day ahead of the turn.
      this.#realign();
      const batch = this.#decideAgain(this.#answerKnown(this.#take()));
      const end = await this.#write(batch);
      if (end instanceof Error) {
        this.journal.endTurn();
        return this.#recover([...batch, ...this.#take()], end);
      }
      this.#hash = end;
      this.#settle(batch);
      this.#lostRaces = 0;
      // Those who were answered may have more to ask.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    this.journal.endTurn();
    if (this.#quietTurns > QUIET_TURNS && this.#next.length === 0) this.#takesTurns = false;
  }

  #take(): Pending[] {
    const batch = this.#next;
    this.#next = [];
    return batch;
  }

  /** @returns the hash with which the log ends now, or why it could not be written. */
  async #write(batch: readonly Pending[]): Promise<string | Error> {
    // What was refused upon a state that others may have moved on from is no refusal yet: the log is asked.
    const isAsked = batch.length > 0 && isShared(this.journal);
    if (!isAsked && !batch.some(({ drafts }) => drafts.length > 0)) return this.#hash;
    return this.#append(batch);
  }

  async #append(batch: readonly Pending[]): Promise<string | Error> {
    const drafts = batch.flatMap((pending) => pending.drafts);
    const expectedSeq = (drafts[0]?.seq ?? this.#ahead.seq + 1) - 1;
    try {
      const hash = await this.journal.append(expectedSeq, drafts);
      this.#fault = null;
      return hash;
    } catch (error) {
      return asError(error);
    }
  }

  /** The disk has them: evolve, answer, publish. */
  #settle(batch: readonly Pending[]): void {
    for (const pending of batch) {
      for (const draft of pending.drafts) this.#follow(draft);
      const outcome: Outcome =
        pending.rejection === null
          ? this.#answers.remember(pending.commandId, pending.request, this.#state, pending.drafts)
          : this.#answers.rememberRefusal(pending.commandId, pending.request, pending.rejection);
      this.#answer(pending, outcome);
    }
    this.#publishSoon();
  }

  #follow(draft: Draft): void {
    evolve(this.#state, draft);
    // A replayed day that nobody hears is not held in memory.
    if (this.#listeners.size > 0) this.#unpublished.push(draft);
  }

  #answer(pending: Pending, outcome: Outcome): void {
    this.#underWay.delete(pending.commandId);
    pending.answer(outcome);
  }

  /** Behind setImmediate: those who asked are answered first. */
  #publishSoon(): void {
    if (this.#unpublished.length === 0) return;
    setImmediate(() => {
      const events = this.#unpublished;
      if (events.length === 0) return;
      this.#unpublished = [];
      for (const listener of this.#listeners) listener(events);
    });
  }

  /**
   * A write failed: another node was first, or the disk has a fault. What the log really holds
   * is read; what is not in it is decided again after a lost race, and refused after a fault.
   */
  async #recover(batch: readonly Pending[], failure: Error): Promise<void> {
    let pending = [...batch];
    let cause: Error | null = failure;
    for (let attempt = 1; cause !== null && attempt <= MAX_CATCH_UPS; attempt++) {
      const lostRace: boolean = cause instanceof JournalConflict;
      try {
        await this.#readOn(false);
      } catch (error) {
        cause = asError(error);
        this.#loseTouch();
        break;
      }
      this.#ahead = cloneHall(this.#state);
      // Also what has come meanwhile: it was decided upon a hall that never was.
      pending = this.#answerKnown([...pending, ...this.#take()]);
      if (!lostRace) break;
      if (isShared(this.journal) && ++this.#lostRaces < MAX_CATCH_UPS) return this.#goByTurns(pending);
      pending = this.#decideAgain(pending);
      const end = await this.#write(pending);
      cause = end instanceof Error ? end : null;
      if (!(end instanceof Error)) this.#hash = end;
    }
    if (cause === null) return this.#settle(pending);
    this.#fault = cause;
    this.#refuse(pending);
    this.onFault(cause);
  }

  /** Others are writing as well: racing them again and again would only keep everybody busy. */
  #goByTurns(pending: readonly Pending[]): void {
    this.#takesTurns = true;
    this.#quietTurns = 0;
    this.#next = [...pending];
  }

  /** Everything upon the hall as it is now; the day first, should it have turned meanwhile. */
  #decideAgain(batch: readonly Pending[]): Pending[] {
    const at = this.#now();
    this.#turnDay(at);
    const asked = batch.filter(({ command }) => command.type !== 'OpenDay' && command.type !== 'CloseDay');
    for (const each of asked) this.#decide(each, at);
    return [...this.#take(), ...asked];
  }

  #answerKnown(batch: readonly Pending[]): Pending[] {
    return batch.filter((pending) => {
      const known = this.#answers.get(pending.commandId, pending.request);
      if (known !== undefined) this.#answer(pending, known);
      return known === undefined;
    });
  }

  #refuse(batch: readonly Pending[]): void {
    this.#ahead = cloneHall(this.#state);
    const late = this.#take();
    for (const pending of [...batch, ...late]) {
      this.#answer(pending, { ok: false, rejection: { code: 'JOURNAL_UNAVAILABLE' } });
    }
  }

  /** Reads pages of the log into the state, and with them the first answers of their commands. */
  async #replay(
    pages: AsyncIterable<Recorded[]>,
    each: (event: Draft) => void = () => undefined,
  ): Promise<void> {
    for await (const page of pages) {
      for (const event of page) {
        this.#follow(event);
        this.#answers.replay(this.#state, event);
        this.#hash = event.hash;
        each(event);
      }
    }
    this.#publishSoon();
  }

  #hear(end: Place | null): void {
    if (end === null) return this.#loseTouch();
    this.#told = end;
    this.#wake();
  }

  #isBehind(): boolean {
    const told = this.#told;
    if (told === null || this.#stopped) return false;
    return !this.#inTouch || told.seq !== this.#state.seq || told.hash !== this.#hash;
  }

  /**
   * Others have moved the log on: follows them, and decides again what was decided without them.
   * @param inTurn waits for the turn to append before it reads.
   * @returns false when the log can not be read: then all that waits was refused.
   */
  async #catchUp(inTurn = false): Promise<boolean> {
    this.#told = null;
    // Commands that are decided and not yet written stand in the state ahead, where no event of others fits.
    let isAstray = false;
    try {
      const isReplaced = await this.#readOn(inTurn, (event) => {
        isAstray ||= this.#ahead.seq !== event.seq - 1;
        if (!isAstray) evolve(this.#ahead, event);
      });
      if (isAstray || isReplaced) this.#ahead = cloneHall(this.#state);
    } catch (error) {
      this.onFault(asError(error));
      this.#loseTouch();
      this.#refuse([]);
      return false;
    }
    this.#findTouch();
    if (!this.#takesTurns && this.#next.length > 0) {
      this.#realign();
      this.#next = this.#decideAgain(this.#answerKnown(this.#take()));
    }
    return true;
  }

  /** Takes back what was decided and is not yet written. */
  #realign(): void {
    if (this.#ahead.seq !== this.#state.seq) this.#ahead = cloneHall(this.#state);
  }

  /**
   * Reads what is new in the log. Should it no longer hold what was read before, the state is made anew:
   * what was never acknowledged may be gone after a failover.
   * @returns whether it was made anew.
   */
  async #readOn(inTurn: boolean, each: (event: Draft) => void = () => undefined): Promise<boolean> {
    const { journal } = this;
    const place = { seq: this.#state.seq, hash: this.#hash };
    try {
      await this.#replay(
        isShared(journal) ? journal.follow(place, inTurn) : journal.read(place.seq + 1),
        each,
      );
      return false;
    } catch (error) {
      if (!(error instanceof JournalReplaced)) throw error;
    }
    const { daySeq } = await journal.last();
    this.#state = emptyHall();
    this.#answers = new Answers();
    await this.#replay(journal.read(daySeq));
    this.#unpublished = [];
    for (const listener of this.#touchListeners) listener('replaced');
    return true;
  }

  #loseTouch(): void {
    if (!this.#inTouch || !isShared(this.journal)) return;
    this.#inTouch = false;
    for (const listener of this.#touchListeners) listener('lost');
  }

  #findTouch(): void {
    if (this.#inTouch) return;
    this.#inTouch = true;
    this.#fault = null;
    for (const listener of this.#touchListeners) listener('found');
  }
}

/** Whether a promise is kept, and in time. */
async function answersWithin(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const kept = promise.then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([kept, late]);
  clearTimeout(timer);
  return answered;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
