/**
 * What a phone's browser runs while the page of a ticket is closed: shows what the hall tells it, and opens the
 * page when that is touched. It keeps nothing and answers no requests.
 */

/** As the hall sends it. */
interface Message {
  title: string;
  body: string;
  lang: string;
  /** The same for one ticket: a later message takes the place of an earlier one. */
  tag: string;
  /** What stands behind # in the address of the ticket's page. */
  link: string;
}

/** What this file needs of the worker's interfaces, whose types can not be had beside those of pages. */
interface Work extends Event {
  waitUntil(work: Promise<unknown>): void;
  data: { json(): Message } | null;
  notification: Notification;
}
interface Page {
  url: string;
  focus(): Promise<unknown>;
}
interface Scope {
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<Page[]>;
    openWindow(address: string): Promise<unknown>;
  };
  addEventListener(type: 'push' | 'notificationclick', listener: (event: Work) => void): void;
}

/** A pause, a call: felt through a coat. Milliseconds. */
const VIBRATION = [500, 200, 500];

const worker = self as unknown as Scope;

worker.addEventListener('push', (event) => {
  if (event.data !== null) event.waitUntil(show(event.data.json()));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});

function show({ title, body, lang, tag, link }: Message): Promise<void> {
  const options = { body, lang, tag, data: link, renotify: true, vibrate: VIBRATION };
  return worker.registration.showNotification(title, options);
}

async function open(link: string): Promise<void> {
  const address = `/phone#${link}`;
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find(({ url }) => url.endsWith(address));
  await (there === undefined ? worker.clients.openWindow(address) : there.focus());
}
