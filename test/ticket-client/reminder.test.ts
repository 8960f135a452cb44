import { expect } from 'chai';
import { Reminder, type ReminderParts } from '../../ticket-client/phone/reminder.ts';
import { REMINDER_WORDS } from '../../ticket-client/phone/reminder-words.ts';
import type { Answer } from '../../ticket-client/request.ts';

const LINK = { hall: 'small', ticket: '20260302-A001', secret: 'secret' };
const PHONE = { endpoint: 'https://push.example.org/1', keys: { p256dh: 'p', auth: 'a' } };
const OK: Answer<unknown> = { ok: true, value: {} };

/** A hall, a browser and a memory that answer what a test has them answer, and what they were asked. */
class World {
  publicKey: string | null = 'key';
  permission: NotificationPermission = 'default';
  answer: NotificationPermission = 'granted';
  phone: typeof PHONE | null = null;
  serviceIsThere = true;
  bind: Answer<unknown> = OK;
  unbind: Answer<unknown> = OK;
  bound = new Map<string, string>();
  asked: string[] = [];
  phases: string[] = [];

  parts(): ReminderParts {
    return {
      api: {
        getPublicKey: async () => ({ ok: true, value: { publicKey: this.publicKey } }),
        bindPhone: async (_link, { endpoint }) => this.#note(`bind ${endpoint}`, this.bind),
        unbindPhone: async (_link, endpoint) => this.#note(`unbind ${endpoint}`, this.unbind),
      },
      browser: {
        permission: () => this.permission,
        ask: async () => this.#note('ask', this.answer),
        phone: async () => this.phone,
        subscribe: async (key) => {
          this.asked.push(`subscribe ${key}`);
          if (!this.serviceIsThere) throw new Error('no service');
          this.phone = PHONE;
          return PHONE;
        },
        unsubscribe: async () => void this.asked.push('unsubscribe'),
      },
      memory: {
        boundTo: ({ ticket }) => this.bound.get(ticket) ?? null,
        rememberBound: ({ ticket }, endpoint) => void this.bound.set(ticket, endpoint),
        forgetBound: ({ ticket }) => {
          this.bound.delete(ticket);
          return this.bound.size === 0;
        },
      },
    };
  }

  async open(): Promise<Reminder> {
    const reminder: Reminder = new Reminder(LINK, this.parts(), () => {
      this.phases.push(reminder.state.phase);
    });
    await reminder.look();
    return reminder;
  }

  #note<T>(what: string, answer: T): T {
    this.asked.push(what);
    return answer;
  }
}

describe('the reminder of a ticket', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  it('is offered where the hall and the person let it be, and asks for nothing by itself', async () => {
    expect((await world.open()).state).to.deep.equal({ phase: 'off' });
    world.publicKey = null;
    expect((await world.open()).state).to.deep.equal({ phase: 'hidden' });
    world.publicKey = 'key';
    world.permission = 'denied';
    expect((await world.open()).state).to.deep.equal({ phase: 'hidden' });
    expect(world.asked).to.deep.equal([]);
  });

  it('is turned on by one press: asked, subscribed with the hall’s key, bound', async () => {
    const reminder = await world.open();
    await Promise.all([reminder.press(), reminder.press()]);
    expect(world.asked).to.deep.equal(['ask', 'subscribe key', `bind ${PHONE.endpoint}`]);
    expect(world.phases).to.deep.equal(['off', 'busy', 'on']);
    expect((await world.open()).state, 'opened again').to.deep.equal({ phase: 'on' });
  });

  it('is off again when the browser has forgotten the address it had, or has another', async () => {
    world.bound.set(LINK.ticket, PHONE.endpoint);
    expect((await world.open()).state).to.deep.equal({ phase: 'off' });
    world.phone = { ...PHONE, endpoint: 'https://push.example.org/2' };
    expect((await world.open()).state).to.deep.equal({ phase: 'off' });
  });

  it('is turned off by the next press; the browser’s address goes with the last ticket', async () => {
    world.phone = PHONE;
    world.bound.set(LINK.ticket, PHONE.endpoint).set('20260302-A002', PHONE.endpoint);
    const reminder = await world.open();
    await reminder.press();
    expect(world.asked).to.deep.equal([`unbind ${PHONE.endpoint}`]);
    expect(reminder.state).to.deep.equal({ phase: 'off' });
    world.bound.delete('20260302-A002');
    await reminder.press();
    await reminder.press();
    expect(world.asked.at(-1)).to.equal('unsubscribe');
  });

  for (const [what, change, phase] of [
    ['says no', { answer: 'denied' }, 'blocked'],
    ['does not answer', { answer: 'default' }, 'off'],
    ['has a browser whose service is away', { serviceIsThere: false }, 'unreachable'],
  ] as const) {
    it(`binds nothing when its person ${what}, and may be pressed again`, async () => {
      Object.assign(world, change);
      const reminder = await world.open();
      await reminder.press();
      expect(reminder.state).to.deep.equal({ phase });
      expect(world.asked.join()).not.to.contain('bind');
      Object.assign(world, { answer: 'granted', serviceIsThere: true });
      await reminder.press();
      expect(reminder.state).to.deep.equal({ phase: 'on' });
    });
  }

  it('says what the hall has refused, and does the same again when pressed again', async () => {
    world.bind = { ok: false, code: 'TOO_MANY_PHONES' };
    const reminder = await world.open();
    await reminder.press();
    expect(reminder.state).to.deep.equal({ phase: 'failed', code: 'TOO_MANY_PHONES', wasOn: false });
    world.bind = OK;
    await reminder.press();
    world.unbind = { ok: false, code: 'UNREACHABLE' };
    await reminder.press();
    expect(reminder.state).to.deep.equal({ phase: 'failed', code: 'UNREACHABLE', wasOn: true });
    expect(world.bound.size, 'still told').to.equal(1);
    world.unbind = OK;
    await reminder.press();
    expect(reminder.state).to.deep.equal({ phase: 'off' });
  });

  it('has the same words in both languages', () => {
    const [chinese, english] = [REMINDER_WORDS['zh-CN'], REMINDER_WORDS.en];
    expect(Object.keys(english)).to.deep.equal(Object.keys(chinese));
    for (const word of Object.values(english)) expect(word).not.to.match(/\p{Script=Han}/u);
  });
});
