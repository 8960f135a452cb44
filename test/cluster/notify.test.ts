import { expect } from 'chai';
import { type Held, NotifiedHall } from '../support/notified-hall.ts';
import { type FakePhone, type PushService, startPushService } from '../support/push-service.ts';
import { redisForSuite } from '../support/redis-server.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const TICKETS = 12;
const tempDir = tempDirs();

describe('two nodes that both read of every call', function () {
  this.timeout(60_000);
  const redis = redisForSuite();
  let nodes: NotifiedHall[];
  let service: PushService;

  beforeEach(async () => {
    const shared = { REDIS_URL: redis.url, VAULT_KEY: Buffer.alloc(32, 7).toString('base64') };
    nodes = await Promise.all([1, 2].map(() => NotifiedHall.start(tempDir(), shared)));
    const keys = await Promise.all(nodes.map((node) => node.publicKey()));
    expect(new Set(keys).size, 'one sender').to.equal(1);
    service = await startPushService(() => keys[0] ?? '');
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await service.close();
  });

  it('tell every phone once, whichever node it was bound at', async () => {
    const [here, there] = nodes as [NotifiedHall, NotifiedHall];
    const tickets = await here.issueMany(TICKETS);
    const phones: FakePhone[] = [];
    for (const [index, ticket] of tickets.entries()) {
      const phone = service.phone();
      phones.push(phone);
      await waitFor('the node to know the ticket', async () => {
        const { status } = await (index % 2 === 0 ? here : there).bind(ticket as Held, phone);
        return status === 201;
      });
    }
    await here.at('w1', 'open');
    await there.at('w3', 'open');
    for (let calls = 0; calls < TICKETS; calls += 2) {
      await Promise.all([here.at('w1', 'call-next'), there.at('w3', 'call-next')]);
      await waitFor('both to be told', () => phones.slice(0, calls + 2).every((phone) => isTold(phone)));
      await Promise.all([here.at('w1', 'start', 'finish'), there.at('w3', 'start', 'finish')]);
    }
    for (const phone of phones) {
      const told = phone.delivered.map(({ message: { title } }) => (/请到/.test(title) ? 'called' : 'near'));
      expect(told.filter((each) => each === 'called')).to.have.length(1);
      expect(told.filter((each) => each === 'near').length, phone.titles().join()).to.be.at.most(1);
    }
    // The first two and those behind them were called, or near, with the first calls.
    const near = phones.slice(2).filter((phone) => phone.delivered.length === 2);
    expect(near.length, 'told when near').to.equal(TICKETS - 2);
    expect(service.faults).to.deep.equal([]);
    expect(service.asked).to.equal(phones.flatMap(({ delivered }) => delivered).length);
  });
});

function isTold(phone: FakePhone): boolean {
  return phone.titles().some((title) => /请到/.test(title));
}
