import type { Answer, Failure } from './request.ts';

/** Something asked of the server: on its way, here, or refused. */
export type Loadable<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  | { status: 'failed'; code: Failure };

export const LOADING: { status: 'loading' } = { status: 'loading' };

export function loaded<T>(answer: Answer<T>): Loadable<T> {
  return answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', code: answer.code };
}
