import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type FakePhone, type PushService, startPushService } from '../support/push-service.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';
import { EXAMINED, isAccessible, PHONE } from './support/examine.ts';
import { HALL, HallApi, type Issued } from './support/hall-api.ts';
import { freePort, HallServer } from './support/hall-server.ts';
import { WINDOW } from './support/screens.ts';
import { shows } from './support/shows.ts';
import { Theatre } from './support/theatre.ts';

/** What stands inside the reminder where there is none may have a button too. */
const BUTTON = 'phone-reminder section button';
const ALLOWED = { ...EXAMINED, permissions: ['notifications'] };

/** What the browser's maker gives out, and the tests' service delivers to. */
interface Maker {
  phone: FakePhone;
  prepare: (page: Page) => Promise<void>;
}

/** The browser's worker, as the developers' tools see it. */
interface Tools {
  /** Hands the worker a message, as the maker's service does. */
  deliver(message: object): Promise<void>;
}

describe('a phone that is told before its turn', () => {
  let server: HallServer;
  let api: HallApi;
  let theatre: Theatre;
  let service: PushService;

  after(async () => {
    await theatre.stop();
    await server.stop();
    await service.close();
    expect(server.said).to.equal('');
  });
  // Its own hook must run after the server has stopped writing there.
  const folder = tempDirs();

  before(async () => {
    let publicKey = '';
    service = await startPushService(() => publicKey);
    const port = await freePort();
    // Browsers take localhost for as safe as an encrypted address.
    const origin = `http://localhost:${port}`;
    server = new HallServer(port, folder(), {
      PUBLIC_URL: origin,
      NOTIFY_CONTACT: 'mailto:hall@example.org',
      NOTIFY_SERVICES: 'localhost',
      NODE_EXTRA_CA_CERTS: service.certificate,
    });
    api = new HallApi(server.url);
    theatre = new Theatre(origin);
    await Promise.all([server.start(), theatre.start()]);
    const answer = await fetch(`${server.url}/api/v1/halls/${HALL}/notifications`);
    ({ publicKey } = (await answer.json()) as { publicKey: string });
  });
  afterEach(async () => {
    const { complaints } = theatre;
    await theatre.clear();
    expect(complaints, 'what the pages complained of').to.deep.equal([]);
    expect(service.faults).to.deep.equal([]);
  });

  /** Gives the page the address of a phone of the tests' service, as the maker's would, for the hall's key alone. */
  function maker(): Maker {
    const phone = service.phone();
    return {
      phone,
      prepare: async (page) => {
        await page.addInitScript((json) => {
          const subscription = {
            endpoint: json.endpoint,
            toJSON: () => json,
            unsubscribe: async () => true,
          } as unknown as PushSubscription;
          PushManager.prototype.subscribe = async (options) => {
            if (options?.userVisibleOnly !== true) throw new Error('would show nothing');
            sessionStorage.setItem('subscribed', 'yes');
            return subscription;
          };
          PushManager.prototype.getSubscription = async () =>
            sessionStorage.getItem('subscribed') === null ? null : subscription;
        }, phone.subscription);
      },
    };
  }

  const issue = (locale = 'zh-CN'): Promise<Issued> => api.issue({ queue: WINDOW.queue, locale });

  /** A relative's phone, bound by the same link. */
  async function bound({ ticket, secret }: Issued): Promise<FakePhone> {
    const phone = service.phone();
    const { status } = await fetch(`${server.url}/api/v1/halls/${HALL}/tickets/${ticket.id}/phones`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(phone.subscription),
    });
    expect(status).to.equal(201);
    return phone;
  }

  const told = (phone: FakePhone, title: string) =>
    waitFor(`the phone to be told ${title}`, () => phone.titles().includes(title));

  /** The developers' tools of a page whose worker runs. */
  async function toolsOf(page: Page): Promise<Tools> {
    const session = await page.context().newCDPSession(page);
    const ids: string[] = [];
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      ids.push(...registrations.map(({ registrationId }) => registrationId));
    });
    await session.send('ServiceWorker.enable');
    const registrationId = await waitFor('the worker', () => ids[0]);
    return {
      deliver: (message) =>
        session
          .send('ServiceWorker.deliverPushMessage', {
            ...{ origin: new URL(page.url()).origin, registrationId },
            data: JSON.stringify(message),
          })
          .then(() => undefined),
    };
  }

  function shownBy(page: Page): Promise<{ title: string; body: string; lang: string; data: string }[]> {
    return page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/phone');
      const shown = (await registration?.getNotifications()) ?? [];
      return shown.map(({ title, body, lang, data }) => ({ title, body, lang, data }));
    });
  }

  it('is asked for by one touch, told through its maker’s service, and told no more after another', async () => {
    await api.drain(WINDOW.id);
    const { ticket, url } = await issue();
    const { phone, prepare } = maker();
    const page = await theatre.open('phone', url, ALLOWED, prepare);
    await page.locator(BUTTON).filter({ hasText: '叫到我前提醒我' }).click();
    await shows(page, 'phone-reminder strong', '提醒已开启');
    await page.reload();
    await shows(page, 'phone-reminder strong', '提醒已开启');
    await api.at(WINDOW.id, 'call-next');
    await told(phone, `${ticket.number} 请到 ${WINDOW.number} 号窗口`);
    await api.at(WINDOW.id, 'miss');
    await told(phone, `${ticket.number} 已过号`);
    const other = await issue();
    const relative = await bound(other);
    await page.goto(other.url);
    await page.locator(BUTTON).filter({ hasText: '叫到我前提醒我' }).click();
    await page.locator(BUTTON).filter({ hasText: '关闭提醒' }).click();
    await shows(page, BUTTON, '叫到我前提醒我');
    const before = phone.titles().length;
    await api.at(WINDOW.id, 'call-next');
    await told(relative, `${other.ticket.number} 请到 ${WINDOW.number} 号窗口`);
    expect(phone.titles().slice(before)).to.deep.equal([]);
  });

  it('shows what it is told, a later message in place of an earlier one, and opens the ticket by a touch', async () => {
    await api.drain(WINDOW.id);
    const { ticket, url } = await issue('en');
    const { phone, prepare } = maker();
    const page = await theatre.open('phone', url, ALLOWED, prepare);
    await page.locator(BUTTON).filter({ hasText: 'Tell me before my turn' }).click();
    await shows(page, 'phone-reminder strong', 'Reminder is on');
    const tools = await toolsOf(page);
    await api.at(WINDOW.id, 'call-next');
    const title = `${ticket.number}: please go to window ${WINDOW.number}`;
    await told(phone, title);
    const { message } = phone.delivered[0] ?? {};
    await tools.deliver({ ...message, title: `${ticket.number}: you are next` });
    await waitFor('the first to be shown', async () => (await shownBy(page)).length === 1);
    await tools.deliver({ ...message });
    await waitFor('the second to be shown', async () => (await shownBy(page))[0]?.title === title);
    const [shown, ...more] = await shownBy(page);
    const link = new URL(url).hash.slice(1);
    expect(more, 'of one ticket').to.deep.equal([]);
    expect(shown).to.deep.equal({ title, body: message?.body, lang: 'en', data: link });
    // Only a person's touch lets a worker bring a page up: what it asks the browser for is looked at instead.
    const [worker] = page.context().serviceWorkers();
    await worker?.evaluate('globalThis.__name = (value) => value');
    const touch = async (there: string[]): Promise<string[] | undefined> =>
      worker?.evaluate(async (urls) => {
        const scope = globalThis as unknown as {
          registration: ServiceWorkerRegistration;
          clients: object;
          dispatchEvent(event: Event): void;
        };
        const asked: string[] = [];
        Object.assign(scope.clients, {
          matchAll: async () => urls.map((at) => ({ url: at, focus: async () => asked.push(`focus ${at}`) })),
          openWindow: async (at: string) => asked.push(`open ${at}`),
        });
        const [notification] = await scope.registration.getNotifications();
        const event = new Event('notificationclick') as Event & {
          notification?: unknown;
          waitUntil?: unknown;
        };
        let work: Promise<unknown> = Promise.resolve();
        event.notification = { data: notification?.data, close: () => asked.push('close') };
        event.waitUntil = (promise: Promise<unknown>) => {
          work = promise;
        };
        scope.dispatchEvent(event);
        await work;
        return asked;
      }, there);
    expect(await touch([])).to.deep.equal(['close', `open /phone#${link}`]);
    expect(await touch([`${url}x`, url])).to.deep.equal(['close', `focus ${url}`]);
  });

  it('offers nothing where the person has said no before, and says what to do when they say so now', async () => {
    const { url } = await issue();
    const denied = await theatre.open('phone', url, EXAMINED, (page) =>
      runsFirst(page, () => {
        Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
      }),
    );
    await shows(denied, 'phone-reminder phone-shake');
    expect(await denied.locator(BUTTON).count()).to.equal(0);
    const asked = await theatre.open('phone', url, EXAMINED, (page) =>
      runsFirst(page, () => {
        Object.defineProperty(Notification, 'permission', { get: () => 'default' });
        Notification.requestPermission = async () => 'denied';
      }),
    );
    await asked.locator(BUTTON).click();
    await shows(asked, 'phone-reminder .hint', '浏览器没有允许通知');
    await isAccessible(asked, PHONE, 'blocked');
  });

  it('says so where its maker’s service can not be reached', async () => {
    const { url } = await issue();
    const page = await theatre.open('phone', url, ALLOWED, (each) =>
      runsFirst(each, () => {
        PushManager.prototype.subscribe = () => Promise.reject(new DOMException('offline', 'AbortError'));
      }),
    );
    await page.locator(BUTTON).click();
    await shows(page, 'phone-reminder .hint', '现在收不到通知');
    await isAccessible(page, PHONE, 'unreachable');
  });

  for (const screen of ['phone', 'smallPhone'] as const) {
    for (const locale of ['zh-CN', 'en']) {
      it(`${screen} ${locale}: sizes, edges and axe, off and on, in large type too`, async () => {
        const { url } = await issue(locale);
        const { prepare } = maker();
        const page = await theatre.open(screen, url, ALLOWED, prepare);
        await shows(page, BUTTON);
        await isAccessible(page, PHONE, 'off');
        await page.locator('phone-bar .button').first().click();
        await isAccessible(page, PHONE, 'off, large');
        await page.locator(BUTTON).click();
        await shows(page, 'phone-reminder strong');
        await isAccessible(page, PHONE, 'on, large');
        await page.locator('phone-bar .button').first().click();
        await isAccessible(page, PHONE, 'on');
      });
    }
  }
});

async function runsFirst(page: Page, script: () => void): Promise<void> {
  await page.addInitScript(script);
}
