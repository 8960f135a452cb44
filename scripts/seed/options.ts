import { parseArgs } from 'node:util';

export const USAGE = `npm run seed -- [--days 60] [--until 2026-11-22] [--last-year] [--share 1] [--seed 6]

Writes the log of days that never were, lived by the hall's own rule, for the demo hall or the hall of HALL_CONFIG
if its queues are the demo hall's, into DATA_DIR, where the hall has no log yet.

  --days       so many days, of which working days are written
  --until      the last of them; yesterday unless one is named
  --last-year  also the weeks of last year that a season is compared with
  --share      only this share of the people come, as in a smaller town
  --seed       another seed is another past, of a busier or a quieter hall
`;

export interface Options {
  days: number;
  /** YYYY-MM-DD */
  until: string;
  lastYear: boolean;
  share: number;
  seed: number;
}

/** It can not be done as asked; the message says why. */
export class SeedError extends Error {}

const MOST_DAYS = 1200;

/** @returns null when help was asked for. @throws SeedError */
export function readOptions(args: string[], yesterday: string): Options | null {
  const { help, ...values } = parse(args);
  if (help) return null;
  const until = values.until ?? yesterday;
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until)))
    throw new SeedError(`--until takes a day like ${yesterday}`);
  return {
    days: wholeIn('--days', values.days, 1, MOST_DAYS),
    until,
    lastYear: values['last-year'],
    share: shareIn(values.share),
    seed: wholeIn('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        days: { type: 'string', default: '60' },
        until: { type: 'string' },
        share: { type: 'string', default: '1' },
        'last-year': { type: 'boolean', default: false },
        seed: { type: 'string', default: '6' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (cause) {
    throw new SeedError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function shareIn(text: string): number {
  const share = Number(text);
  if (!(share > 0 && share <= 1)) throw new SeedError('--share takes a number above 0, up to 1');
  return share;
}

function wholeIn(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new SeedError(`${name} takes a whole number from ${least} to ${most}`);
  return value;
}
