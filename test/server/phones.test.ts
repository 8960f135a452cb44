import { expect } from 'chai';
import { Phones } from '../../server/phones.ts';
import { MemoryVault } from '../../server/vault/memory.ts';
import { TestClock } from '../support/test-clock.ts';

const DAY_MS = 86_400_000;
const TICKET = '20260302-A001';

function phone(name: string) {
  return { endpoint: `https://push.example.org/${name}`, keys: { p256dh: 'p', auth: 'a' } };
}

describe('the phones of a ticket', () => {
  let vault: MemoryVault;
  let clock: TestClock;
  let phones: Phones;

  function open(retentionDays: number, hall = 'small'): Phones {
    return new Phones({ hall, vault, vaultKey: Buffer.alloc(32, 1), clock, retentionDays });
  }

  beforeEach(() => {
    vault = new MemoryVault();
    clock = new TestClock();
    phones = open(30);
  });

  const names = async (ticket = TICKET) =>
    (await phones.of(ticket)).map(({ endpoint }) => endpoint.split('/').at(-1));

  it('are three at most, one place for each, and a place that is free again is taken', async () => {
    const bound = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => phones.bind(TICKET, phone(name), 'c')),
    );
    expect(bound.filter(Boolean)).to.have.length(3);
    expect(await phones.bind(TICKET, phone('a'), 'c'), 'the same again').to.equal(true);
    expect(await phones.bind(TICKET, phone('e'), 'c')).to.equal(false);
    expect(await phones.unbind(TICKET, phone('b').endpoint)).to.equal(true);
    expect(await phones.unbind(TICKET, phone('b').endpoint)).to.equal(false);
    expect(await phones.bind(TICKET, phone('e'), 'c')).to.equal(true);
    expect((await names()).sort()).to.deep.equal(['a', 'c', 'e']);
    expect(await names('20260302-A002')).to.deep.equal([]);
  });

  it('are each told of a cause by one claim, unless that one could not', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => phones.claim(TICKET, phone('a'), 'near.5')));
    expect(claims.filter(Boolean)).to.have.length(1);
    expect(await phones.claim(TICKET, phone('b'), 'near.5'), 'another phone').to.equal(true);
    expect(await phones.claim(TICKET, phone('a'), 'called.6'), 'another cause').to.equal(true);
    await phones.release(TICKET, phone('a'), 'near.5');
    expect(await phones.claim(TICKET, phone('a'), 'near.5')).to.equal(true);
  });

  it('are forgotten with all they were told, ticket by ticket', async () => {
    for (const ticket of ['20260301-A001', TICKET, '20260302-A0010']) {
      await phones.bind(ticket, phone('a'), 'c');
      await phones.claim(ticket, phone('a'), 'near.5');
    }
    expect(await phones.forget(TICKET)).to.equal(2);
    expect(await names('20260302-A0010')).to.deep.equal(['a']);
    await phones.forgetAll((ticket) => ticket.startsWith('20260302'));
    expect(await names('20260301-A001'), 'a night hall has kept it').to.deep.equal(['a']);
    expect(vault.records.size).to.equal(2);
  });

  for (const retentionDays of [1, 2, 30]) {
    it(`are kept two days at the most, in a hall that keeps persons ${retentionDays}`, async () => {
      phones = open(retentionDays);
      await phones.bind(TICKET, phone('a'), 'c');
      const sweep = () => vault.deleteBefore(clock.now() - retentionDays * DAY_MS);
      clock.pass(DAY_MS - 1);
      expect(await sweep()).to.equal(0);
      clock.pass(DAY_MS + 2);
      expect(await sweep()).to.equal(1);
    });
  }

  it('of one hall can not be read in another', async () => {
    await phones.bind(TICKET, phone('a'), 'c');
    expect(
      await open(30, 'other')
        .of(TICKET)
        .catch(() => 'closed'),
    ).to.equal('closed');
  });
});
