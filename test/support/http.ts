import { type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever comes, and fails at what it does not find.
  json: any;
}

export interface Asking {
  headers?: Record<string, string | string[]>;
  /** An object is sent as JSON; a string or bytes as they are, without a content type. */
  body?: unknown;
}

/** One request, just as it is written: nothing is escaped, normalised or followed. */
export function ask(
  base: string,
  method: string,
  path: string,
  { headers = {}, body }: Asking = {},
): Promise<Answer> {
  const { hostname, port } = new URL(base);
  const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  const sent = raw ? (body as string | Buffer | undefined) : JSON.stringify(body);
  const type = raw ? {} : { 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const length = sent === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(sent)) };
    const options = {
      hostname,
      port,
      path,
      method,
      headers: { ...type, ...length, ...headers },
      agent: false,
    };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parsed(text) });
      });
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(sent);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
