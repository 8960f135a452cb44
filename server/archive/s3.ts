import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { DayStore } from '../ports.ts';
import { dayOf, nameOf } from './name.ts';

const ANSWER_WITHIN_MS = 60_000;
/** After the first try, at what the store says is its own fault. */
const RETRIES = 3;
/** A listing of more than these pages, a thousand names each, is no hall's. */
const MAX_PAGES = 1000;

export interface S3Place {
  /** https://s3.example.com, without a slash at its end. */
  endpoint: string;
  region: string;
  bucket: string;
  /** Before every name; empty or without slashes at its ends. */
  prefix: string;
  accessKey: string;
  secretKey: string;
}

/** Days in a bucket of an S3-compatible store, addressed by path, which all of them understand. */
export class S3Store implements DayStore {
  #client: AwsClient;

  constructor(private readonly place: S3Place) {
    const { accessKey, secretKey, region } = place;
    const keys = { accessKeyId: accessKey, secretAccessKey: secretKey };
    this.#client = new AwsClient({ ...keys, region, service: 's3', retries: RETRIES });
  }

  async put(hall: string, day: string, file: Uint8Array): Promise<void> {
    const hash = createHash('sha256').update(file).digest('hex');
    // Signed with the content's hash, so that a store refuses what was changed on the way.
    const headers = { 'Content-Type': 'application/gzip', 'X-Amz-Content-Sha256': hash };
    const what = { method: 'PUT', headers, body: Buffer.from(file) };
    if ((await this.#ask(this.#urlOf(hall, day), what)) === null) throw this.#noBucket();
  }

  async get(hall: string, day: string): Promise<Uint8Array | null> {
    const answer = await this.#ask(this.#urlOf(hall, day), { method: 'GET' });
    return answer === null ? null : new Uint8Array(await answer.arrayBuffer());
  }

  async days(hall: string): Promise<string[]> {
    const { endpoint, bucket } = this.place;
    const prefix = this.#nameOf(hall, '');
    const days: string[] = [];
    let after = '';
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = { 'list-type': '2', prefix, ...(after === '' ? {} : { 'start-after': after }) };
      const answer = await this.#ask(`${endpoint}/${bucket}?${new URLSearchParams(query)}`, {
        method: 'GET',
      });
      if (answer === null) throw this.#noBucket();
      const text = await answer.text();
      const names = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name = '']) => unescaped(name));
      days.push(...names.flatMap((name) => dayOf(name.slice(prefix.length)) ?? []));
      after = names.at(-1) ?? '';
      if (!text.includes('<IsTruncated>true</IsTruncated>') || after === '') return days;
    }
    throw new Error(`the archive lists days of ${hall} without an end`);
  }

  #noBucket(): Error {
    return new Error(`the archive has no bucket ${this.place.bucket}`);
  }

  #nameOf(hall: string, name: string): string {
    return [this.place.prefix, hall, name].filter((part, index) => index > 0 || part !== '').join('/');
  }

  #urlOf(hall: string, day: string): string {
    const { endpoint, bucket } = this.place;
    return `${endpoint}/${bucket}/${this.#nameOf(hall, nameOf(day))}`;
  }

  /** Null when there is no such thing. */
  async #ask(url: string, what: RequestInit): Promise<Response | null> {
    const answer = await this.#client.fetch(url, { ...what, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (answer.ok) return answer;
    const text = await answer.text();
    if (answer.status === 404) return null;
    const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? '';
    throw new Error(`the archive ${new URL(url).host} answers ${answer.status} ${code}`);
  }
}

/** A name out of XML; days have none of these, but what else lies there may. */
function unescaped(text: string): string {
  const letters: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&apos;': "'",
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => letters[entity] ?? entity);
}
