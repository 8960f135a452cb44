import type { TicketView } from '../../common/contract/views.ts';
import { demoWindows } from '../../server/demo/queues.ts';
import { CHECKS, type CheckName, type Verdict } from './check.ts';
import { checkLog } from './check-log.ts';
import { checkSeen } from './check-seen.ts';
import { type Figures, figuresOf, type WindowMove } from './figures.ts';
import { DEFAULT_SPEED, type Options } from './options.ts';
import { openingToday } from './own-server.ts';
import { Pace } from './pace.ts';
import { type Cast, type Look, play } from './play.ts';
import { type HallTime, hallTimeAt, type Stage } from './stage.ts';
import { Vitals, type VitalsReport } from './vitals.ts';

/** Looks at tickets under way at once, when there is no log to read. */
const LOOKS_AT_ONCE = 16;

export interface Summary {
  scenario: string;
  seed: number;
  minutes: number;
  /** Hall minutes per real minute at which the day was played, and at which the server's clock ran. */
  speed: number;
  clockSpeed: number;
  isOwnServer: boolean;
  wasBrokenOff: boolean;
  figures: Figures;
  verdict: Pick<Verdict, 'account' | 'checked'> & {
    passed: boolean;
    failed: { check: CheckName; name: string; what: string[] }[];
  };
  /** Events of the log; null when it could not be read. */
  events: number | null;
  commands: { acknowledged: number; refusals: Record<string, number>; faults: Record<string, number> };
  screens: { callsOnTheWall: number; phonesFollowed: number; phonesTold: number; strangers: number };
  server: VitalsReport | null;
  complaints: string[];
  /** The longest an arrival was late in the player, real milliseconds. */
  latestArrivalMs: number;
}

/** Plays the day on a stage, stops the stage if it is the player's own, and judges what happened. */
export async function perform(
  options: Options,
  stage: Stage,
  stop: AbortSignal,
  onLook: (look: Look) => void,
): Promise<Summary> {
  const time = await hallTimeAt(stage.url, stage.hall);
  const speed = time.speed === 1 ? (options.speed ?? DEFAULT_SPEED) : time.speed;
  const opensAt = opensAtOf(time, stage);
  const pace = new Pace(speed, opensAt, time, stop);
  const vitals = new Vitals(stage.url);
  vitals.start();
  const cast = await play(options, stage, pace, onLook);
  const server = await vitals.stop();
  const views = stage.readLog === null ? await lookAtAll(cast) : [];
  const endAt = cast.wall.now;
  await stage.stop();
  const judged = await judge(stage, cast, views, { startAt: opensAt, endAt, stretch: pace.stretch });
  return {
    scenario: options.scenario,
    seed: options.seed,
    minutes: options.minutes,
    speed,
    clockSpeed: time.speed,
    isOwnServer: stage.readLog !== null,
    wasBrokenOff: stop.aborted,
    ...judged,
    ...whatTheCastSaw(cast),
    server,
    complaints: stage.complaints(),
  };
}

/** The player's own hall opens when its clock says so; any other is playing already. */
function opensAtOf({ at }: HallTime, { readLog }: Stage): number {
  return readLog === null ? at : Math.max(at, openingToday(at));
}

interface Times {
  startAt: number;
  endAt: number;
  stretch: number;
}

async function judge(
  stage: Stage,
  cast: Cast,
  views: readonly TicketView[],
  { startAt, endAt, stretch }: Times,
): Promise<Pick<Summary, 'figures' | 'verdict' | 'events'>> {
  const windows = demoWindows().map(({ id }) => id);
  if (stage.readLog === null) {
    const moves = movesSeen(cast, windows, startAt);
    const figures = figuresOf(views, moves, windows, endAt, stretch);
    return { figures, verdict: verdictOf(checkSeen(views, cast)), events: null };
  }
  const check = await checkLog(stage.readLog(), cast.ledger);
  const { state, moves } = check.replay;
  const figures = figuresOf([...state.tickets.values()], moves, windows, state.at);
  return { figures, verdict: verdictOf(check), events: check.events };
}

function verdictOf({ findings, account, checked }: Verdict): Summary['verdict'] {
  const failed = checked.flatMap((check) => {
    const what = findings.filter((finding) => finding.check === check).map((finding) => finding.what);
    return what.length === 0 ? [] : [{ check, name: CHECKS[check], what }];
  });
  return { account, checked, passed: failed.length === 0, failed };
}

/** What clerks were answered about their windows, in the words of the log. */
function movesSeen({ ledger }: Cast, windows: readonly string[], startAt: number): WindowMove[] {
  const words: Record<string, string> = {
    OpenWindow: 'WindowOpened',
    ReopenWindow: 'WindowReopened',
    PauseWindow: 'WindowPaused',
    CloseWindow: 'WindowClosed',
  };
  const moves = ledger.acknowledged.flatMap(({ type, window, at }) => {
    const word = words[type];
    return word === undefined || window === null || at === null ? [] : [{ type: word, window, at }];
  });
  // A window that nobody had to open stood open already.
  const opened = new Set(moves.filter(({ type }) => type === 'WindowOpened').map(({ window }) => window));
  const stoodOpen = windows.filter((id) => !opened.has(id));
  return [...stoodOpen.map((window) => ({ type: 'WindowOpened', window, at: startAt })), ...moves];
}

async function lookAtAll({ citizens, desk }: Cast): Promise<TicketView[]> {
  const views: TicketView[] = [];
  const held = citizens.held.values();
  const lookOn = async (): Promise<void> => {
    for (const { id, secret } of held) {
      const view = await desk.look(id, secret);
      if (view !== null) views.push(view);
    }
  };
  await Promise.all(Array.from({ length: LOOKS_AT_ONCE }, lookOn));
  return views;
}

function whatTheCastSaw({ ledger, wall, phones, citizens }: Cast) {
  return {
    commands: {
      acknowledged: ledger.acknowledged.length,
      refusals: Object.fromEntries(ledger.refusals),
      faults: Object.fromEntries(ledger.faults),
    },
    screens: {
      callsOnTheWall: [...wall.calls.values()].filter(({ times }) => times === 1).length,
      phonesFollowed: phones.followed,
      phonesTold: phones.told,
      strangers: citizens.strangers.size,
    },
    latestArrivalMs: citizens.latestMs,
  };
}
