import { demoWindows } from '../../server/demo/queues.ts';
import { closuresOf, scenarioOf } from '../../server/demo/scenarios.ts';
import { Citizens } from './citizens.ts';
import { Clerk } from './clerk.ts';
import { Desk } from './desk.ts';
import { Ledger } from './ledger.ts';
import type { Options } from './options.ts';
import type { Pace } from './pace.ts';
import { Phones } from './phones.ts';
import { type Citizen, planOf } from './plan.ts';
import { Shift } from './shift.ts';
import { Wall } from './wall.ts';

/** Who still waits so long after the last number was issued goes home unserved. */
export const CLOSING_MINUTES = 120;
/** How often progress is shown and the end is looked for, real milliseconds. */
const LOOK_MS = 100;
const LIVE_WITHIN_MS = 10_000;

export interface Cast {
  desk: Desk;
  ledger: Ledger;
  wall: Wall;
  phones: Phones;
  citizens: Citizens;
}

export interface Look {
  minute: number;
  issued: number;
  planned: number;
  waiting: number;
  served: number;
  phones: number;
}

/** Where the day is played: a hall behind an address. */
export interface Place {
  url: string;
  hall: string;
}

/** Plays the day through the hall's real interfaces; returns when everyone has gone home. */
export async function play(
  options: Options,
  { url, hall }: Place,
  pace: Pace,
  onLook: (look: Look) => void,
): Promise<Cast> {
  const plan = planOf(options.scenario, options.seed, options.minutes);
  const ledger = new Ledger();
  const desk = new Desk(url, hall, ledger);
  const wall = new Wall(url, hall);
  const phones = new Phones(url, hall);
  const citizens = new Citizens(desk, pace, ledger, phones, options.seed);
  const cast: Cast = { desk, ledger, wall, phones, citizens };
  const shift = new Shift();
  const scenario = scenarioOf(options.scenario);
  const clerks = demoWindows().map(({ id: window }, index) => {
    const closures = closuresOf(scenario, index);
    return new Clerk(
      { url, hall, window, closures, seed: options.seed + index },
      pace,
      shift,
      citizens,
      ledger,
    );
  });
  try {
    await allLive([wall, ...clerks]);
    const looking = setInterval(() => onLook(look(cast, pace, plan)), LOOK_MS);
    const work = Promise.all(clerks.map((clerk) => clerk.work()));
    await citizens.come(plan);
    await emptied(cast, pace, Math.max(options.minutes, pace.minute) + CLOSING_MINUTES);
    shift.end();
    await work;
    await citizens.goHome();
    clearInterval(looking);
    onLook(look(cast, pace, plan));
  } finally {
    for (const each of [wall, phones, ...clerks]) each.close();
  }
  return cast;
}

/** @throws when a screen of the player does not come up. */
async function allLive(screens: readonly { isLive: boolean }[]): Promise<void> {
  const giveUpAt = performance.now() + LIVE_WITHIN_MS;
  while (screens.some(({ isLive }) => !isLive)) {
    if (performance.now() > giveUpAt) throw new Error('the server takes no subscriptions for the demo hall');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Nobody waits any more, or it is too late. */
async function emptied({ citizens, wall }: Cast, pace: Pace, untilMinute: number): Promise<void> {
  while (!pace.isStopped && pace.minute < untilMinute && citizens.waiting + wall.waiting > 0) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function look({ citizens, ledger, phones }: Cast, pace: Pace, plan: readonly Citizen[]): Look {
  return {
    minute: pace.minute,
    issued: citizens.held.size,
    planned: plan.length,
    waiting: citizens.waiting,
    served: ledger.acknowledged.filter(({ type }) => type === 'FinishService').length,
    phones: phones.connected,
  };
}
