import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { root } from './folders.ts';

const LIBRARIES = ['libsql', 'socket.io', 'socket.io-client', 'express', 'zod'];

/** What the figures depend on. */
export function machine(): [string, string][] {
  const processors = cpus();
  return [
    ['Processor', `${processors[0]?.model ?? 'unknown'}, ${processors.length} cores`],
    ['Memory', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['System', `${type()} ${release()}`],
    ['Node', process.versions.node],
    ['Libraries', LIBRARIES.map((name) => `${name} ${versionOf(name)}`).join(', ')],
    ['Date', new Date().toISOString().slice(0, 10)],
  ];
}

function versionOf(name: string): string {
  const file = new URL(`node_modules/${name}/package.json`, root);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
