import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Names in one page of a listing: fewer than a real store's, so that tests have several. */
const PAGE = 3;

export interface S3Server {
  endpoint: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  objects: Map<string, Buffer>;
  /** The next so many requests are answered 503. */
  failNext(count: number): void;
  close(): Promise<void>;
}

/**
 * What an S3-compatible store does with objects of one bucket, and its check of every request's signature
 * (AWS Signature Version 4), written after Amazon's description of it and not after any client.
 */
export async function startS3(): Promise<S3Server> {
  const keys = { accessKey: 'AKIDTEST', secretKey: 'a/secret+key' };
  const bucket = 'archive';
  const objects = new Map<string, Buffer>();
  let failing = 0;
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', 'http://s3');
    const [, asked, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const name = rest.join('/');
    const say = (status: number, text: string | Buffer): void => void response.writeHead(status).end(text);
    if (failing > 0) {
      failing--;
      return say(503, '<Error><Code>SlowDown</Code></Error>');
    }
    if (!isSigned(request, url, body, keys))
      return say(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    if (asked !== bucket) return say(404, '<Error><Code>NoSuchBucket</Code></Error>');
    if (request.method === 'PUT') {
      objects.set(name, body);
      return say(200, '');
    }
    if (name === '') return say(200, listing(objects, url.searchParams));
    const object = objects.get(name);
    return object === undefined ? say(404, '<Error><Code>NoSuchKey</Code></Error>') : say(200, object);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    ...keys,
    objects,
    failNext: (count) => {
      failing = count;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function listing(objects: Map<string, Buffer>, query: URLSearchParams): string {
  const [prefix, after] = [query.get('prefix') ?? '', query.get('start-after') ?? ''];
  const names = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).sort();
  const page = names
    .slice(0, PAGE)
    .map((name) => `<Contents><Key>${name.replaceAll('&', '&amp;')}</Key></Contents>`);
  return `<ListBucketResult><IsTruncated>${names.length > PAGE}</IsTruncated>${page.join('')}</ListBucketResult>`;
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
/** RFC 3986: only these stay as they are. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function isSigned(
  { method, headers }: IncomingMessage,
  url: URL,
  body: Buffer,
  { accessKey, secretKey }: { accessKey: string; secretKey: string },
): boolean {
  const shape =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, key, date = '', region = '', names = '', signature] =
    shape.exec(headers.authorization ?? '') ?? [];
  const [time = '', hash = ''] = [headers['x-amz-date'], headers['x-amz-content-sha256']].map(String);
  if (key !== accessKey || !time.startsWith(date)) return false;
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return false;
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const path = url.pathname.split('/').map((part) => encoded(decodeURIComponent(part)));
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = [method, path.join('/'), query.join('&'), signed.join(''), names, hash].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
  const steps = [date, region, 's3', 'aws4_request'];
  const signing = steps.reduce<string | Buffer>((step, word) => hmac(step, word), `AWS4${secretKey}`);
  return hmac(signing, text).toString('hex') === signature;
}
