import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { REJECTIONS, type RejectionCode } from '../../common/contract/rejections.ts';
import type { Operation } from './operation.ts';

const CODES = Object.keys(REJECTIONS) as [RejectionCode, ...RejectionCode[]];

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(CODES),
  detail: z.string().optional(),
});

/** Who shows the secret of a ticket or booking. */
const HOLDER = 'holder';

/** The OpenAPI 3.1 document, made from the very schemas that parse the requests. */
export function openApi(operations: readonly Operation[], version: string): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', HOLDER, { type: 'http', scheme: 'bearer' });
  for (const each of operations) registry.registerPath(pathOf(each));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'OneWindow 一窗', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
  });
}

function pathOf(each: Operation): Parameters<OpenAPIRegistry['registerPath']>[0] {
  const names = [...each.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  const key = z.object({ 'Idempotency-Key': z.string().optional() });
  return {
    method: each.method,
    path: each.path.replace(/:(\w+)/g, '{$1}'),
    summary: each.summary,
    tags: [each.tag],
    ...(each.secret === true ? { security: [{ [HOLDER]: [] }] } : {}),
    request: {
      params,
      ...(each.method === 'post' ? { headers: key } : {}),
      ...(each.query === undefined ? {} : { query: each.query as z.ZodObject }),
      ...(each.body === undefined
        ? {}
        : { body: { content: { 'application/json': { schema: each.body } } } }),
    },
    responses: {
      [each.status ?? 200]: {
        description: 'Done',
        content: { [each.media ?? 'application/json']: { schema: each.answer } },
      },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: Problem } } },
    },
  };
}
