import { randomUUID } from 'node:crypto';
import type { Draft, Recorded } from '../hall/events.ts';
import {
  type Head,
  JournalBroken,
  JournalConflict,
  JournalReplaced,
  type LogDay,
  type Place,
  type SharedJournal,
} from '../ports.ts';
import type { RedisLink } from '../redis-link.ts';
import { ChainReader, GENESIS, type Sealed, seal } from './chain.ts';
import type { Archive } from './export.ts';
import { Heard, MAX_SAID, readSaid } from './heard.ts';
import { PAGE } from './page.ts';
import { APPEND } from './redis-scripts.ts';
import { RedisTurn, TURN_MS } from './redis-turn.ts';

/** How often the end of the log is looked at though nobody says it moved: words on a channel may be lost. */
const LOOK_EVERY_MS = 1000;
/** A turn that has not come by then is taken for lost: the program appends as if it had it. */
const TURN_WITHIN_MS = 2000;

/** Events that the stream no longer holds, from one seq to another, by the days of the log. */
export type Older = (days: LogDay[], from: number, to: number) => AsyncIterable<Sealed[]>;

async function* noneOlder(): AsyncGenerator<Sealed[]> {
  // All there is is in the stream.
}

/**
 * A hall's log as one Redis stream, appended to by any number of programs. What `append` answered has
 * been flushed by the server, and confirmed by as many replicas as are asked for.
 */
export class RedisJournal implements SharedJournal, Archive {
  readonly #keys: Record<'head' | 'log' | 'days' | 'turn' | 'moved' | 'waiting' | 'sync', string>;
  readonly #program = randomUUID();
  /** Where the log ended when it was last seen to: what the next append is linked to, if it is there still. */
  #end: Place = { seq: 0, hash: GENESIS };
  /** How far this program has followed the log, or written it. */
  #reachedSeq = 0;
  #listeners = new Set<(end: Place | null) => void>();
  #heard = new Heard();
  #turn: RedisTurn;
  #looks: NodeJS.Timeout | null = null;
  #looking = false;

  constructor(
    private readonly link: RedisLink,
    hall: string,
    private readonly replicas = 0,
    private readonly older: Older = noneOlder,
  ) {
    const key = (name: string): string => `ow:{${hall}}:${name}`;
    this.#keys = {
      head: key('head'),
      log: key('log'),
      days: key('days'),
      turn: key('turn'),
      moved: key('moved'),
      waiting: key('waiting'),
      sync: key('sync'),
    };
    const { head, turn, waiting, moved } = this.#keys;
    this.#turn = new RedisTurn(link, [head, turn, waiting, moved], this.#program);
  }

  async append(expectedSeq: number, drafts: readonly Draft[], passTurn = false): Promise<string> {
    const before = await this.#hashAt(expectedSeq);
    // A log that does not go so far has no hash there: the script will say where it ends.
    const rows = seal(expectedSeq, before ?? GENESIS, drafts);
    const words = rows.flatMap(({ text, hash }) => [text, hash]);
    const isSaid = words.reduce((length, word) => length + word.length, 0) <= MAX_SAID;
    const { head, log, days, turn, moved, waiting } = this.#keys;
    const marks = dayMarks(drafts, (seq) => rows[seq - expectedSeq - 2]?.hash ?? before ?? GENESIS);
    const start = [this.#program, `${expectedSeq}`, before ?? '', GENESIS, `${TURN_MS}`];
    const how = [`${rows.length}`, isSaid ? '1' : '0', passTurn ? '1' : '0'];
    if (passTurn) this.#turn.pass();
    const [outcome, detail] = (await this.link.ask((redis) =>
      APPEND.run(redis, [head, log, days, turn, moved, waiting], [...start, ...how, ...words, ...marks]),
    )) as [string, string];
    if (outcome === 'lost') throw new JournalConflict(expectedSeq, Number(detail));
    if (detail === '1') this.#turn.passed();
    await this.#confirm();
    const hash = rows.at(-1)?.hash ?? before ?? GENESIS;
    this.#end = { seq: expectedSeq + rows.length, hash };
    this.#reachedSeq = this.#end.seq;
    return hash;
  }

  async *read(fromSeq: number): AsyncGenerator<Recorded[]> {
    const seq = Math.max(fromSeq, 1) - 1;
    const before = await this.#hashAt(seq);
    if (before === null) throw new JournalBroken(seq, 'it is missing');
    const chain = new ChainReader(seq, before);
    for await (const page of this.rows(seq + 1, Number.MAX_SAFE_INTEGER))
      yield page.map((row) => chain.open(row));
  }

  async *follow({ seq, hash }: Place, upTo: number): AsyncGenerator<Recorded[]> {
    await this.#confirm();
    const place = { seq, hash: seq === 0 ? GENESIS : hash };
    const heard = this.#heard.after(place);
    if (heard.length > 0) yield this.#open(place, heard);
    const end = heard.at(-1) ?? place;
    if (heard.length === 0 || end.seq < upTo) yield* this.#readAfter(end);
  }

  async *awaitTurn({ seq, hash }: Place): AsyncGenerator<Recorded[]> {
    const until = performance.now() + TURN_WITHIN_MS;
    let place = { seq, hash: seq === 0 ? GENESIS : hash };
    let end = await this.#turn.take();
    while (end === null && performance.now() < until) {
      end = await this.#turn.wait();
      const heard = this.#heard.after(place);
      if (heard.length === 0) continue;
      await this.#confirm();
      yield this.#open(place, heard);
      place = heard.at(-1) ?? place;
    }
    if (end !== place.seq) yield* this.follow(place, end ?? 0);
  }

  endTurn(): void {
    this.#turn.end();
  }

  /** @throws JournalReplaced when the log does not go through the place. */
  async *#readAfter(place: Place): AsyncGenerator<Recorded[]> {
    // The event at the place as well: it is the proof that the log still goes through it.
    let end = place.seq === 0 ? place : null;
    for await (const page of this.rows(Math.max(place.seq, 1), Number.MAX_SAFE_INTEGER)) {
      const isProof = end === null;
      if (isProof && (page[0]?.seq !== place.seq || page[0].hash !== place.hash)) break;
      end ??= place;
      const rows = isProof ? page.slice(1) : page;
      if (rows.length > 0) yield this.#open(end, rows);
      end = rows.at(-1) ?? end;
    }
    if (end !== null) return;
    this.#reachedSeq = 0;
    throw new JournalReplaced();
  }

  /** Proves and opens the rows that others have appended after a place. */
  #open({ seq, hash }: Place, rows: readonly Sealed[]): Recorded[] {
    const chain = new ChainReader(seq, hash);
    const events = rows.map((row) => chain.open(row));
    this.#end = rows.at(-1) ?? this.#end;
    this.#reachedSeq = this.#end.seq;
    return events;
  }

  async last(): Promise<Head> {
    const names = ['seq', 'hash', 'daySeq'];
    const [seq, hash, daySeq] = await this.link.ask((redis) => redis.hmGet(this.#keys.head, names));
    this.#end = { seq: Number(seq ?? 0), hash: hash ?? GENESIS };
    return { ...this.#end, daySeq: Number(daySeq ?? 0) };
  }

  async days(): Promise<LogDay[]> {
    const marks = await this.link.ask((redis) => redis.zRange(this.#keys.days, 0, -1));
    return marks.map((mark) => {
      const [seq = '', day = '', previousHash = ''] = mark.split(' ');
      return { day, seq: Number(seq), previousHash };
    });
  }

  /** From one seq to another as they lie there, proved or not. What is missing is left out. */
  async *rows(from: number, to: number): AsyncGenerator<Sealed[]> {
    for (let next = from; next <= to; ) {
      const count = Math.min(PAGE, to - next + 1);
      const page = await this.#rows(next, count);
      const [first, last] = [page[0], page.at(-1)];
      if (first === undefined || last === undefined) return;
      if (first.seq > next) yield* this.older(await this.days(), next, Math.min(first.seq - 1, to));
      if (first.seq <= to) yield page.filter(({ seq }) => seq <= to);
      if (page.length < count) return;
      next = last.seq + 1;
    }
  }

  /** The first seq it still holds; 1 while it is empty. */
  async firstSeq(): Promise<number> {
    const [row] = await this.#rows(1, 1);
    return row?.seq ?? 1;
  }

  /** Lets go of what lies before a seq, but for the one event that the next is linked to. */
  async dropBefore(seq: number): Promise<void> {
    await this.link.ask((redis) => redis.xTrim(this.#keys.log, 'MINID', seq - 1));
  }

  watch(listener: (end: Place | null) => void): () => void {
    this.#listeners.add(listener);
    if (this.#looks === null) {
      this.#looks = setInterval(() => void this.#look(), LOOK_EVERY_MS);
      this.link.onChange((isUp) => (isUp ? void this.#look() : this.#tell(null)));
      // A channel that can not be heard now is asked for again on the next line.
      this.link.listen(this.#keys.moved, (message) => this.#moved(message)).catch(() => undefined);
    }
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#looks !== null) clearInterval(this.#looks);
    this.#looks = null;
    this.#listeners.clear();
  }

  async #look(): Promise<void> {
    if (this.#looking || this.#listeners.size === 0) return;
    this.#looking = true;
    try {
      const [seq, hash] = await this.link.ask((redis) => redis.hmGet(this.#keys.head, ['seq', 'hash']));
      this.#tell({ seq: Number(seq ?? 0), hash: hash ?? GENESIS });
    } catch {
      this.#tell(null);
    } finally {
      this.#looking = false;
    }
  }

  /** Somebody has appended, or has passed the turn on, or both. */
  #moved(message: string): void {
    if (message.startsWith(`rows\n${this.#program}\n`)) return;
    const [what, ...words] = message.split('\n');
    if (what === 'turn') {
      if (words[0] === this.#program) this.#turn.call(Number(words[1]));
      return;
    }
    // Another version's words, while nodes are updated one by one: the next look finds what they tell of.
    if (what !== 'rows') return;
    const said = readSaid(words);
    if (said.called === this.#program) this.#turn.call(said.end.seq);
    if (said.end.seq <= this.#reachedSeq) return;
    this.#heard.add(said);
    this.#turn.hear();
    this.#tell(said.end);
  }

  #tell(end: Place | null): void {
    for (const listener of this.#listeners) listener(end);
  }

  /** Null when there is no such event. */
  async #hashAt(seq: number): Promise<string | null> {
    if (seq === 0) return GENESIS;
    if (seq === this.#end.seq) return this.#end.hash;
    for await (const [row] of this.rows(seq, seq)) return row?.seq === seq ? row.hash : null;
    return null;
  }

  async #rows(fromSeq: number, count: number): Promise<Sealed[]> {
    const entries = await this.link.ask((redis) =>
      redis.xRange(this.#keys.log, `${fromSeq}-0`, '+', { COUNT: count }),
    );
    return (entries ?? []).map(({ id, message }) => ({
      seq: Number.parseInt(id, 10),
      text: message.text ?? '',
      hash: message.hash ?? '',
    }));
  }

  /** @throws RedisDown unless everything written so far has reached the replicas asked for. */
  async #confirm(): Promise<void> {
    await this.link.confirm(this.#keys.sync, this.replicas);
  }
}

/** For every day that begins: its seq, its name and the hash before it. */
function dayMarks(drafts: readonly Draft[], hashBefore: (seq: number) => string): string[] {
  return drafts.flatMap((draft) =>
    draft.type === 'DayOpened' ? [`${draft.seq}`, draft.day, hashBefore(draft.seq)] : [],
  );
}
