import { io, type Socket } from 'socket.io-client';
import { hall } from './workload.ts';

/** The walls of a hall, full clients all, and when they hear of each call. */

export const WALLS = 50;

/** The ids of the calls in what a wall hears, newest first. */
export type CallsIn = (message: unknown) => readonly number[];

export class Walls {
  #walls: Socket[] = [];
  #heard = new Map<number, number[]>();
  #pressed = new Map<number, number>();
  /** The last message that told of a call. */
  lastMessage: unknown;

  static async open(port: number, callsIn: CallsIn): Promise<Walls> {
    const walls = new Walls();
    for (let index = 0; index < WALLS; index++) {
      const wall = connection(port);
      wall.on('patch', walls.#listener(callsIn));
      await wall.emitWithAck('subscribe', { hall: hall.id, audience: 'wall' });
      walls.#walls.push(wall);
    }
    return walls;
  }

  pressed(call: number, at: number): void {
    this.#pressed.set(call, at);
  }

  /** From each press to each wall, in milliseconds. @throws when a wall has not heard of a call. */
  latenciesMs(): number[] {
    return [...this.#pressed].flatMap(([call, pressedAt]) => {
      const heard = this.#heard.get(call) ?? [];
      if (heard.length !== WALLS) throw new Error(`${heard.length} of ${WALLS} walls heard of call ${call}`);
      return heard.map((at) => at - pressedAt);
    });
  }

  close(): void {
    for (const wall of this.#walls) wall.disconnect();
  }

  #listener(callsIn: CallsIn): (message: unknown) => void {
    let last = 0;
    return (message) => {
      const at = performance.now();
      const calls = callsIn(message);
      for (const call of calls) {
        if (call <= last) break;
        const heard = this.#heard.get(call);
        if (heard === undefined) this.#heard.set(call, [at]);
        else heard.push(at);
      }
      if (calls.length === 0) return;
      last = Math.max(last, calls[0] ?? 0);
      this.lastMessage = message;
    };
  }
}

export function connection(port: number): Socket {
  return io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
}
