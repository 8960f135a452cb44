import type { Phone } from '../../common/contract/phone.ts';

const WORKER = '/notification-worker.js';
/** The pages it is for. */
const SCOPE = '/phone';

/** A browser that can notify, as Chromium, Firefox and Safari on encrypted pages can. */
export interface PushBrowser {
  /** Whether its person lets this hall notify; `default`: they have not been asked. */
  permission(): NotificationPermission;
  ask(): Promise<NotificationPermission>;
  /** Where this browser can be reached, if it was asked before. */
  phone(): Promise<Phone | null>;
  /**
   * Lets whoever has this key reach it.
   * @throws when its maker's service can not be reached.
   */
  subscribe(publicKey: string): Promise<Phone>;
  unsubscribe(): Promise<void>;
}

export const pushBrowser: PushBrowser = {
  permission: () => Notification.permission,
  ask: () => Notification.requestPermission(),
  phone: async () => phoneOf(await subscription()),
  async subscribe(publicKey) {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    await isActive(registration);
    const options = { userVisibleOnly: true, applicationServerKey: publicKey };
    const { pushManager } = registration;
    const subscribed = await pushManager.subscribe(options).catch(async (error: unknown) => {
      // What it had for another key has to go first; anything else fails again.
      await (await pushManager.getSubscription())?.unsubscribe();
      return pushManager.subscribe(options).catch(() => Promise.reject(error));
    });
    const phone = phoneOf(subscribed);
    if (phone === null) throw new Error('the browser gave no keys');
    return phone;
  },
  async unsubscribe() {
    await (await subscription())?.unsubscribe();
  },
};

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function phoneOf(subscription: PushSubscription | null): Phone | null {
  const { endpoint, keys: { p256dh, auth } = {} } = subscription?.toJSON() ?? {};
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return null;
  return { endpoint, keys: { p256dh, auth } };
}

/** Only a worker that is active can be told anything. */
function isActive({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (active !== null || coming === null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve();
      if (coming.state === 'redundant') reject(new Error('the worker could not be installed'));
    });
  });
}
