import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { type Held, NotifiedHall } from '../../support/notified-hall.ts';
import { filesOf } from '../../support/personal-server.ts';
import { type FakePhone, type PushService, startPushService } from '../../support/push-service.ts';
import { tempDirs } from '../../support/temp-dir.ts';
import { waitFor } from '../../support/wait-for.ts';

const tempDir = tempDirs();

describe('what phones are told (R29)', function () {
  this.timeout(30_000);
  let folder: string;
  let hall: NotifiedHall;
  let service: PushService;
  let publicKey: string;

  beforeEach(async () => {
    folder = tempDir();
    hall = await NotifiedHall.start(folder);
    publicKey = (await hall.publicKey()) ?? '';
    service = await startPushService(() => publicKey);
  });
  afterEach(async () => {
    await hall.stop();
    await service.close();
    expect(service.faults, 'unproved or sealed for somebody else').to.deep.equal([]);
  });

  /** A phone that is told of this ticket. */
  async function phoneOf(ticket: Held): Promise<FakePhone> {
    const phone = service.phone();
    expect((await hall.bind(ticket, phone)).status).to.equal(201);
    return phone;
  }

  function told(phone: FakePhone, ...titles: string[]): Promise<true> {
    return waitFor(`the phone to be told ${titles.join(', ')}`, () => {
      expect(phone.titles()).to.deep.equal(titles.slice(0, phone.titles().length));
      return phone.titles().length >= titles.length;
    });
  }

  /** What the vault holds of phones. */
  function records(): string[] {
    const database = new Database(join(folder, 'small.vault.db'));
    const rows = database.prepare(`SELECT key FROM records WHERE key <> '#key'`).all() as { key: string }[];
    database.close();
    return rows.map(({ key }) => key.split('/')[0] ?? '');
  }

  const empty = () => waitFor('all to be forgotten', () => records().length === 0);

  it('once when three are ahead, and when they are called, where to go', async () => {
    const tickets = await hall.issueMany(5);
    const last = tickets[4] as Held;
    const phone = await phoneOf(last);
    await hall.at('w1', 'open', 'call-next');
    await told(phone, 'A005 快到您了，前面 3 人');
    for (let served = 0; served < 4; served++) await hall.at('w1', 'start', 'finish', 'call-next');
    await told(phone, 'A005 快到您了，前面 3 人', 'A005 请到 1 号窗口');
    const [near, called] = phone.delivered;
    expect(near?.message).to.deep.equal({
      title: 'A005 快到您了，前面 3 人',
      body: '请到等候区，准备好材料。',
      lang: 'zh-CN',
      tag: `small.${last.id}`,
      link: `small.${last.id}.${last.secret}`,
    });
    expect(called?.message.body).to.equal('正在叫您。请带好材料，现在就去。');
    expect(near).to.deep.include({ ttl: 180, urgency: 'high', contact: 'mailto:hall@example.org' });
    expect(near?.topic, 'the later one takes the place of the earlier').to.equal(called?.topic);
    expect(near?.topic).to.match(/^[\w-]{32}$/);
  });

  it('in the language the ticket was taken in, to every phone of it, and of no other ticket', async () => {
    const [first, other] = [await hall.issue({ locale: 'en' }), await hall.issue()] as [Held, Held];
    const phones = [await phoneOf(first), await phoneOf(first)];
    const stranger = await phoneOf(other);
    await hall.at('w1', 'open', 'call-next');
    for (const phone of phones) await told(phone, 'A001: please go to window 1');
    await told(stranger, 'A002 马上到您');
  });

  it('of every further call, and of a miss what to do now, until there is nothing to be done', async () => {
    const ticket = await hall.issue();
    const phone = await phoneOf(ticket);
    const titles = ['A001 请到 1 号窗口'];
    await hall.at('w1', 'open', 'call-next');
    await told(phone, ...titles);
    for (let back = 0; back < 3; back++) {
      await hall.at('w1', 'recall');
      titles.push('A001 请到 1 号窗口');
      await told(phone, ...titles);
      await hall.at('w1', 'miss');
      titles.push('A001 已过号');
      await told(phone, ...titles);
      const returned = await hall.ask('POST', `/tickets/${ticket.id}/return`, { secret: ticket.secret });
      if (returned.status !== 200) break;
      await hall.at('w1', 'call-next');
      titles.push('A001 请到 1 号窗口');
      await told(phone, ...titles);
    }
    const bodies = phone.delivered.map(({ message }) => message.body);
    expect(bodies[1]).to.equal('第 2 次呼叫。请带好材料，现在就去。');
    expect(bodies[2]).to.match(/顺延”，不用重新取号/);
    expect(bodies.at(-1)).to.match(/重新取号。$/);
  });

  it('again when near after a miss, as that is another place', async () => {
    const [, second] = (await hall.issueMany(2)) as [Held, Held];
    const phone = await phoneOf(second);
    await hall.at('w1', 'open', 'call-next');
    await told(phone, 'A002 马上到您');
    await hall.at('w1', 'start', 'finish', 'call-next');
    await told(phone, 'A002 马上到您', 'A002 请到 1 号窗口');
    await hall.at('w1', 'miss');
    const upToNow = ['A002 马上到您', 'A002 请到 1 号窗口', 'A002 已过号'];
    await told(phone, ...upToNow);
    await hall.issue({ category: 'elderly' });
    await hall.ask('POST', `/tickets/${second.id}/return`, { secret: second.secret });
    await hall.at('w1', 'call-next');
    await told(phone, ...upToNow, 'A002 马上到您');
  });

  it('at every matter of a visit, which ends with the last', async () => {
    const phone = await phoneOf(await hall.issue({ further: [{ queue: 'estate' }] }));
    await hall.at('w1', 'open', 'call-next');
    await told(phone, 'A001 请到 1 号窗口');
    await hall.at('w1', 'start', 'finish');
    await hall.at('w4', 'open', 'call-next');
    await told(phone, 'A001 请到 1 号窗口', 'A001 请到 4 号窗口');
    await hall.at('w4', 'start', 'finish');
    await empty();
  });

  it('nothing once it was turned off on that phone', async () => {
    const ticket = await hall.issue();
    const [quiet, other] = [await phoneOf(ticket), await phoneOf(ticket)];
    expect((await hall.unbind(ticket, quiet)).json).to.deep.equal({ deleted: 1 });
    expect((await hall.unbind(ticket, quiet)).json).to.deep.equal({ deleted: 0 });
    await hall.at('w1', 'open', 'call-next');
    await told(other, 'A001 请到 1 号窗口');
    expect(quiet.titles()).to.deep.equal([]);
  });

  it('nothing more once its service says that it is gone: it is forgotten', async () => {
    const ticket = await hall.issue();
    const [lost, other] = [await phoneOf(ticket), await phoneOf(ticket)];
    service.lose(lost);
    await hall.at('w1', 'open', 'call-next');
    await waitFor('both to be tried', () => service.asked === 2);
    await waitFor(
      'the lost one to be forgotten',
      () => records().filter((key) => key === '#phone').length === 1,
    );
    await hall.at('w1', 'recall');
    await told(other, 'A001 请到 1 号窗口', 'A001 请到 1 号窗口');
    expect(service.asked).to.equal(3);
  });

  it('after all when its service could not take it at first, and other phones meanwhile, each once', async () => {
    const [first, second] = (await hall.issueMany(2)) as [Held, Held];
    const phone = await phoneOf(first);
    const other = await phoneOf(second);
    service.answers = [503, 429];
    await hall.at('w1', 'open', 'call-next');
    await told(other, 'A002 马上到您');
    await told(phone, 'A001 请到 1 号窗口');
    await hall.at('w1', 'start', 'finish', 'call-next');
    await told(other, 'A002 马上到您', 'A002 请到 1 号窗口');
    expect(phone.titles()).to.deep.equal(['A001 请到 1 号窗口']);
    expect(service.asked).to.equal(5);
  });

  it('nothing that was refused a second time, and nobody is told less of it', async () => {
    const ticket = await hall.issue();
    const phone = await phoneOf(ticket);
    service.answers = [413];
    await hall.at('w1', 'open', 'call-next');
    await waitFor('the refusal to be logged', () => hall.server.logged().includes('a push service refuses'));
    await hall.at('w1', 'recall');
    await told(phone, 'A001 请到 1 号窗口');
    expect(service.asked).to.equal(2);
    expect(phone.delivered[0]?.message.body).to.match(/^第 2 次呼叫/);
  });

  /** As a crash may: how far was read is lost, and all of the day is read again. */
  async function startAgain(clockTime: string): Promise<void> {
    await hall.stop();
    rmSync(join(folder, 'small.notified'));
    hall = await NotifiedHall.start(folder, {}, `2026-03-02T${clockTime}+08:00`);
  }

  it('nothing twice by a server that was started again and reads all of it again', async () => {
    const [first, second] = (await hall.issueMany(3)) as [Held, Held];
    const phones = [await phoneOf(first), await phoneOf(second)] as const;
    await hall.at('w1', 'open', 'call-next');
    await told(phones[0], 'A001 请到 1 号窗口');
    await told(phones[1], 'A002 马上到您');
    await startAgain('09:01:00');
    await hall.at('w1', 'start', 'finish', 'call-next');
    await told(phones[1], 'A002 马上到您', 'A002 请到 1 号窗口');
    expect(phones[0].titles()).to.deep.equal(['A001 请到 1 号窗口']);
    expect(service.asked).to.equal(3);
  });

  it('nothing that is old when it could be told at last', async () => {
    const phone = await phoneOf(await hall.issue());
    service.answers = Array.from({ length: 1000 }, () => 503);
    await hall.at('w1', 'open', 'call-next');
    await waitFor('the call to be tried', () => service.asked >= 1);
    await startAgain('09:04:00');
    await waitFor('it to be too late', () => hall.server.logged().includes('it is too late'));
    service.answers = [];
    await hall.at('w1', 'recall');
    await told(phone, 'A001 请到 1 号窗口');
    expect(phone.delivered[0]?.message.body).to.match(/^第 2 次呼叫/);
  });

  it('is sealed where it is kept, and forgotten with the ticket', async () => {
    const ticket = await hall.issue();
    const phone = await phoneOf(ticket);
    const { endpoint, keys } = phone.subscription;
    await hall.at('w1', 'open', 'call-next');
    await told(phone, 'A001 请到 1 号窗口');
    await hall.at('w1', 'start');
    expect(records().sort()).to.deep.equal(['#phone', '#told']);
    for (const [name, bytes] of filesOf(folder))
      for (const secret of [endpoint, keys.auth, new URL(endpoint).pathname.slice(1)])
        expect(bytes.includes(secret), `${secret} in ${name}`).to.equal(false);
    expect(hall.server.logged()).not.to.contain(new URL(endpoint).pathname);
    await hall.at('w1', 'finish');
    await empty();
  });

  it('is forgotten with the person, with the number that is given back, and when asked for', async () => {
    const person = { phone: '13812345678', idNumber: '11010519491231002X' };
    const first = await hall.issue({ person });
    await phoneOf(first);
    const w4 = { window: 'w4', phone: person.phone };
    expect((await hall.ask('DELETE', '/persons', w4)).json).to.deep.equal({ deleted: 2 });
    expect(records()).to.deep.equal([]);
    await phoneOf(first);
    const own = { ticket: first.id, secret: first.secret };
    expect((await hall.ask('DELETE', '/persons', own)).json).to.deep.equal({ deleted: 1 });
    await phoneOf(first);
    await hall.ask('POST', `/tickets/${first.id}/cancel`, { secret: first.secret });
    await empty();
  });

  it('is forgotten at the end of the day', async () => {
    await hall.stop();
    hall = await NotifiedHall.start(folder, {}, '2026-03-02T23:59:57+08:00');
    const ticket = await hall.issue();
    await phoneOf(ticket);
    expect(records()).to.deep.equal(['#phone']);
    await empty();
    expect((await hall.bind(ticket, service.phone())).json.code).to.equal('UNKNOWN_TICKET');
  });

  it('goes to known services only, to few phones of a ticket, and to nobody without its secret', async () => {
    const ticket = await hall.issue();
    const other = await hall.issue();
    const { subscription } = service.phone();
    const codeOf = async (phone: object, held: Held = ticket): Promise<string> =>
      (await hall.bind(held, { subscription: { ...subscription, ...phone } })).json.code;
    for (const endpoint of [
      'http://localhost/x',
      'https://127.0.0.1/x',
      'https://10.0.0.1/x',
      'https://[::1]/x',
      'https://notlocalhost/x',
      'https://localhost.example.org/x',
      'https://user@example.org:443/localhost',
      `https://localhost/${'x'.repeat(1024)}`,
      'localhost',
    ])
      expect(await codeOf({ endpoint }), endpoint).to.equal('INVALID_REQUEST');
    const { auth, p256dh } = subscription.keys;
    for (const keys of [
      { auth: 'short', p256dh },
      { auth, p256dh: p256dh.slice(0, -1) },
      { auth, p256dh: `B${'A'.repeat(86)}` },
    ])
      expect(await codeOf({ keys }), JSON.stringify(keys)).to.equal('INVALID_REQUEST');
    expect(await codeOf({}, { ...ticket, secret: other.secret })).to.equal('WRONG_SECRET');
    expect(await codeOf({}, { ...ticket, id: '20260302-A999' })).to.equal('UNKNOWN_TICKET');
    for (let phone = 0; phone < 3; phone++) await phoneOf(ticket);
    expect(await codeOf({})).to.equal('TOO_MANY_PHONES');
    await hall.ask('POST', `/tickets/${ticket.id}/cancel`, { secret: ticket.secret });
    expect(await codeOf({})).to.equal('TICKET_NOT_WAITING');
    expect(service.asked).to.equal(0);
  });

  it('nothing at all in a hall that does not say whom services may turn to', async () => {
    await hall.stop();
    hall = await NotifiedHall.start(folder, { NOTIFY_CONTACT: '' });
    expect(await hall.publicKey()).to.equal(null);
    expect((await hall.bind(await hall.issue(), service.phone())).json.code).to.equal('NOTIFICATIONS_OFF');
  });
});
