import type { Rejection, RejectionCode } from '../common/contract/rejections.ts';
import { REJECTIONS } from '../common/contract/rejections.ts';

/** What was read, or why not. */
export type Reading<T> = { ok: true; value: T } | { ok: false; rejection: Rejection };

const READ_TIMEOUT_MS = 4000;

/** Asks the server and parses what it answers. */
export async function read<T>(
  path: string,
  parse: (body: unknown) => T,
  init: RequestInit = {},
  timeoutMs = READ_TIMEOUT_MS,
): Promise<Reading<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const headers = { accept: 'application/json', ...init.headers };
    const response = await fetch(path, { ...init, signal: abort.signal, headers });
    const body: unknown = await response.json();
    return response.ok ? { ok: true, value: parse(body) } : { ok: false, rejection: { code: codeOf(body) } };
  } catch {
    // No server, no time, or no JSON: for whoever looks at the screen the same.
    return { ok: false, rejection: { code: 'INTERNAL' } };
  } finally {
    clearTimeout(timer);
  }
}

/** The code of a problem+json body. */
function codeOf(body: unknown): RejectionCode {
  const code = typeof body === 'object' && body !== null ? (body as { code?: unknown }).code : undefined;
  return typeof code === 'string' && code in REJECTIONS ? (code as RejectionCode) : 'INTERNAL';
}
