import type { BoardView, WindowView } from '../../../common/contract/views.ts';
import { demoHall } from '../../../server/demo/hall.ts';
import { type Random, randomOf } from '../../../server/demo/random.ts';
import { type Arrival, arrivals, scenarioOf, serviceMinutes } from '../../../server/demo/scenarios.ts';
import type { HallApi } from './hall-api.ts';

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** The day of the season that is played. */
const SEED = 7;
/** Stood at the door before it opened, all for the enrolment. */
const AT_THE_DOOR = 30;
/** Of those who come for anything else: on a day on which no window has any time nothing can be moved. */
const OTHERS_SHARE = 0.6;

/** The queue that the season fills, and its name on the screens. */
export const ENROLMENT = { queue: 'jiaoyu', name: '教育和入学' } as const;

/**
 * The demo hall on the morning it is advised on: every window serves its primary queue and one more, and
 * its clerk is qualified for all of the demo hall's; no pauses that the rule has for people.
 */
export function enrolmentHall() {
  const hall = demoHall();
  const windows = hall.windows.map((window) => ({ ...window, queues: window.queues.slice(0, 2) }));
  const rule = { ...hall.rule, recallPauseSeconds: 0, callsBeforeMiss: 1 };
  return { ...hall, rule, windows };
}

/**
 * School enrolment, as S2 has it, played by HTTP in the hall's own time, however fast that is: people take numbers
 * when they come, and every clerk opens, calls, starts and finishes.
 */
export class Enrolment {
  #random = randomOf(SEED);
  #coming = comers(randomOf(SEED + 1));
  #finishAt = new Map<string, number>();
  #isOver = false;
  #playing: Promise<void> | null = null;

  /** @param opensAt the instant at which the scenario's day begins. */
  constructor(
    private readonly api: HallApi,
    private readonly opensAt: number,
  ) {}

  async open(): Promise<void> {
    const { windows } = await this.api.board();
    await Promise.all(windows.map(({ id }) => this.api.at(id, 'open')));
    for (let people = 0; people < AT_THE_DOOR; people++) await this.api.issue({ queue: ENROLMENT.queue });
  }

  /** Plays on until it is stopped; a fault is told by `stop`. */
  start(): void {
    this.#isOver = false;
    this.#playing = this.#play();
    // Told by stop, which awaits the same promise.
    this.#playing.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#playing;
  }

  async #play(): Promise<void> {
    while (!this.#isOver) {
      await this.#step();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  async #step(): Promise<void> {
    const board = await this.api.board();
    const minute = (board.at - this.opensAt) / MINUTE_MS;
    const here = this.#coming.findIndex((arrival) => arrival.minute > minute);
    const arrived = this.#coming.splice(0, here === -1 ? this.#coming.length : here);
    const numbers = arrived.map(({ queueIndex }) =>
      this.api.issue({ queue: board.queues[queueIndex]?.id ?? '' }),
    );
    await Promise.all([...numbers, ...board.windows.map((window) => this.#clerk(window, board))]);
  }

  async #clerk({ id, status, ticket }: WindowView, { queues, at }: BoardView): Promise<void> {
    if (status === 'free') await this.#call(id);
    if (status === 'calling' && ticket !== null) {
      const index = queues.findIndex((queue) => queue.id === ticket.queue);
      this.#finishAt.set(id, ticket.calledAt + serviceMinutes(index, this.#random) * MINUTE_MS);
      await this.api.at(id, 'start');
    }
    if (status === 'serving' && at >= (this.#finishAt.get(id) ?? 0)) {
      await this.api.at(id, 'finish');
      await this.#call(id);
    }
  }

  async #call(window: string): Promise<void> {
    await this.api.at(window, 'call-next', { ready: true });
  }
}

/** Who comes, and when. */
function comers(random: Random): Arrival[] {
  const enrolment = demoHall().queues.findIndex(({ id }) => id === ENROLMENT.queue);
  return arrivals(scenarioOf('S2'), SEED).filter(
    ({ queueIndex }) => queueIndex === enrolment || random() < OTHERS_SHARE,
  );
}
