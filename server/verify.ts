import { hash as digest } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { Command } from '../common/contract/commands.ts';
import { Setup } from '../common/contract/config.ts';
import { readSettings, SettingError, type Settings } from './config.ts';
import type { HallCommand } from './hall/commands.ts';
import type { Report } from './hall/verify/report.ts';
import { Verifier } from './hall/verify/verify.ts';
import { archivedRows } from './jobs/archived-day.ts';
import { type Archive, type DayRange, dayLines, findDay } from './journal/export.ts';
import { linesOf } from './journal/lines.ts';
import { RedisJournal } from './journal/redis.ts';
import { SqliteArchive } from './journal/sqlite-archive.ts';
import { storeOf } from './keeping.ts';
import { parseRedisAddress } from './redis/address.ts';
import { RedisLink } from './redis/link.ts';
import { reportWords } from './verify-words.ts';

/** `npm run verify`: proves a day of a hall's log, from the hall's own file or from an export alone. */

const USAGE = `npm run verify -- --hall HALL [--day YYYY-MM-DD] [--data DIR]    the hall's own log, in DATA_DIR or REDIS_URL; the last day unless one is named
npm run verify -- --file day.ndjson[.gz]                          an export, with nothing else of the hall
  --hash HASH      compare the day's last hash with the one that was published
  --export FILE    also write the day as a file that can be proved anywhere`;

/** A hall's log among its other files: demo.db, and not demo.vault.db. */
const HALL_LOG = /^[a-z0-9-]+\.db$/;

/** What was asked for can not be done; the message says why. */
class UsageError extends Error {}

type Environment = Record<string, string | undefined>;

interface Options {
  hall?: string;
  day?: string;
  data?: string;
  file?: string;
  hash?: string;
  export?: string;
}

/** @returns the exit code: 0 when the log was kept to, 1 when it was not, 2 when there is nothing to prove. */
export async function main(
  args: string[],
  print: (text: string) => void,
  environment: Environment = process.env,
): Promise<number> {
  try {
    const options = readOptions(args);
    const report =
      options.file === undefined
        ? await verifyLog(options, environment)
        : await verifyFile(options.file, options);
    print(reportWords(report));
    return report.breakCount === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof SettingError)) throw error;
    print(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  try {
    const options = { hall: text, day: text, data: text, file: text, hash: text, export: text };
    const { values } = parseArgs({ args, options });
    if (values.file !== undefined && values.export !== undefined)
      throw new Error('--file is an export already');
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function newVerifier(): Verifier {
  return new Verifier({ sha256: (text) => digest('sha256', text, 'hex'), wellFormed });
}

function wellFormed(command: HallCommand): boolean {
  switch (command.type) {
    case 'OpenDay':
    case 'ConfigureHall':
      return Setup.safeParse(command.setup).success;
    case 'CloseDay':
    case 'MissUnanswered':
    case 'BeginAssignment':
    case 'EndAssignment':
    case 'BeginPlan':
      return true;
    default:
      return Command.safeParse(command).success;
  }
}

async function verifyFile(name: string, { hall, day, hash }: Options): Promise<Report> {
  const file = pathOf(name);
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  const verifier = newVerifier();
  for await (const line of linesOf(unpacked(file))) verifier.take(line);
  const report = verifier.end(hash);
  if (hall !== undefined && hall !== report.hall)
    throw new UsageError(`${name} is of the hall ${report.hall}.`);
  if (day !== undefined && day !== report.day) throw new UsageError(`${name} is of the day ${report.day}.`);
  return report;
}

/** The bytes of an export, unpacked where it comes from the archive. */
async function* unpacked(file: string): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return yield* bytes;
  const unpacking = createGunzip();
  const copying = pipeline(bytes, unpacking);
  // It comes out where it is read.
  copying.catch(() => undefined);
  try {
    yield* unpacking;
  } catch (cause) {
    throw new UsageError(`${file} can not be unpacked: ${(cause as Error).message}`, { cause });
  }
}

async function verifyLog(options: Options, environment: Environment): Promise<Report> {
  const { hall, archive, close } = await openLog(options, environment);
  try {
    const day = options.day ?? (await archive.days()).at(-1)?.day ?? '';
    const range = await findDay(archive, day);
    if (range === null) throw new UsageError(`The log of ${hall} has no day ${day}.`);
    const verifier = newVerifier();
    await prime(verifier, archive, range);
    const output = options.export === undefined ? null : createWriteStream(pathOf(options.export));
    for await (const lines of dayLines(archive, hall, range)) {
      for (const line of lines) verifier.take(line);
      output?.write(lines.map((line) => `${line}\n`).join(''));
    }
    output?.end();
    if (output !== null) await finished(output);
    return verifier.end(options.hash);
  } finally {
    await close();
  }
}

/** A log as it lies there, proved or not. */
interface OpenLog {
  hall: string;
  archive: Archive;
  close(): Promise<void> | void;
}

/** The log in Redis and the archive where the settings name them, else the one in files. */
function openLog({ hall, data }: Options, environment: Environment): Promise<OpenLog> | OpenLog {
  const settings = readSettings(environment);
  return settings.REDIS_URL === '' || data !== undefined
    ? openFile(pathOf(data ?? settings.DATA_DIR), hall)
    : openRedis(settings, hall);
}

function openFile(data: string, named?: string): OpenLog {
  const hall = named ?? onlyHall(data);
  const file = join(data, `${hall}.db`);
  if (!existsSync(file)) throw new UsageError(`There is no log of the hall ${hall} in ${data}.`);
  const archive = new SqliteArchive(file);
  return { hall, archive, close: () => archive.close() };
}

async function openRedis(settings: Settings, hall?: string): Promise<OpenLog> {
  if (hall === undefined) throw new UsageError('Name the hall with --hall.');
  const store = storeOf(settings);
  const link = new RedisLink(parseRedisAddress(settings.REDIS_URL));
  await link.start().catch((cause: Error) => {
    throw new UsageError(`REDIS_URL can not be used: ${cause.message}`, { cause });
  });
  const older = store === null ? undefined : archivedRows(store, hall);
  return { hall, archive: new RedisJournal(link, hall, 0, older), close: () => link.close() };
}

/** The day before is read too: what it handed on is then proved with the rest. */
async function prime(verifier: Verifier, archive: Archive, { before, seq }: DayRange): Promise<void> {
  if (before === null) return;
  for await (const page of archive.rows(before, seq - 1)) {
    for (const { text } of page) verifier.prime(text);
  }
}

function onlyHall(data: string): string {
  const halls = existsSync(data) ? readdirSync(data).filter((name) => HALL_LOG.test(name)) : [];
  const [first, ...others] = halls.map((name) => name.slice(0, -'.db'.length));
  if (first === undefined || others.length > 0) throw new UsageError('Name the hall with --hall.');
  return first;
}

/** From where the command was given: npm itself runs in the project's folder. */
function pathOf(name: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), name);
}
