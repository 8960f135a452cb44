import { randomUUID } from 'node:crypto';
import type {
  BoardView,
  MatterSummary,
  QueueView,
  TicketView,
  WindowView,
} from '../../../common/contract/views.ts';

/** The demo hall, whose first queue is the first window's primary. */
export const HALL = 'demo';

export interface Issued {
  ticket: TicketView;
  secret: string;
  /** The phone page of the ticket. */
  url: string;
}

type WindowCommand =
  | 'open'
  | 'call-next'
  | 'recall'
  | 'start'
  | 'finish'
  | 'miss'
  | 'pause'
  | 'reopen'
  | 'close';

/** Everybody who is not on stage: the other citizens and clerks, by HTTP. */
export class HallApi {
  constructor(private readonly url: string) {}

  issue(wish: { queue?: string; matter?: string; category?: string; locale?: string }): Promise<Issued> {
    return this.#post('/tickets', wish);
  }

  at(
    window: string,
    command: WindowCommand,
    body: object = {},
  ): Promise<{ window: WindowView; ticket: TicketView }> {
    return this.#post(`/windows/${window}/${command}`, body);
  }

  board(): Promise<BoardView> {
    return this.#request('/board');
  }

  /** The ticket behind the address in a QR code. */
  async ticketAt(url: string): Promise<TicketView> {
    const [, ticket = '', secret = ''] = new URL(url).hash.split('.');
    const answer = await this.#request<{ ticket: TicketView }>(`/tickets/${ticket}?secret=${secret}`);
    return answer.ticket;
  }

  async queue(id: string): Promise<QueueView> {
    const queue = (await this.board()).queues.find((each) => each.id === id);
    if (queue === undefined) throw new Error(`the demo hall has no queue ${id}`);
    return queue;
  }

  async window(id: string): Promise<WindowView> {
    const window = (await this.board()).windows.find((each) => each.id === id);
    if (window === undefined) throw new Error(`the demo hall has no window ${id}`);
    return window;
  }

  async matters(queue: string): Promise<MatterSummary[]> {
    return (await this.#request<{ matters: MatterSummary[] }>(`/matters?queue=${queue}`)).matters;
  }

  /** Serves everybody who waits for a window, so that the next to come is the next to be called. */
  async drain(window: string): Promise<void> {
    for (;;) {
      const { status, queues } = await this.window(window);
      if (status === 'closed') await this.at(window, 'open');
      if (status === 'calling') await this.at(window, 'start');
      if (status === 'calling' || status === 'serving') await this.at(window, 'finish');
      const board = await this.board();
      const waiting = board.queues.filter(({ id }) => queues.includes(id)).some((queue) => queue.waiting > 0);
      if (!waiting) return;
      await this.at(window, 'call-next');
    }
  }

  #post<T>(path: string, body: object): Promise<T> {
    return this.#request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
  }

  async #request<T>(path: string, init: RequestInit = {}): Promise<T> {
    const address = `${this.url}/api/v1/halls/${HALL}${path}`;
    // A kept connection may have died while its server stood still: the same id again does it once.
    const response = await fetch(address, init).catch(() => fetch(address, init));
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as T;
  }
}
