import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Outcome } from '../../server/answers.ts';
import { evolve } from '../../server/hall/evolve/evolve.ts';
import { chooseTicket } from '../../server/hall/rule.ts';
import { emptyHall } from '../../server/hall/state.ts';
import { RedisJournal } from '../../server/journal/redis.ts';
import { parseRedisAddress } from '../../server/redis-address.ts';
import { RedisLink } from '../../server/redis-link.ts';
import { HallService } from '../../server/service.ts';
import { asking, callNext, issueTicket, wordOf } from '../support/commands.ts';
import { readAll } from '../support/drafts.ts';
import { plainHall } from '../support/plain-hall.ts';
import { commandOf, randomCommand } from '../support/random-commands.ts';
import { redisForSuite } from '../support/redis-server.ts';
import { MINUTE, smallSetup } from '../support/small-hall.ts';
import { TestClock } from '../support/test-clock.ts';
import { waitFor } from '../support/wait-for.ts';

/** One program's share in a hall: its own line to Redis, its own state. */
interface Node {
  service: HallService;
  journal: RedisJournal;
  clock: TestClock;
  news: string[];
  stop(): Promise<void>;
}

describe('several nodes, one hall in Redis', function () {
  this.timeout(60_000);
  const redis = redisForSuite();
  let nodes: Node[];
  let left: Node;
  let right: Node;

  async function join(setup = smallSetup()): Promise<Node> {
    const link = new RedisLink(parseRedisAddress(redis.url));
    await link.start();
    const journal = new RedisJournal(link, 'small');
    const clock = new TestClock();
    const service = new HallService(setup, journal, clock);
    const news: string[] = [];
    service.onTouch((each) => news.push(each));
    await service.start();
    const stop = async (): Promise<void> => {
      await service.stop();
      await journal.close();
      await link.close();
    };
    const node = { service, journal, clock, news, stop };
    nodes.push(node);
    return node;
  }

  beforeEach(async () => {
    nodes = [];
    [left, right] = await Promise.all([join(), join()]);
  });
  afterEach(async () => {
    await redis.server.start();
    redis.server.thaw();
    await Promise.all(nodes.map((node) => node.stop()));
  });

  async function seen(seq: number): Promise<void> {
    for (const { service } of nodes) await waitFor(`event ${seq}`, () => service.state.seq >= seq);
  }

  /** All nodes hold what the log says, and every call in it was the rule's. */
  async function audit(): Promise<void> {
    const state = emptyHall();
    for (const event of await readAll(left.journal)) {
      if (event.type === 'TicketCalled') {
        const window = state.windows.get(event.window);
        expect(window?.ticket, `call ${event.seq}: ${event.window} was free`).to.equal(null);
        expect(window && chooseTicket(state, window, event.at)?.number).to.equal(event.number);
      }
      evolve(state, event);
    }
    await seen(state.seq);
    for (const { service } of nodes) expect(plainHall(service.state)).to.deep.equal(plainHall(state));
  }

  it('open one day between them', async () => {
    const log = await readAll(left.journal);
    expect(log.map(({ type }) => type)).to.deep.equal(['DayOpened']);
    await audit();
  });

  it('show each what the other did, without being asked', async () => {
    const events: string[] = [];
    right.service.subscribe((batch) => events.push(...batch.map(({ type }) => type)));
    await asking(left.service)(issueTicket('social'));
    await waitFor('the other to see it', () => events.includes('TicketIssued'));
    expect(right.service.state.tickets.size).to.equal(1);
  });

  it('never refuse for what the other has just made possible', async () => {
    const [askLeft, askRight] = [asking(left.service, 'left'), asking(right.service, 'right')];
    await askRight({ type: 'OpenWindow', window: 'w1' });
    for (let count = 0; count < 30; count++) {
      const issued = await askLeft(issueTicket('social'));
      const called = await askRight(callNext('w1'));
      expect(wordOf(called)).to.equal(wordOf(issued));
      const { ok } = await askLeft({ type: 'StartService', window: 'w1' });
      expect(ok && (await askLeft({ type: 'FinishService', window: 'w1', outcome: 'accepted' })).ok).to.equal(
        true,
      );
    }
    await audit();
  });

  it('do a command once that comes to both, at once and later', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `command-${index}`);
    const ask = (node: Node, commandId: string): Promise<Outcome> =>
      node.service.execute(issueTicket('social'), { commandId, by: 'kiosk' });
    const answers = await Promise.all(ids.map((id) => Promise.all([ask(left, id), ask(right, id)])));
    for (const [one, other] of answers) expect(wordOf(one)).to.equal(wordOf(other));
    for (const [index, id] of ids.entries())
      expect(wordOf(await ask(right, id))).to.equal(wordOf(answers[index]?.[0] as Outcome));
    expect(new Set(answers.map(([one]) => wordOf(one))).size).to.equal(ids.length);
    expect((await readAll(left.journal)).filter(({ type }) => type === 'TicketIssued')).to.have.length(20);
    await audit();
  });

  it('call nobody twice when all windows press at one instant, on two nodes', async () => {
    const askLeft = asking(left.service, 'left');
    for (const window of ['w1', 'w2', 'w3', 'w4']) await askLeft({ type: 'OpenWindow', window });
    for (const queue of ['social', 'tax', 'social', 'tax', 'social', 'tax', 'social', 'tax'])
      await askLeft(issueTicket(queue));
    const askRight = asking(right.service, 'right');
    const presses = [askLeft(callNext('w1')), askRight(callNext('w2')), askLeft(callNext('w3'))];
    const words = (await Promise.all([...presses, askRight(callNext('w4'))])).map(wordOf);
    expect(
      words.every((word) => /^[AB]\d+$/.test(word)),
      words.join(),
    ).to.equal(true);
    expect(new Set(words).size).to.equal(4);
    await audit();
  });

  it('let none starve while all write as fast as they can', async () => {
    const third = await join();
    const press = async (node: Node, by: string): Promise<string[]> => {
      const ask = asking(node.service, by);
      const words: string[] = [];
      for (let round = 0; round < 25; round++)
        words.push(
          ...(await Promise.all(Array.from({ length: 8 }, () => ask(issueTicket('tax'))))).map(wordOf),
        );
      return words;
    };
    const words = (await Promise.all([press(left, 'l'), press(right, 'r'), press(third, 't')])).flat();
    expect(words.filter((word) => !/^B\d+$/.test(word))).to.deep.equal([]);
    expect(new Set(words).size).to.equal(600);
    await audit();
  });

  it('turn the day while they take turns, and put everybody who comes then into the new one', async () => {
    const take = async (node: Node, by: string, count: number): Promise<string[]> => {
      const ask = asking(node.service, by);
      return (await Promise.all(Array.from({ length: count }, () => ask(issueTicket('tax'))))).map(wordOf);
    };
    for (let round = 0; round < 5; round++)
      await Promise.all([take(left, `l${round}`, 8), take(right, `r${round}`, 8)]);
    for (const { clock } of nodes) clock.pass(24 * 60 * MINUTE);
    const [one, other] = await Promise.all([
      take(left, 'new-l', 8),
      take(right, 'new-r', 8),
      left.service.tick(),
    ]);
    expect([...one, ...other].sort().at(-1)).to.equal('B016');
    const log = await readAll(left.journal);
    expect(log.filter(({ type }) => type === 'DayOpened')).to.have.length(2);
    await audit();
  });

  it('fire what time asks for once, whoever looks at the clock', async () => {
    for (const node of nodes.splice(0)) await node.stop();
    await redis.server.ask('FLUSHALL');
    const rule = { callsBeforeMiss: 1, recallPauseSeconds: 0, autoMissMinutes: 5 };
    [left, right] = [await join(smallSetup({ rule })), await join(smallSetup({ rule }))];
    const askLeft = asking(left.service, 'left');
    await askLeft({ type: 'OpenWindow', window: 'w1' });
    await askLeft(issueTicket('social'));
    await askLeft(callNext('w1'));
    await seen(left.service.state.seq);
    for (const { clock } of nodes) clock.pass(20 * MINUTE);
    await Promise.all([left.service.tick(), right.service.tick(), left.service.tick(), right.service.tick()]);
    for (const { clock } of nodes) clock.pass(24 * 60 * MINUTE);
    await Promise.all([left.service.tick(), right.service.tick()]);
    const types = (await readAll(left.journal)).map(({ type }) => type);
    expect(types.filter((type) => type === 'TicketMissed')).to.have.length(1);
    expect(types.filter((type) => type === 'DayClosed')).to.have.length(1);
    expect(types.filter((type) => type === 'DayOpened')).to.have.length(2);
    await audit();
  });

  it('agree after any commands in any mixture', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), randomCommand), { minLength: 5, maxLength: 40 }),
        async (commands) => {
          run++;
          const tickets = [...left.service.state.tickets.keys()];
          await Promise.all(
            commands.map(async ([isLeft, random], index) => {
              const command = commandOf(random, tickets);
              const envelope = { commandId: `run-${run}-${index}`, by: 'clerk', role: 'manager' as const };
              const { service } = isLeft ? left : right;
              if (command !== undefined) await service.execute(command, envelope);
            }),
          );
          await seen(Math.max(left.service.state.seq, right.service.state.seq));
        },
      ),
      { numRuns: 20 },
    );
    await audit();
  });

  it('do not read the log while one alone writes it', async () => {
    await right.stop();
    nodes = [left];
    await redis.server.ask('CONFIG', 'RESETSTAT');
    const reads = async (name: string): Promise<number> =>
      Number(
        new RegExp(`cmdstat_${name}:calls=(\\d+)`).exec(
          await redis.server.ask('INFO', 'commandstats'),
        )?.[1] ?? 0,
      );
    const ask = asking(left.service);
    // Each append reads the head once, and says so once; a look, which is once a second, reads it as well.
    let appended = 0;
    while ((await reads('hmget')) < appended + 3) {
      const taken = Array.from({ length: 40 }, () => ask(issueTicket('tax')));
      await Promise.all(taken);
      appended = await reads('spublish');
    }
    expect(await reads('xrange')).to.equal(0);
  });

  it('refuse at once while Redis is gone, pile nothing up, and go on with nothing lost when it is back', async () => {
    const ask = asking(left.service, 'left');
    expect(wordOf(await ask(issueTicket('social')))).to.equal('A001');
    await redis.server.kill();
    await waitFor('both to have lost it', () => nodes.every(({ service }) => !service.inTouch));
    for (let count = 0; count < 5; count++)
      expect(wordOf(await ask(issueTicket('social')))).to.equal('JOURNAL_UNAVAILABLE');
    await redis.server.start();
    await waitFor('both to have found it', () => nodes.every(({ service }) => service.inTouch));
    expect(wordOf(await asking(right.service, 'right')(issueTicket('social')))).to.equal('A002');
    expect(left.news).to.deep.equal(['lost', 'found']);
    await audit();
  });

  it('answer a retry of what was under way when Redis died with what became of it', async () => {
    const ask = asking(left.service, 'left');
    redis.server.freeze();
    const lost = await ask(issueTicket('social'), 'was-under-way');
    expect(wordOf(lost)).to.equal('JOURNAL_UNAVAILABLE');
    redis.server.thaw();
    await waitFor('both to have found it', () => nodes.every(({ service }) => service.inTouch));
    const again = await ask(issueTicket('social'), 'was-under-way');
    expect(wordOf(again)).to.equal('A001');
    expect(wordOf(await ask(issueTicket('social')))).to.equal('A002');
    await audit();
  });

  it('start upon what is there, and follow from there', async () => {
    await asking(left.service)(issueTicket('social'));
    const third = await join();
    expect(third.service.state.tickets.size).to.equal(1);
    expect(wordOf(await asking(third.service, 'third')(issueTicket('social')))).to.equal('A002');
    await audit();
  });

  it('show another past when a failover has put another in its place', async () => {
    await asking(left.service)(issueTicket('social'));
    await seen(2);
    // A replica that never had the last event leads now, and has gone on.
    await redis.server.ask('XDEL', 'ow:{small}:log', '2-0');
    await redis.server.ask('XSETID', 'ow:{small}:log', '1-0');
    const [, first] = /\r\nhash\r\n\$\d+\r\n(\w+)/.exec(
      await redis.server.ask('XRANGE', 'ow:{small}:log', '1-0', '1-0'),
    ) as RegExpExecArray;
    await redis.server.ask('HSET', 'ow:{small}:head', 'seq', '1', 'hash', first ?? '');
    for (const node of nodes) await waitFor('the new past', () => node.news.includes('replaced'));
    for (const { service } of nodes) expect(service.state.tickets.size).to.equal(0);
    expect(wordOf(await asking(right.service, 'right')(issueTicket('tax')))).to.equal('B001');
    await audit();
  });
});
