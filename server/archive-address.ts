import { fileURLToPath } from 'node:url';

/** Where days are archived, as one setting says it. */
export type ArchiveAddress =
  | { kind: 'none' }
  | { kind: 'folder'; folder: string }
  | { kind: 's3'; endpoint: string; region: string; bucket: string; prefix: string };

/**
 * Reads an empty text, file:///folder, and s3://bucket/prefix?endpoint=https://host&region=name; without an
 * endpoint it is Amazon's of the region.
 * @throws Error with what is wrong.
 */
export function parseArchiveAddress(text: string): ArchiveAddress {
  if (text === '') return { kind: 'none' };
  if (!URL.canParse(text)) throw new Error('expected file:///folder or s3://bucket/prefix');
  const url = new URL(text);
  if (url.protocol === 'file:') return { kind: 'folder', folder: fileURLToPath(url) };
  if (url.protocol !== 's3:') throw new Error('expected file:///folder or s3://bucket/prefix');
  if (url.hostname === '') throw new Error('the bucket is missing');
  if (url.username !== '' || url.password !== '') throw new Error('keys have settings of their own');
  const region = url.searchParams.get('region') ?? 'us-east-1';
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    throw new Error('the endpoint is no http or https address');
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  if (!/^[\w./-]*$/.test(prefix)) throw new Error('a prefix is of letters, digits, . _ - and /');
  return { kind: 's3', endpoint: endpoint.replace(/\/+$/, ''), region, bucket: url.hostname, prefix };
}
