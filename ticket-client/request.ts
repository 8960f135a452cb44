import { REJECTIONS, type RejectionCode } from '../common/contract/rejections.ts';

/** One HTTP call of these pages. Same origin; answers are the server's, whose types are trusted. */

const REQUEST_TIMEOUT_MS = 6000;

/** UNREACHABLE: no answer came, so whether anything happened is unknown. */
export type Failure = RejectionCode | 'UNREACHABLE';
/** `detail` names what the refusal is about, such as the ticket one already has. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: Failure; detail?: string };

/**
 * What a holder reads, or does with a body: the secret goes in a header, as addresses end up in the logs of
 * proxies.
 */
export function requestAsHolder<T>(
  path: string,
  secret: string,
  act?: { method: 'POST' | 'DELETE'; body: unknown },
): Promise<Answer<T>> {
  const headers = { authorization: `Bearer ${secret}` };
  if (act === undefined) return send(path, headers, {});
  const { method, body } = act;
  return send(
    path,
    { ...headers, 'content-type': 'application/json' },
    { method, body: JSON.stringify(body) },
  );
}

export function request<T>(path: string, body?: unknown, commandId?: string): Promise<Answer<T>> {
  const headers: Record<string, string> = {};
  if (commandId !== undefined) headers['idempotency-key'] = commandId;
  if (body === undefined) return send(path, headers, {});
  headers['content-type'] = 'application/json';
  return send(path, headers, { method: 'POST', body: JSON.stringify(body) });
}

async function send<T>(path: string, headers: Record<string, string>, init: RequestInit): Promise<Answer<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), REQUEST_TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      signal: abort.signal,
      headers: { accept: 'application/json, application/problem+json', ...headers },
      cache: 'no-store',
      ...init,
    });
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as T } : refusalOf(answer);
  } catch {
    // A refused connection, a timeout or a proxy's own page: nothing is known of what happened.
    return { ok: false, code: 'UNREACHABLE' };
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(problem: unknown): { ok: false; code: Failure; detail?: string } {
  const { code, detail } = (problem ?? {}) as { code?: unknown; detail?: unknown };
  const known = typeof code === 'string' && code in REJECTIONS ? (code as RejectionCode) : 'INTERNAL';
  return { ok: false, code: known, ...(typeof detail === 'string' ? { detail } : {}) };
}

/** The path of a hall's resources. */
export function pathOf(hall: string): string {
  return `/api/v1/halls/${encodeURIComponent(hall)}`;
}
