import type { Matter } from '../common/contract/config.ts';
import { REJECTIONS, type RejectionCode } from '../common/contract/rejections.ts';
import type { LocalText } from '../common/contract/text.ts';
import type { BoardView, MatterSummary, TicketView } from '../common/contract/views.ts';
import type { Order } from './kiosk/intent.ts';

/** Every HTTP call of these pages. Same origin; answers are the server's, whose types are trusted. */

const REQUEST_TIMEOUT_MS = 6000;

/** UNREACHABLE: no answer came, so whether anything happened is unknown. */
export type Failure = RejectionCode | 'UNREACHABLE';
export type Answer<T> = { ok: true; value: T } | { ok: false; code: Failure };

export interface HallSummary {
  id: string;
  name: LocalText;
}
export interface DepartmentSummary {
  id: string;
  name: LocalText;
  zone: string;
  matters: number;
}
/** A ticket just issued, with what its holder alone may know. */
export interface Issued {
  ticket: TicketView;
  secret: string;
  /** The phone page of the ticket. */
  url: string;
}
export interface Slip {
  id: string;
  /** When it was printed, ISO 8601. */
  at: string;
  svg: string;
  text: string;
}
export interface MatterFilter {
  query?: string;
  department?: string;
  zone?: string;
  limit?: number;
}

export function getHalls(): Promise<Answer<{ halls: HallSummary[] }>> {
  return request('/api/v1/halls');
}

export function getBoard(hall: string): Promise<Answer<BoardView>> {
  return request(`${pathOf(hall)}/board`);
}

export function getDepartments(hall: string): Promise<Answer<{ departments: DepartmentSummary[] }>> {
  return request(`${pathOf(hall)}/departments`);
}

export function getMatters(
  hall: string,
  filter: MatterFilter,
): Promise<Answer<{ matters: MatterSummary[] }>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return request(`${pathOf(hall)}/matters?${query.toString()}`);
}

export function getMatter(hall: string, matter: string): Promise<Answer<{ matter: Matter }>> {
  return request(`${pathOf(hall)}/matters/${encodeURIComponent(matter)}`);
}

/** Takes a number. The same command id for every retry of one wish, so that it is one ticket. */
export function issueTicket(hall: string, order: Order, commandId: string): Promise<Answer<Issued>> {
  return request(`${pathOf(hall)}/tickets`, { ...order, source: 'kiosk', print: true }, commandId);
}

export function cancelTicket(
  hall: string,
  ticket: string,
  secret: string,
  commandId: string,
): Promise<Answer<{ ticket: TicketView }>> {
  return request(`${pathOf(hall)}/tickets/${encodeURIComponent(ticket)}/cancel`, { secret }, commandId);
}

export function getSlips(): Promise<Answer<{ slips: Slip[] }>> {
  return request('/api/v1/tray');
}

function pathOf(hall: string): string {
  return `/api/v1/halls/${encodeURIComponent(hall)}`;
}

async function request<T>(path: string, body?: unknown, commandId?: string): Promise<Answer<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), REQUEST_TIMEOUT_MS);
  try {
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
    if (commandId !== undefined) headers['idempotency-key'] = commandId;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(path, {
      signal: abort.signal,
      headers,
      cache: 'no-store',
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as T } : { ok: false, code: codeOf(answer) };
  } catch {
    // A refused connection, a timeout or a proxy's own page: nothing is known of what happened.
    return { ok: false, code: 'UNREACHABLE' };
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(problem: unknown): Failure {
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : '';
  return typeof code === 'string' && code in REJECTIONS ? (code as RejectionCode) : 'INTERNAL';
}
