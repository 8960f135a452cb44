import type { Setup } from '../common/contract/config.ts';
import type { Rejection } from '../common/contract/rejections.ts';
import { Ahead } from './ahead.ts';
import { isSame, type Outcome, type Request, requestOf, reused } from './answers.ts';
import { Durable, type Listener } from './durable.ts';
import { canonical } from './hall/canonical.ts';
import { dueCommands } from './hall/clockwork.ts';
import type { HallCommand } from './hall/commands.ts';
import type { Recorded } from './hall/events.ts';
import type { HallState } from './hall/state.ts';
import type { Envelope, Pending } from './pending.ts';
import {
  type Clock,
  isShared,
  type Journal,
  JournalConflict,
  JournalReplaced,
  type LogReader,
  type Place,
} from './ports.ts';
import { Touch, type TouchListener } from './touch.ts';
import { Turns } from './turns.ts';

/** Commands that may wait for the disk; one more is refused as BUSY. */
export const MAX_PENDING_COMMANDS = 10_000;
/** A journal that has not said where it ends after this long can not be relied on. */
const READY_WITHIN_MS = 2000;
/** So long a program may keep its turn while there is something to write. */
const KEEP_TURN_MS = 10;
/** How often a lost race is decided again before it is refused. */
const MAX_CATCH_UPS = 20;

/**
 * One hall, one line. Every command is decided when it comes, upon what the commands before it
 * will have made of the hall (`#ahead`), and answered when the disk has it: then `state` follows.
 * Commands that come while a write is under way go together in the next (group commit).
 */
export class HallService {
  #durable = new Durable();
  #ahead: Ahead;
  #underWay = new Map<string, { request: Request; outcome: Promise<Outcome> }>();
  #running: Promise<void> | null = null;
  #touch = new Touch();
  #turns = new Turns();
  #unwatch = (): void => undefined;
  /** Why the last write failed; null once one has succeeded again. */
  #fault: Error | null = null;
  #stopped = true;

  constructor(
    private readonly setup: Setup,
    private readonly journal: Journal,
    clock: Clock,
    /** Told why the journal can not be written or read: those who asked are told only that it can not. */
    private readonly onFault: (fault: Error) => void = () => undefined,
  ) {
    this.#ahead = new Ahead(setup, clock);
  }

  /** What the disk has: the only state that is ever shown. */
  get state(): Readonly<HallState> {
    return this.#durable.hall;
  }

  /** Whether what is asked of the hall now can be done: its day is open, its journal answers and took the last write. */
  async isReady(): Promise<boolean> {
    if (this.#stopped || !this.inTouch || this.state.day === null || this.#fault !== null) return false;
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
    await this.#durable.startAnew(this.journal.read(daySeq));
    this.#ahead.startFrom(this.state);
    this.#stopped = false;
    if (isShared(this.journal)) this.#unwatch = this.journal.watch((end) => this.#hear(end));
    await this.openToday();
    if (this.state.day === null) throw new Error('the business day could not be opened');
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
    if (this.#stopped || !this.inTouch) return;
    this.#ahead.turnDay(this.#ahead.now());
    this.#wake();
    while (this.#running !== null) await this.#running;
  }

  /** Does what the passing of time alone asks for. */
  async tick(): Promise<void> {
    await this.openToday();
    for (const command of dueCommands(this.state, this.#ahead.now())) {
      // The same at every look until the log has moved on, so that it is done once.
      const commandId = `clock-${this.state.seq}-${command.type}-${'window' in command ? command.window : ''}`;
      await this.execute(command, { commandId, by: 'system' });
    }
  }

  /** Hears every event once it is durable, in order, in batches, after those who asked were answered. */
  subscribe(listener: Listener): () => void {
    return this.#durable.subscribe(listener);
  }

  /** Whether the log can be reached: while it can not, the state may be old and every command is refused. */
  get inTouch(): boolean {
    return !this.#touch.isLost;
  }

  /** Hears when the log is lost, found again, or has become another. */
  onTouch(listener: TouchListener): () => void {
    return this.#touch.onChange(listener);
  }

  /** Reads on when the state is behind this seq, which somebody has seen elsewhere. */
  async reach(seq: number): Promise<void> {
    if (seq <= this.state.seq || !isShared(this.journal) || this.#stopped) return;
    this.#hear({ seq, hash: '' });
    while (this.#running !== null && this.state.seq < seq) await this.#running;
  }

  /** Whether a command came under this id before: it has been answered, or soon will be. */
  knows(commandId: string): boolean {
    return this.#durable.answered(commandId) || this.#underWay.has(commandId);
  }

  /** Does a command once, however often it comes under the same id. Never rejects. */
  execute(command: HallCommand, envelope: Envelope): Promise<Outcome> {
    const { commandId, by, role = null } = envelope;
    const request = requestOf(command);
    const known = this.#durable.answerTo(commandId, request);
    if (known !== undefined) return Promise.resolve(known);
    const underWay = this.#underWay.get(commandId);
    if (underWay !== undefined) {
      return isSame(underWay.request, request) ? underWay.outcome : Promise.resolve(reused(underWay.request));
    }
    if (this.#stopped || this.#underWay.size >= MAX_PENDING_COMMANDS) {
      return Promise.resolve({ ok: false, rejection: { code: 'BUSY' } });
    }
    if (!this.inTouch) return Promise.resolve({ ok: false, rejection: { code: 'JOURNAL_UNAVAILABLE' } });
    const outcome = new Promise<Outcome>((answer) => {
      const pending = { commandId, by, role, command, request, answer, drafts: [], rejection: null };
      if (this.#turns.decideAtOnce) this.#ahead.decide(pending);
      else this.#ahead.add(pending);
    });
    this.#underWay.set(commandId, { request, outcome });
    this.#wake();
    return outcome;
  }

  /** The hall's file may have changed since the day was opened. */
  async #configure(): Promise<Rejection | null> {
    if (canonical(this.setup) === canonical(this.state.setup)) return null;
    const commandId = `configure-${this.state.seq + 1}`;
    const outcome = await this.execute(
      { type: 'ConfigureHall', setup: this.setup },
      { commandId, by: 'system' },
    );
    return outcome.ok ? null : outcome.rejection;
  }

  #wake(): void {
    if (this.#running !== null || (this.#ahead.isEmpty && !this.#isBehind())) return;
    this.#running = this.#run().finally(() => {
      this.#running = null;
      this.#wake();
    });
  }

  async #run(): Promise<void> {
    // Let what arrives in the same turn of the event loop join the first write.
    await loopTurn();
    if (this.#isBehind()) await this.#catchUp(this.#follow(this.#touch.toldSeq));
    while (this.#turns.areTaken && !this.#ahead.isEmpty) await this.#runTurn();
    if (isShared(this.journal)) this.journal.endTurn();
    await this.#writeOn(() => false);
  }

  /** Waits for the turn, follows what others did until then, decides all that waits, and writes on. */
  async #runTurn(): Promise<void> {
    if (!isShared(this.journal)) return;
    const { place } = this.#durable;
    if (!(await this.#catchUp(this.journal.awaitTurn(place)))) return;
    const until = performance.now() + KEEP_TURN_MS;
    this.#turns.come(this.state.seq === place.seq);
    this.#decideAnew();
    let isOver = false;
    const isLast = (): boolean => {
      if (performance.now() < until) return false;
      isOver = true;
      this.#turns.close();
      return true;
    };
    while (!isOver && !this.#ahead.isEmpty && (await this.#writeOn(isLast))) await loopTurn();
    this.#turns.over(this.#ahead.isEmpty);
  }

  /**
   * Writes batch after batch; the next is on its way to the disk before the last is answered.
   * @param isLast asked of each batch that is taken: whether it is to be the last.
   * @returns false when one could not be written; those who asked have been seen to.
   */
  async #writeOn(isLast: () => boolean): Promise<boolean> {
    let batch = this.#ahead.take();
    let isOver = isLast();
    let written = this.#write(batch, this.#durable.place.hash, isOver);
    while (batch.length > 0) {
      const end = await written;
      if (end instanceof Error) {
        await this.#recover([...batch, ...this.#ahead.take()], end);
        return false;
      }
      this.#turns.won();
      const done = batch;
      batch = isOver ? [] : this.#ahead.take();
      // The turn is passed on with a batch, so not before there is one.
      isOver ||= batch.length > 0 && isLast();
      written = this.#write(batch, end, isOver);
      this.#settle(done, end);
    }
    return true;
  }

  /**
   * @param endsWith the hash of the last event, which it stays when there is nothing to write.
   * @param isLast of the turn, which is passed on with it.
   * @returns the hash with which the log ends now, or why it could not be written.
   */
  async #write(batch: readonly Pending[], endsWith: string, isLast = false): Promise<string | Error> {
    // What was refused upon a state that others may have moved on from is no refusal yet: the log is asked.
    const { journal } = this;
    const isAsked = batch.length > 0 && isShared(journal);
    if (!isAsked && !batch.some(({ drafts }) => drafts.length > 0)) return endsWith;
    const drafts = batch.flatMap((pending) => pending.drafts);
    const expectedSeq = (drafts[0]?.seq ?? this.#ahead.seq + 1) - 1;
    try {
      const hash = await (isShared(journal)
        ? journal.append(expectedSeq, drafts, isLast)
        : journal.append(expectedSeq, drafts));
      this.#fault = null;
      return hash;
    } catch (error) {
      return asError(error);
    }
  }

  /** The disk has them: evolve, answer, publish. */
  #settle(batch: readonly Pending[], endsWith: string): void {
    const outcomes = this.#durable.settle(batch, endsWith);
    // The log has just been found to go through this place: what was told of it before is no news.
    this.#touch.reached(this.#durable.place);
    for (const [index, outcome] of outcomes.entries()) this.#answer(batch[index], outcome);
  }

  #answer(pending: Pending | undefined, outcome: Outcome): void {
    if (pending === undefined) return;
    this.#underWay.delete(pending.commandId);
    pending.answer(outcome);
  }

  /**
   * A write failed: another node was first, or the disk has a fault. What the log really holds
   * is read; what is not in it is decided again after a lost race, and refused after a fault.
   */
  async #recover(batch: readonly Pending[], failure: Error): Promise<void> {
    let pending = [...batch];
    let cause: Error | null = failure;
    let endsWith = '';
    for (let attempt = 1; cause !== null && attempt <= MAX_CATCH_UPS; attempt++) {
      const lostRace: boolean = cause instanceof JournalConflict;
      try {
        await this.#readOn(
          this.#follow(cause instanceof JournalConflict ? cause.actualSeq : Number.POSITIVE_INFINITY),
        );
      } catch (error) {
        cause = asError(error);
        this.#loseTouch();
        break;
      }
      this.#ahead.startFrom(this.state);
      // Also what has come meanwhile: it was decided upon a hall that never was.
      pending = this.#answerKnown([...pending, ...this.#ahead.take()]);
      if (!lostRace) break;
      if (isShared(this.journal) && this.#turns.lostRace()) return this.#ahead.putBack(pending);
      pending = this.#ahead.decideAgain(pending);
      const end = await this.#write(pending, this.#durable.place.hash);
      cause = end instanceof Error ? end : null;
      if (!(end instanceof Error)) endsWith = end;
    }
    if (cause === null) return this.#settle(pending, endsWith);
    this.#fault = cause;
    this.#refuse(pending);
    this.onFault(cause);
  }

  #answerKnown(batch: readonly Pending[]): Pending[] {
    return batch.filter((pending) => {
      const known = this.#durable.answerTo(pending.commandId, pending.request);
      if (known !== undefined) this.#answer(pending, known);
      return known === undefined;
    });
  }

  #refuse(batch: readonly Pending[]): void {
    this.#ahead.startFrom(this.state);
    for (const pending of [...batch, ...this.#ahead.take()])
      this.#answer(pending, { ok: false, rejection: { code: 'JOURNAL_UNAVAILABLE' } });
  }

  #hear(end: Place | null): void {
    if (end === null) return this.#loseTouch();
    this.#touch.told(end);
    this.#wake();
  }

  #isBehind(): boolean {
    return !this.#stopped && this.#touch.isBehind(this.#durable.place);
  }

  /**
   * Others have moved the log on: follows them, and decides again what was decided without them.
   * @returns false when the log can not be read: then all that waits was refused.
   */
  async #catchUp(pages: AsyncIterable<Recorded[]>): Promise<boolean> {
    try {
      await this.#readOn(pages);
      this.#ahead.followed(this.state);
      this.#touch.reached(this.#durable.place);
    } catch (error) {
      this.onFault(asError(error));
      this.#loseTouch();
      this.#refuse([]);
      return false;
    }
    this.#findTouch();
    if (!this.#turns.areTaken && !this.#ahead.isEmpty) this.#decideAnew();
    return true;
  }

  /** All that waits, upon the hall as the log has made it. The clock may have turned the day ahead of that. */
  #decideAnew(): void {
    this.#ahead.realign(this.state);
    this.#ahead.putBack(this.#ahead.decideAgain(this.#answerKnown(this.#ahead.take())));
  }

  #follow(upTo: number): AsyncIterable<Recorded[]> {
    const { place } = this.#durable;
    return isShared(this.journal) ? this.journal.follow(place, upTo) : this.journal.read(place.seq + 1);
  }

  /**
   * Reads what is new in the log. Should it no longer hold what was read before, the state is made anew:
   * what was never acknowledged may be gone after a failover.
   */
  async #readOn(pages: AsyncIterable<Recorded[]>): Promise<void> {
    try {
      await this.#durable.follow(pages, (event) => this.#ahead.follow(event));
      return;
    } catch (error) {
      if (!(error instanceof JournalReplaced)) throw error;
    }
    const { daySeq } = await this.journal.last();
    await this.#durable.startAnew(this.journal.read(daySeq));
    this.#ahead.startFrom(this.state);
    this.#touch.replaced();
  }

  #loseTouch(): void {
    if (isShared(this.journal)) this.#touch.lose();
  }

  #findTouch(): void {
    if (this.inTouch) return;
    this.#fault = null;
    this.#touch.find();
  }
}

/** Lets what has arrived meanwhile be taken in. */
function loopTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
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
