import type { Command } from '../../common/contract/commands.ts';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { TicketView } from '../../common/contract/views.ts';
import type { Ledger } from './ledger.ts';

const TIMEOUT_MS = 10_000;
const TRIES = 4;
const RETRY_AFTER_MS = 250;

export type DeskAnswer =
  | { ok: true; ticket?: TicketView; secret?: string }
  | { ok: false; rejection: Rejection };

type Wish = Extract<Command, { type: 'IssueTicket' }>;

/** The HTTP interface, as kiosks and integrations use it: a retry carries the key of the first try. */
export class Desk {
  constructor(
    private readonly url: string,
    private readonly hall: string,
    private readonly ledger: Ledger,
  ) {}

  async issue(wish: Wish, commandId: string): Promise<DeskAnswer> {
    const { type: _type, ...body } = wish;
    return this.#post('tickets', body, commandId, wish);
  }

  async cancel(ticket: string, secret: string, commandId: string): Promise<DeskAnswer> {
    return this.#post(`tickets/${ticket}/cancel`, { secret }, commandId, { type: 'CancelTicket', ticket });
  }

  /** @returns null when it can not be read; a fault is then on record. */
  async look(ticket: string, secret: string): Promise<TicketView | null> {
    try {
      const path = `${this.#base}/tickets/${ticket}?secret=${encodeURIComponent(secret)}`;
      const response = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const answer = (await response.json()) as { ticket?: TicketView };
      if (answer.ticket !== undefined) return answer.ticket;
      this.ledger.fault(`GET ticket answered ${response.status}`);
    } catch (error) {
      this.ledger.fault(`GET ticket failed: ${reasonOf(error)}`);
    }
    return null;
  }

  get #base(): string {
    return `${this.url}/api/v1/halls/${this.hall}`;
  }

  async #post(path: string, body: object, commandId: string, command: Command): Promise<DeskAnswer> {
    let answer: DeskAnswer = { ok: false, rejection: { code: 'JOURNAL_UNAVAILABLE' } };
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      try {
        const response = await this.#send(path, body, commandId);
        answer = await read(response);
        if (response.status !== 503) break;
      } catch (error) {
        // No answer: whether it happened is unknown, asking again under the same key tells.
        this.ledger.fault(`POST failed: ${reasonOf(error)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS * attempt));
    }
    if (answer.ok) this.ledger.recordTicket(commandId, command.type, answer.ticket?.id ?? null);
    else this.ledger.refuse(commandId, command.type, answer.rejection.code);
    return answer;
  }

  #send(path: string, body: object, commandId: string): Promise<Response> {
    return fetch(`${this.#base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': commandId },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

async function read(response: Response): Promise<DeskAnswer> {
  const body = (await response.json()) as object;
  if (response.ok) return { ok: true, ...body };
  return { ok: false, rejection: body as Rejection };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message})` : error.message;
}
