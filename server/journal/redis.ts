import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
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
import { RedisScript } from '../redis-script.ts';
import { ChainReader, GENESIS, type Sealed, seal } from './chain.ts';
import type { Archive } from './export.ts';
import { PAGE } from './page.ts';

/** How often the end of the log is looked at though nobody says it moved: words on a channel may be lost. */
const LOOK_EVERY_MS = 1000;
/** Who has the turn to append has it this long at most: then it is dead, or too slow to be waited for. */
const TURN_MS = 100;
/** Programs that wait for their turn look again after this, though nobody calls them. */
const TURN_LOOK_MS = 5;
/** After so many looks a program appends without its turn. */
const MAX_TURN_LOOKS = 200;

/**
 * Compare and append. Head, stream and days change together or not at all. While somebody has the turn, it
 * is a lost race for all others.
 */
const APPEND = new RedisScript(`
local head = redis.call('HMGET', KEYS[1], 'seq', 'hash')
local seq, hash = head[1] or '0', head[2] or ARGV[4]
if seq ~= ARGV[2] or hash ~= ARGV[3] then
  return { 'lost', seq }
end
local turn = redis.call('GET', KEYS[4])
if turn and turn ~= ARGV[1] then return { 'lost', seq } end
if turn then redis.call('PEXPIRE', KEYS[4], ARGV[5]) end
local rows, at = tonumber(ARGV[6]), 7
for _ = 1, rows do
  redis.call('XADD', KEYS[2], ARGV[at] .. '-0', 'text', ARGV[at + 1], 'hash', ARGV[at + 2])
  at = at + 3
end
if rows > 0 then
  seq, hash = ARGV[at - 3], ARGV[at - 1]
  redis.call('HSET', KEYS[1], 'seq', seq, 'hash', hash)
end
while at <= #ARGV do
  redis.call('HSET', KEYS[1], 'daySeq', ARGV[at])
  redis.call('ZADD', KEYS[3], ARGV[at], ARGV[at] .. ' ' .. ARGV[at + 1] .. ' ' .. ARGV[at + 2])
  at = at + 3
end
if rows > 0 then redis.call('SPUBLISH', KEYS[5], ARGV[1] .. ' ' .. seq .. ' ' .. hash) end
return { 'done' }
`);

/** Whether this program has the turn now; it waits in line from now on if it has not. */
const TAKE_TURN = new RedisScript(`
local turn = redis.call('GET', KEYS[1])
if not turn or turn == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  redis.call('LREM', KEYS[2], 0, ARGV[1])
  return 1
end
if not redis.call('LPOS', KEYS[2], ARGV[1]) then redis.call('RPUSH', KEYS[2], ARGV[1]) end
redis.call('PEXPIRE', KEYS[2], 10 * ARGV[2])
return 0
`);

/** The next in line has the turn, and is called. */
const END_TURN = new RedisScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return end
local next = redis.call('LPOP', KEYS[2])
if not next then return redis.call('DEL', KEYS[1]) end
redis.call('SET', KEYS[1], next, 'PX', ARGV[2])
redis.call('SPUBLISH', KEYS[3], next)
`);

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
  #listeners = new Set<(end: Place | null) => void>();
  /** Called when the turn has come. */
  #call = (): void => undefined;
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
  }

  async append(expectedSeq: number, drafts: readonly Draft[]): Promise<string> {
    const before = await this.#hashAt(expectedSeq);
    // A log that does not go so far has no hash there: the script will say where it ends.
    const rows = seal(expectedSeq, before ?? GENESIS, drafts);
    const words = rows.flatMap(({ seq, text, hash }) => [`${seq}`, text, hash]);
    const { head, log, days, turn, moved } = this.#keys;
    const marks = dayMarks(drafts, (seq) => rows[seq - expectedSeq - 2]?.hash ?? before ?? GENESIS);
    const start = [this.#program, `${expectedSeq}`, before ?? '', GENESIS, `${TURN_MS}`, `${rows.length}`];
    const [outcome, actualSeq] = (await this.link.ask((redis) =>
      APPEND.run(redis, [head, log, days, turn, moved], [...start, ...words, ...marks]),
    )) as [string, string?];
    if (outcome === 'lost') throw new JournalConflict(expectedSeq, Number(actualSeq));
    await this.#confirm();
    const hash = rows.at(-1)?.hash ?? before ?? GENESIS;
    this.#end = { seq: expectedSeq + rows.length, hash };
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

  async *follow(place: Place, inTurn = false): AsyncGenerator<Recorded[]> {
    await this.#confirm();
    if (inTurn) await this.#takeTurn();
    const chain = new ChainReader(place.seq, place.seq === 0 ? GENESIS : place.hash);
    // The event at the place as well: it is the proof that the log still goes through it.
    let isProved = place.seq === 0;
    for await (const page of this.rows(Math.max(place.seq, 1), Number.MAX_SAFE_INTEGER)) {
      const rows = isProved ? page : after(place, page);
      isProved = true;
      if (rows.length > 0) yield rows.map((row) => chain.open(row));
    }
    if (!isProved) throw new JournalReplaced();
  }

  endTurn(): void {
    const { turn, waiting, moved } = this.#keys;
    const words = [this.#program, `${TURN_MS}`];
    // What does not arrive ends by itself.
    this.link.ask((redis) => END_TURN.run(redis, [turn, waiting, moved], words)).catch(() => undefined);
  }

  async #takeTurn(): Promise<void> {
    const { turn, waiting } = this.#keys;
    const words = [this.#program, `${TURN_MS}`];
    for (let look = 0; look < MAX_TURN_LOOKS; look++) {
      const isTaken = await this.link.ask((redis) => TAKE_TURN.run(redis, [turn, waiting], words));
      if (isTaken === 1) return;
      await Promise.race([sleep(TURN_LOOK_MS), this.#called()]);
    }
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

  /** Somebody has appended: who, and where the log ends since. Or a name alone: whose turn it is. */
  #moved(message: string): void {
    const [program, seq, hash] = message.split(' ');
    if (seq === undefined || hash === undefined) {
      if (program === this.#program) this.#call();
    } else if (program !== this.#program) this.#tell({ seq: Number(seq), hash });
  }

  #called(): Promise<void> {
    return new Promise((resolve) => {
      this.#call = resolve;
    });
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

/** @throws JournalReplaced unless the rows begin with the event at the place. */
function after({ seq, hash }: Place, [held, ...rows]: readonly Sealed[]): Sealed[] {
  if (held?.seq !== seq || held.hash !== hash) throw new JournalReplaced();
  return rows;
}

/** For every day that begins: its seq, its name and the hash before it. */
function dayMarks(drafts: readonly Draft[], hashBefore: (seq: number) => string): string[] {
  return drafts.flatMap((draft) =>
    draft.type === 'DayOpened' ? [`${draft.seq}`, draft.day, hashBefore(draft.seq)] : [],
  );
}
