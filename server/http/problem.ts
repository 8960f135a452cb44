import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { REJECTIONS, type Rejection, type RejectionCode } from '../../common/contract/rejections.ts';
import type { Locale } from '../../common/contract/text.ts';
import { rejectionSentence } from '../../common/phrases.ts';

/** A refusal on its way to the one place that answers it. */
export class Refusal extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.code);
  }
}

export function refuse(code: RejectionCode, detail?: string): Refusal {
  return new Refusal(detail === undefined ? { code } : { code, detail });
}

/** RFC 9457 problem details; `code` is ours and stable, `title` a sentence in the reader's language. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: RejectionCode;
  detail?: string;
}

export function problemOf({ code, detail }: Rejection, locale: Locale): Problem {
  const problem = {
    type: `urn:onewindow:problem:${code}`,
    title: rejectionSentence(code, locale),
    status: REJECTIONS[code],
    code,
  };
  return detail === undefined ? problem : { ...problem, detail };
}

export function sendProblem(request: Request, response: Response, rejection: Rejection): void {
  const locale = request.acceptsLanguages('zh', 'zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
  const problem = problemOf(rejection, locale);
  if (problem.status === 503) response.setHeader('Retry-After', '1');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The edge's one catch: refusals are answered, the rest is logged once and says nothing of itself. */
export function problems(log: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const rejection = error instanceof Refusal ? error.rejection : rejectionOf(error);
    if (rejection.code === 'INTERNAL') log.error({ err: error, path: request.path }, 'request failed');
    sendProblem(request, response, rejection);
  };
}

/** What the framework's own errors (body parser, router) mean in our codes. */
function rejectionOf(error: unknown): Rejection {
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return { code: 'BODY_TOO_LARGE' };
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return { code: 'UNSUPPORTED_MEDIA_TYPE' };
  if (type === 'entity.parse.failed') return { code: 'INVALID_REQUEST', detail: 'the body is not JSON' };
  if (status === 404) return { code: 'NOT_FOUND' };
  if (status === 405) return { code: 'METHOD_NOT_ALLOWED' };
  if (status !== undefined && status >= 400 && status < 500) return { code: 'INVALID_REQUEST' };
  return { code: 'INTERNAL' };
}
