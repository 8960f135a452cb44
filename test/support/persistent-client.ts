import { Agent, request } from 'node:http';

export interface Acknowledged {
  key: string;
  path: string;
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the program answered.
  body: any;
}

const PAUSE_MS = 20;

/**
 * A client that takes no silence for an answer: each command is sent again under the same key until somebody
 * answers it, across crashes and restarts.
 */
export class PersistentClient {
  readonly acknowledged: Acknowledged[] = [];
  /** Commands that had to be sent more than once. */
  retried = 0;
  isGivingUp = false;
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #count = 0;

  constructor(private readonly portOf: () => number) {}

  /** Undefined when the client gave up. */
  async post(path: string, body: object = {}): Promise<Acknowledged | undefined> {
    const key = `persistent-${++this.#count}`;
    for (let attempt = 0; !this.isGivingUp; attempt++) {
      if (attempt === 1) this.retried++;
      const answer = await this.#send(key, path, body).catch(() => undefined);
      if (answer !== undefined && answer.status < 500) {
        this.acknowledged.push(answer);
        return answer;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return undefined;
  }

  close(): void {
    this.isGivingUp = true;
    this.#agent.destroy();
  }

  #send(key: string, path: string, body: object): Promise<Acknowledged> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    const options = {
      host: '127.0.0.1',
      port: this.portOf(),
      path,
      method: 'POST',
      headers,
      agent: this.#agent,
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => {
          if (!response.complete) return reject(new Error('half an answer'));
          resolve({ key, path, status: response.statusCode ?? 0, body: JSON.parse(text) });
        });
        response.on('error', reject);
      });
      outgoing.on('error', reject).end(JSON.stringify(body));
    });
  }
}
