import { expect } from 'chai';
import { MAX_SAID } from '../../../server/journal/heard.ts';
import { RedisJournal } from '../../../server/journal/redis.ts';
import { JournalConflict, JournalReplaced, type Place } from '../../../server/ports.ts';
import { parseRedisAddress } from '../../../server/redis-address.ts';
import { RedisLink } from '../../../server/redis-link.ts';
import { draft, drafts, failureOf, readAll } from '../../support/drafts.ts';
import { redisForSuite } from '../../support/redis-server.ts';
import { waitFor } from '../../support/wait-for.ts';
import { journalContract } from './contract.ts';

describe('the journal in Redis', function () {
  this.timeout(20_000);
  const redis = redisForSuite();
  let link: RedisLink;

  before(async () => {
    link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
  });
  after(() => link.close());

  journalContract('Redis', () => new RedisJournal(link, 'small'));

  describe('between two programs', () => {
    const START: Place = { seq: 0, hash: '' };
    let links: RedisLink[];
    let writer: RedisJournal;
    let reader: RedisJournal;
    /** Where the reader was last told that the log ends. */
    let told: number;

    beforeEach(async () => {
      links = [];
      [writer, reader] = [await join(), await join()];
      told = 0;
      reader.watch((end) => {
        told = end?.seq ?? 0;
      });
      writer.watch(() => undefined);
      await waitFor('both to listen', async () => (await link.listeners('ow:{small}:moved')) === 2);
    });
    afterEach(async () => {
      await Promise.all([writer.close(), reader.close()]);
      for (const each of links) await each.close();
    });

    async function join(): Promise<RedisJournal> {
      const own = new RedisLink(parseRedisAddress(redis.url));
      await own.start();
      links.push(own);
      return new RedisJournal(own, 'small');
    }

    async function readsOfTheLog(): Promise<number> {
      return Number(
        /cmdstat_xrange:calls=(\d+)/.exec(await redis.server.ask('INFO', 'commandstats'))?.[1] ?? 0,
      );
    }

    async function seqs(pages: AsyncIterable<Place[]>): Promise<number[]> {
      const all: number[] = [];
      for await (const page of pages) all.push(...page.map(({ seq }) => seq));
      return all;
    }

    it('is followed and appended to without being read, by whoever has heard it', async () => {
      await redis.server.ask('CONFIG', 'RESETSTAT');
      await writer.append(0, drafts(1, 3));
      const hash = await writer.append(3, [draft(4)]);
      await waitFor('the words', () => told === 4);
      expect(await seqs(reader.follow(START, 4))).to.deep.equal([1, 2, 3, 4]);
      await reader.append(4, [draft(5)]);
      expect(await readsOfTheLog()).to.equal(0);
      expect(await seqs(writer.follow({ seq: 4, hash }, 5))).to.deep.equal([5]);
    });

    it('is heard by who has asked in between where it ends', async () => {
      await redis.server.ask('CONFIG', 'RESETSTAT');
      let isOver = false;
      const asking = (async () => {
        while (!isOver) await reader.last();
      })();
      for (let seq = 1; seq <= 50; seq++) await writer.append(seq - 1, [draft(seq)]);
      isOver = true;
      await asking;
      await waitFor('the words', () => told === 50);
      expect(await seqs(reader.follow(START, 50))).to.have.length(50);
      expect(await readsOfTheLog()).to.equal(0);
    });

    it('is read by whom it was said to that it goes further than was heard', async () => {
      const long = { ...draft(2), by: 'x'.repeat(MAX_SAID) };
      await writer.append(0, [draft(1)]);
      await writer.append(1, [long]);
      await writer.append(2, [draft(3)]);
      await waitFor('the words', () => told === 3);
      expect(await seqs(reader.follow(START, 3))).to.deep.equal([1, 2, 3]);
    });

    it('is found to be another where it does not go through the place, whatever was heard', async () => {
      await writer.append(0, drafts(1, 3));
      await waitFor('the words', () => told === 3);
      const elsewhere = { seq: 2, hash: 'f'.repeat(64) };
      expect(await failureOf(seqs(reader.follow(elsewhere, 3)))).to.be.instanceOf(JournalReplaced);
      expect(await failureOf(seqs(reader.follow({ seq: 9, hash: '' }, 0)))).to.be.instanceOf(JournalReplaced);
    });

    it('is heard again by who has found it to be another', async () => {
      await writer.append(0, drafts(1, 3));
      await waitFor('the words', () => told === 3);
      expect(await seqs(reader.follow(START, 3))).to.have.length(3);
      await redis.server.ask('DEL', 'ow:{small}:head', 'ow:{small}:log');
      await writer.append(0, [draft(1, 'another')]);
      expect(await failureOf(seqs(reader.follow({ seq: 3, hash: 'f'.repeat(64) }, 0)))).to.be.instanceOf(
        JournalReplaced,
      );
      await redis.server.ask('CONFIG', 'RESETSTAT');
      await writer.append(1, [draft(2, 'another')]);
      await waitFor('the words', () => told === 2);
      expect(await seqs(reader.follow((await readAll(writer))[0] as Place, 2))).to.deep.equal([2]);
      expect(await readsOfTheLog(), "the writer's own").to.equal(1);
    });

    it('is not spoken of in words of another version', async () => {
      const news: (Place | null)[] = [];
      reader.watch((end) => news.push(end));
      await redis.server.ask('SPUBLISH', 'ow:{small}:moved', `someone 7 ${'0'.repeat(64)}`);
      await writer.append(0, [draft(1)]);
      await waitFor('the words', () => told === 1);
      expect(news.map((end) => end?.seq).filter((seq) => seq !== 0 && seq !== 1)).to.deep.equal([]);
    });

    it('has a turn that one takes at once, and the other follows while it waits for it', async () => {
      expect(await seqs(writer.awaitTurn(START))).to.deep.equal([]);
      const waiting = reader.awaitTurn(START);
      const first = waiting.next();
      await waitFor('the other to stand in line', async () =>
        (await redis.server.ask('LLEN', 'ow:{small}:waiting')).startsWith(':1'),
      );
      await writer.append(0, drafts(1, 2));
      const { value } = await first;
      expect(
        value?.map(({ seq }: Place) => seq),
        'while it waits',
      ).to.deep.equal([1, 2]);
      expect(await failureOf(reader.append(2, [draft(3)]))).to.be.instanceOf(JournalConflict);
      const rest = seqs(waiting);
      await writer.append(2, [draft(3)]);
      writer.endTurn();
      expect(await rest).to.deep.equal([3]);
      expect(await failureOf(writer.append(3, [draft(4)]))).to.be.instanceOf(JournalConflict);
      await reader.append(3, [draft(4)]);
      reader.endTurn();
      await waitFor('the turn to be free', async () =>
        (await redis.server.ask('EXISTS', 'ow:{small}:turn')).startsWith(':0'),
      );
    });

    for (const [how, passTurn] of [
      ['when its owner asks for it again', false],
      ['with what its owner appends', true],
    ] as const) {
      it(`passes the turn on to who waits, ${how}`, async () => {
        const turns: string[] = [];
        async function work(journal: RedisJournal, name: string): Promise<void> {
          let place = START;
          for (let round = 0; round < 10; round++) {
            for await (const page of journal.awaitTurn(place)) place = page.at(-1) ?? place;
            turns.push(name);
            const next = draft(place.seq + 1, name);
            place = { seq: next.seq, hash: await journal.append(place.seq, [next], passTurn) };
          }
          journal.endTurn();
        }
        await Promise.all([work(writer, 'a'), work(reader, 'b')]);
        const log = await readAll(reader);
        expect(log.map(({ by }) => by)).to.deep.equal(turns);
        expect(turns).to.have.length(20);
        expect(turns.join(''), 'once both wait, they alternate').to.match(
          /^(a*|b*)((ab)*a?|(ba)*b?)(a*|b*)$/,
        );
      });
    }

    it('is left by whoever is called and has nothing to append any more', async () => {
      await seqs(writer.awaitTurn(START));
      const waiting = reader.awaitTurn(START).next();
      await waitFor('the other to stand in line', async () =>
        (await redis.server.ask('LLEN', 'ow:{small}:waiting')).startsWith(':1'),
      );
      await writer.append(0, [draft(1)], true);
      await waiting;
      writer.endTurn();
      await waitFor('the line to be empty', async () =>
        (await redis.server.ask('LLEN', 'ow:{small}:waiting')).startsWith(':0'),
      );
      await reader.append(1, [draft(2)], true);
      reader.endTurn();
      await waitFor('the turn to be free', async () =>
        (await redis.server.ask('EXISTS', 'ow:{small}:turn')).startsWith(':0'),
      );
    });

    it('does not wait for a dead owner of the turn', async () => {
      await seqs(writer.awaitTurn(START));
      await writer.append(0, [draft(1)]);
      expect(await seqs(reader.awaitTurn(START))).to.deep.equal([1]);
      await reader.append(1, [draft(2)]);
    });
  });
});
