import * as z from 'zod';
import { parseArchiveAddress } from './archive-address.ts';
import { parseRedisAddress } from './redis/address.ts';

/** The program's settings: the environment, parsed once. */

const PRINTER = /^(tray|tcp:\/\/[^\s:/]+(:\d{1,5})?)$/;
const PRINTER_EXPECTED = 'expected tray or tcp://host:9100';

/** 32 bytes are 43 letters and a filling one. */
const KEY = /^[A-Za-z0-9+/]{43}=$/;

const CONTACT = /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/;
const HOSTS = /^[a-z0-9.-]+(,[a-z0-9.-]+)*$/;
/** Of Chrome and most browsers of its kind, Firefox, Safari, Edge. */
const PUSH_SERVICES = 'fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com';

/** Settings whose value is never shown, not even when it is wrong. */
const SECRET: ReadonlySet<string> = new Set(['VAULT_KEY', 'PUSH_KEY', 'REDIS_URL', 'ARCHIVE_SECRET_KEY']);

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  /** A hall's file, or several with commas between; the demo hall when empty. */
  HALL_CONFIG: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Where phones reach this server; guessed from the machine's address when empty. */
  PUBLIC_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** 32 bytes in base64; when empty, a key is made on the first start and kept in DATA_DIR/vault.key. */
  VAULT_KEY: z.union([z.literal(''), z.string().regex(KEY, 'expected 32 bytes in base64')]).default(''),
  /** Personal data older than this is deleted. */
  RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** A Redis that several servers share; files of this machine when empty. */
  REDIS_URL: z.string().default('').superRefine(isReadBy(parseRedisAddress)),
  /** So many replicas must have an event before it is acknowledged. */
  REDIS_REPLICAS: z.coerce.number().int().min(0).max(5).default(0),
  /** Where days go when they are over: nowhere when empty, file:///folder, or s3://bucket/prefix?endpoint=…. */
  ARCHIVE_URL: z.string().default('').superRefine(isReadBy(parseArchiveAddress)),
  ARCHIVE_ACCESS_KEY: z.string().default(''),
  ARCHIVE_SECRET_KEY: z.string().default(''),
  /** Where another system hears what happens to tickets; nobody is told when empty. */
  PUSH_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** Signs what is pushed. */
  PUSH_KEY: z.string().max(256).default(''),
  /** Of one hall: its busiest minutes have some two hundred events to push. */
  PUSH_PER_MINUTE: z.coerce.number().int().min(1).max(60_000).default(600),
  /** Whom push services tell of trouble with what this hall sends, mailto: or https:; phones are told nothing when empty. */
  NOTIFY_CONTACT: z
    .union([z.literal(''), z.string().regex(CONTACT, 'expected mailto:name@example.org or https://…')])
    .default(''),
  /** Hosts of push services that phones may be told through, and what is below them; commas between. */
  NOTIFY_SERVICES: z.string().regex(HOSTS, 'expected names of hosts, commas between').default(PUSH_SERVICES),
  PRINTER: z.string().regex(PRINTER, PRINTER_EXPECTED).refine(isReachable, PRINTER_EXPECTED).default('tray'),
  PRINTER_MODEL: z.enum(['kiosk-58', 'kiosk-80', 'basic-58', 'basic-80', 'latin-80']).default('kiosk-80'),
  /** Demonstrations only: how fast the hall's clock runs, and where it starts. */
  CLOCK_SPEED: z.coerce.number().min(1).max(3600).default(1),
  CLOCK_START: z.union([z.literal(''), z.iso.datetime({ offset: true })]).default(''),
});

export type Settings = z.infer<typeof Settings>;

export const SETTING_NAMES = Object.keys(Settings.shape);

/** A setting that can not be used; the message names it. */
export class SettingError extends Error {}

/**
 * A setting that is empty is not set, as in the files that service managers and containers take them from.
 * @throws SettingError naming the first wrong setting and what is wrong with it.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = Settings.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? 'environment');
  const value = SECRET.has(name) ? '…' : (environment[name] ?? '');
  throw new SettingError(`${name}=${value} can not be used: ${issue?.message ?? 'invalid'}`);
}

/** Ports end at 65535, which URL knows. */
function isReachable(printer: string): boolean {
  return printer === 'tray' || URL.canParse(printer);
}

/** What a reader of addresses refuses, in its words, which never repeat the address: a password may stand in it. */
function isReadBy(parse: (text: string) => unknown): (text: string, context: z.RefinementCtx) => void {
  return (text, { addIssue }) => {
    try {
      if (text !== '') parse(text);
    } catch (error) {
      addIssue((error as Error).message);
    }
  };
}
