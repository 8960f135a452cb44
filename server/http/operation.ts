import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Express, Request, Response } from 'express';
import type * as z from 'zod';
import { CommandId } from '../../common/contract/commands.ts';
import { refuse } from './problem.ts';

/** What a handler gets: everything parsed, nothing of the framework. */
export interface Input<B, Q> {
  params: Record<string, string>;
  body: B;
  query: Q;
  /** The Idempotency-Key, or a fresh id when the client sent none. */
  commandId: string;
  /** Shown as `Authorization: Bearer`. */
  secret: string | undefined;
}

/** One thing the HTTP interface does: routed, parsed, described in /openapi.json from this alone. */
export interface Operation<B extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> {
  method: 'get' | 'post' | 'delete';
  /** Express style: /api/v1/halls/:hall/board. */
  path: string;
  summary: string;
  tag: string;
  body?: B;
  query?: Q;
  /** It takes a holder's secret, in a header: what stands in an address ends up in logs. */
  secret?: true;
  answer: z.ZodType;
  status?: 200 | 201;
  /** Of an answer that is a stream of text, as long as it gets, and not one JSON value. */
  media?: string;
  run: (input: Input<z.infer<B>, z.infer<Q>>) => unknown;
}

/** Keeps the types of one operation's body and query together. */
export function operation<B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  definition: Operation<B, Q>,
): Operation {
  return definition as unknown as Operation;
}

/** What a route takes, as RFC 9110 wants it said with every 405. */
const ALLOWS = { get: 'GET, HEAD', post: 'POST', delete: 'DELETE' } as const;

export function route(app: Express, operations: readonly Operation[]): void {
  for (const each of operations) {
    app[each.method](each.path, async (request, response) => {
      const result = await each.run(inputOf(each, request));
      if (each.media === undefined) answer(response, each.status ?? 200, result);
      else await stream(response, each.media, result as AsyncIterable<string>);
    });
  }
  for (const path of new Set(operations.map((each) => each.path))) {
    const methods = operations.filter((each) => each.path === path).map((each) => ALLOWS[each.method]);
    app.all(path, (_request, response) => {
      response.setHeader('Allow', methods.join(', '));
      throw refuse('METHOD_NOT_ALLOWED');
    });
  }
}

function answer(response: Response, status: number, result: unknown): void {
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).json(result);
}

/** At the reader's pace. A fault on the way cuts the answer off, so that it is not taken for whole. */
async function stream(response: Response, media: string, text: AsyncIterable<string>): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  response.type(media);
  try {
    await pipeline(text, response);
  } catch (error) {
    // Whoever asked has gone.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

function inputOf(each: Operation, request: Request): Input<unknown, unknown> {
  return {
    params: request.params as Record<string, string>,
    body: each.body === undefined ? undefined : parse(each.body, bodyOf(request), 'body'),
    query: each.query === undefined ? undefined : parse(each.query, request.query, 'query'),
    commandId: each.method === 'post' ? commandIdOf(request) : '',
    secret: /^Bearer +(\S+)$/i.exec(request.get('Authorization') ?? '')?.[1],
  };
}

/** An absent body is an empty one; any other must say it is JSON. */
function bodyOf(request: Request): unknown {
  if (request.body !== undefined) return request.body;
  const empty =
    request.headers['transfer-encoding'] === undefined && (request.headers['content-length'] ?? '0') === '0';
  if (!empty) throw refuse('UNSUPPORTED_MEDIA_TYPE');
  return {};
}

/** The secret that was shown, in whichever way. @throws Refusal when none was. */
export function shown(...secrets: (string | undefined)[]): string {
  const secret = secrets.find((each) => each !== undefined);
  if (secret === undefined) throw refuse('INVALID_REQUEST', 'Authorization: expected Bearer and the secret');
  return secret;
}

function commandIdOf(request: Request): string {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return randomUUID();
  // The IETF draft writes it as a quoted string; most clients write it bare.
  return parse(CommandId, key.replace(/^"(.*)"$/, '$1'), 'Idempotency-Key');
}

function parse<T extends z.ZodType>(schema: T, value: unknown, where: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuse('INVALID_REQUEST', complaint(parsed.error, where));
}

/** The first thing wrong, with its place. */
export function complaint(error: z.ZodError, where: string): string {
  const [issue] = error.issues;
  if (issue === undefined) return where;
  return `${[where, ...issue.path].join('.')}: ${issue.message}`;
}
