import { Connection } from '../../common/connection.ts';
import type { CallView } from '../../common/contract/views.ts';

/** The hall's wall as the player sees it: every call that was shown, and how many wait. */
export class Wall {
  /** By the seq of the call's event. */
  readonly calls = new Map<number, CallView>();
  #connection: Connection<'wall'>;
  #before = new Set<number>();
  #hasBegun = false;

  constructor(url: string, hall: string) {
    this.#connection = new Connection<'wall'>({ hall, audience: 'wall' }, () => this.#look(), url);
  }

  get isLive(): boolean {
    return this.#connection.state.status === 'live';
  }

  /** By the server's clock, milliseconds. */
  get now(): number {
    return this.#connection.now();
  }

  get waiting(): number {
    const queues = Object.values(this.#connection.state.view?.queues ?? {});
    return queues.reduce((sum, { waiting }) => sum + waiting, 0);
  }

  close(): void {
    this.#connection.close();
  }

  #look(): void {
    const { view } = this.#connection.state;
    if (view === null) return;
    // What stood there before the first look was called before the player came.
    if (!this.#hasBegun) this.#before = new Set(view.calls.map(({ id }) => id));
    this.#hasBegun = true;
    for (const call of view.calls) {
      if (this.calls.has(call.id)) return;
      if (!this.#before.has(call.id)) this.calls.set(call.id, call);
    }
  }
}
