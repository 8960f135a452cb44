import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Draft, Recorded } from '../hall/events.ts';
import {
  type Head,
  JournalBroken,
  JournalConflict,
  type LogDay,
  type Place,
  type SharedJournal,
} from '../ports.ts';
import { type Redis, RedisDown, type RedisLink } from '../redis-link.ts';
import { ChainReader, GENESIS, type Sealed, seal } from './chain.ts';
import { PAGE } from './page.ts';
import { RedisScript } from './redis-script.ts';

/** How often the end of the log is looked at though nobody says it moved: words on a channel may be lost. */
const LOOK_EVERY_MS = 1000;
/** Who lost a race has this long to decide again before others append: else the fastest would win forever. */
const TURN_MS = 100;
const TURN_LOOK_MS = 3;
/** Replicas that have not confirmed within this did not. */
const REPLICAS_WITHIN_MS = 1000;

/**
 * Compare and append. Head, stream and days change together or not at all; whoever lost the race before
 * goes first.
 */
const APPEND = new RedisScript(`
local head = redis.call('HMGET', KEYS[1], 'seq', 'hash')
local seq, hash = head[1] or '0', head[2] or ARGV[4]
if seq ~= ARGV[2] or hash ~= ARGV[3] then
  redis.call('SET', KEYS[4], ARGV[1], 'NX', 'PX', ARGV[5])
  return { 'lost', seq }
end
local turn = redis.call('GET', KEYS[4])
if turn and turn ~= ARGV[1] then return { 'wait' } end
local rows = tonumber(ARGV[6])
if rows == 0 then return { 'done' } end
local at = 7
for _ = 1, rows do
  redis.call('XADD', KEYS[2], ARGV[at] .. '-0', 'text', ARGV[at + 1], 'hash', ARGV[at + 2])
  at = at + 3
end
redis.call('HSET', KEYS[1], 'seq', ARGV[at - 3], 'hash', ARGV[at - 1])
while at <= #ARGV do
  redis.call('HSET', KEYS[1], 'daySeq', ARGV[at])
  redis.call('ZADD', KEYS[3], ARGV[at], ARGV[at] .. ' ' .. ARGV[at + 1] .. ' ' .. ARGV[at + 2])
  at = at + 3
end
if turn then redis.call('DEL', KEYS[4]) end
redis.call('SPUBLISH', KEYS[5], ARGV[1])
return { 'done' }
`);

/**
 * A hall's log as one Redis stream, appended to by any number of programs. What `append` answered has
 * been flushed by the server, and confirmed by as many replicas as are asked for.
 */
export class RedisJournal implements SharedJournal {
  readonly #keys: { head: string; log: string; days: string; turn: string; moved: string; sync: string };
  readonly #program = randomUUID();
  /** Where the log ended when it was last seen to: what the next append is linked to, if it is there still. */
  #end: Place = { seq: 0, hash: GENESIS };
  #listeners = new Set<(end: Place | null) => void>();
  #looks: NodeJS.Timeout | null = null;
  #looking = false;

  constructor(
    private readonly link: RedisLink,
    hall: string,
    private readonly replicas = 0,
  ) {
    const key = (name: string): string => `ow:{${hall}}:${name}`;
    this.#keys = {
      head: key('head'),
      log: key('log'),
      days: key('days'),
      turn: key('turn'),
      moved: key('moved'),
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
    for (;;) {
      const answer = (await this.link.ask((redis) =>
        APPEND.run(redis, [head, log, days, turn, moved], [...start, ...words, ...marks]),
      )) as [string, string?];
      if (answer[0] === 'lost') throw new JournalConflict(expectedSeq, Number(answer[1]));
      if (answer[0] === 'done') break;
      await this.#waitForTurn();
    }
    await this.#confirm();
    const hash = rows.at(-1)?.hash ?? before ?? GENESIS;
    this.#end = { seq: expectedSeq + rows.length, hash };
    return hash;
  }

  async *read(fromSeq: number): AsyncGenerator<Recorded[]> {
    let seq = Math.max(fromSeq, 1) - 1;
    const before = await this.#hashAt(seq);
    if (before === null) throw new JournalBroken(seq, 'it is missing');
    const chain = new ChainReader(seq, before);
    for (;;) {
      const rows = await this.#page(seq + 1);
      if (rows.length > 0) yield rows.map((row) => chain.open(row));
      seq += rows.length;
      if (rows.length < PAGE) return;
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

  watch(listener: (end: Place | null) => void): () => void {
    this.#listeners.add(listener);
    if (this.#looks === null) {
      this.#looks = setInterval(() => void this.#look(), LOOK_EVERY_MS);
      this.link.onChange((isUp) => (isUp ? void this.#look() : this.#tell(null)));
      // A channel that can not be heard now is asked for again on the next line.
      const moved = (program: string): void => {
        if (program !== this.#program) void this.#look();
      };
      this.link.listen(this.#keys.moved, moved).catch(() => undefined);
    }
    return () => this.#listeners.delete(listener);
  }

  async includes({ seq, hash }: Place): Promise<boolean> {
    if (seq === 0) return true;
    await this.#confirm();
    const [row] = await this.#rows(seq, 1);
    return row?.seq === seq && row.hash === hash;
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

  #tell(end: Place | null): void {
    for (const listener of this.#listeners) listener(end);
  }

  /** Null when there is no such event. */
  async #hashAt(seq: number): Promise<string | null> {
    if (seq === 0) return GENESIS;
    if (seq === this.#end.seq) return this.#end.hash;
    const [row] = await this.#rows(seq, 1);
    return row?.seq === seq ? row.hash : null;
  }

  #page(fromSeq: number): Promise<Sealed[]> {
    return this.#rows(fromSeq, PAGE);
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

  /** Somebody lost the race before this one: theirs is the next append, if they make it soon. */
  async #waitForTurn(): Promise<void> {
    for (let waited = 0; waited < TURN_MS; waited += TURN_LOOK_MS) {
      await sleep(TURN_LOOK_MS);
      const turn = await this.link.ask((redis) => redis.get(this.#keys.turn));
      if (turn === null || turn === this.#program) return;
    }
  }

  /** @throws RedisDown unless everything written so far has reached the replicas asked for. */
  async #confirm(): Promise<void> {
    if (this.replicas === 0) return;
    const write = (redis: Redis): Promise<unknown> => redis.set(this.#keys.sync, '');
    const confirmed = await this.link.replicas(this.#keys.sync, write, this.replicas, REPLICAS_WITHIN_MS);
    if (confirmed < this.replicas)
      throw new RedisDown(`confirmed by ${confirmed} replicas of ${this.replicas}`);
  }
}

/** For every day that begins: its seq, its name and the hash before it. */
function dayMarks(drafts: readonly Draft[], hashBefore: (seq: number) => string): string[] {
  return drafts.flatMap((draft) =>
    draft.type === 'DayOpened' ? [`${draft.seq}`, draft.day, hashBefore(draft.seq)] : [],
  );
}
