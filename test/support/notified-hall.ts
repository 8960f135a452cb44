import { type Answer, ask } from './http.ts';
import { type PersonalServer, startPersonalServer } from './personal-server.ts';
import type { FakePhone } from './push-service.ts';

const HALL = '/api/v1/halls/small';

/** A number as whoever took it knows it. */
export interface Held {
  id: string;
  number: string;
  secret: string;
}

/** A whole server that tells phones through services on localhost, and what citizens and clerks do with it. */
export class NotifiedHall {
  private constructor(readonly server: PersonalServer) {}

  static async start(
    folder: string,
    environment: Record<string, string> = {},
    from?: string,
  ): Promise<NotifiedHall> {
    const notify = { NOTIFY_CONTACT: 'mailto:hall@example.org', NOTIFY_SERVICES: 'localhost' };
    return new NotifiedHall(await startPersonalServer(folder, { ...notify, ...environment }, from));
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  async publicKey(): Promise<string | null> {
    return (await this.ask('GET', '/notifications')).json.publicKey;
  }

  async issue(wish: object = {}): Promise<Held> {
    const { json } = await this.ask('POST', '/tickets', { queue: 'social', ...wish });
    return { id: json.ticket.id, number: json.ticket.number, secret: json.secret };
  }

  async issueMany(count: number): Promise<Held[]> {
    const held: Held[] = [];
    while (held.length < count) held.push(await this.issue());
    return held;
  }

  bind({ id, secret }: Held, { subscription }: Pick<FakePhone, 'subscription'>): Promise<Answer> {
    return this.ask('POST', `/tickets/${id}/phones`, subscription, secret);
  }

  unbind({ id, secret }: Held, { subscription: { endpoint } }: FakePhone): Promise<Answer> {
    return this.ask('DELETE', `/tickets/${id}/phones`, { endpoint }, secret);
  }

  /** A clerk's presses, one after the other. @throws when one is refused. */
  async at(window: string, ...steps: string[]): Promise<void> {
    for (const step of steps) {
      const { status, text } = await this.ask('POST', `/windows/${window}/${step}`, {});
      if (status !== 200) throw new Error(`${step} at ${window}: ${text}`);
    }
  }

  ask(method: string, path: string, body?: object, secret?: string): Promise<Answer> {
    const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
    const sent = body === undefined ? {} : { body };
    return ask(`http://127.0.0.1:${this.server.port}`, method, `${HALL}${path}`, { headers, ...sent });
  }
}
