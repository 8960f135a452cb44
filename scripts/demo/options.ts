import { parseArgs } from 'node:util';
import { OPEN_MINUTES, type ScenarioId } from '../../server/demo/scenarios.ts';

export const USAGE = `npm run demo -- [--scenario S1|S2|S3|S5] [--speed 120] [--port 8080] [--seed 1] [--minutes 480] [--json]

  --scenario  S1 an ordinary day, S2 school enrolment, S3 social insurance deadline, S5 lunch dip
  --speed     how fast the day passes (1–3600); a server that runs already keeps its own clock
  --port      the server to play against; one of its own is started when none answers there
  --seed      another seed is another day of the same scenario
  --minutes   only the first minutes of the day
  --json      the summary as JSON on standard output
`;

export interface Options {
  scenario: ScenarioId;
  /** Hall minutes per real minute, asked for; null when not. */
  speed: number | null;
  port: number;
  seed: number;
  /** Minutes from opening in which tickets are issued. */
  minutes: number;
  json: boolean;
}

export const DEFAULT_SPEED = 120;
const SCENARIOS: readonly ScenarioId[] = ['S1', 'S2', 'S3', 'S5'];

/** An option that can not be used; the message names it. */
export class OptionError extends Error {}

/** @returns null when help was asked for. @throws OptionError */
export function readOptions(args: string[]): Options | null {
  const values = parse(args);
  if (values.help) return null;
  const scenario = SCENARIOS.find((id) => id === values.scenario);
  if (scenario === undefined) throw new OptionError(`--scenario takes one of ${SCENARIOS.join(', ')}`);
  return {
    scenario,
    speed: values.speed === undefined ? null : numberIn('--speed', values.speed, 1, 3600),
    port: wholeIn('--port', values.port, 1, 65_535),
    seed: wholeIn('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    minutes: numberIn('--minutes', values.minutes, 1, OPEN_MINUTES),
    json: values.json,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        scenario: { type: 'string', default: 'S1' },
        speed: { type: 'string' },
        port: { type: 'string', default: '8080' },
        seed: { type: 'string', default: '1' },
        minutes: { type: 'string', default: String(OPEN_MINUTES) },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (cause) {
    throw Object.assign(new OptionError(cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

function numberIn(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new OptionError(`${name} takes a number from ${least} to ${most}, not ${text}`);
}

function wholeIn(name: string, text: string, least: number, most: number): number {
  const value = numberIn(name, text, least, most);
  if (Number.isInteger(value)) return value;
  throw new OptionError(`${name} takes a whole number, not ${text}`);
}
