import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import type { Command } from '../../common/contract/commands.ts';
import type { CommandAnswer } from '../../common/contract/socket.ts';
import { seeded } from './stats.ts';
import type { Walls } from './walls.ts';
import { hall, issue } from './workload.ts';

/** The clerks of a hall at a walking pace: people arrive and are called at random moments. */

/** Of calls, and as often of arrivals. */
const MEAN_INTERVAL_MS = 200;
const WALK_MS = 300;
const SERVICE_MS = 900;

export class Clerks {
  #idle: string[] = [];
  #random = seeded(1);
  #after: Promise<void>[] = [];

  constructor(private readonly socket: Socket) {}

  async openWindows(): Promise<void> {
    for (const { id } of hall.windows) {
      await this.#give({ type: 'OpenWindow', window: id });
      this.#idle.push(id);
    }
  }

  /** Presses for a time; every press is told to the walls under the seq of its call. */
  async press(walls: Walls, forMs: number): Promise<void> {
    const end = performance.now() + forMs;
    const arrivals = this.#arrivals(end);
    for (;;) {
      await pause(this.#interval());
      if (performance.now() > end) break;
      const window = this.#idle.shift();
      if (window === undefined) continue;
      const pressedAt = performance.now();
      const answered = this.#give({ type: 'CallNext', window, ready: false });
      this.#after.push(
        answered.then(({ seq }) => walls.pressed(seq, pressedAt)).then(() => this.#serve(window)),
      );
    }
    await arrivals;
    await Promise.all(this.#after.splice(0));
  }

  async #arrivals(end: number): Promise<void> {
    while (performance.now() < end) {
      await pause(this.#interval());
      await this.#give(issue(hall.queues[Math.floor(this.#random() * hall.queues.length)]?.id ?? ''));
    }
  }

  async #serve(window: string): Promise<void> {
    await pause(WALK_MS);
    await this.#give({ type: 'StartService', window });
    await pause(SERVICE_MS);
    await this.#give({ type: 'FinishService', window });
    this.#idle.push(window);
  }

  /** Times between independent events are exponentially distributed; milliseconds. */
  #interval(): number {
    return -Math.log(1 - this.#random()) * MEAN_INTERVAL_MS;
  }

  async #give(command: Command): Promise<{ seq: number }> {
    const message = { hall: hall.id, commandId: randomUUID(), command };
    const answer = (await this.socket.emitWithAck('command', message)) as CommandAnswer;
    if (!answer.ok) throw new Error(`${JSON.stringify(command)}: ${answer.rejection.code}`);
    return answer;
  }
}
