import { newCommandId } from '../common/command-id.ts';
import { IDLE, type Press, pressed, RETRY_DELAY_MS, tryFailed } from './press.ts';
import type { Answer } from './request.ts';

/** Sends one wish at a time, and sends it again under the same id while nothing is known. */
export class Presser<W, T> {
  #press: Press<W, T> = IDLE;

  constructor(
    private readonly send: (wish: W, commandId: string) => Promise<Answer<T>>,
    private readonly onChange: (press: Press<W, T>) => void,
    private readonly retryDelayMs: number = RETRY_DELAY_MS,
  ) {}

  get press(): Press<W, T> {
    return this.#press;
  }

  /** Resolves when it is done or a person has to be told; at once when one is under way. */
  async wish(wish: W): Promise<void> {
    const before = this.#press;
    const after = pressed(before, wish, newCommandId);
    if (after === before) return;
    this.#set(after);
    while (this.#press.phase === 'busy') await this.#try(this.#press.intent);
  }

  /** For the next wish; one under way is left alone. */
  reset(): void {
    if (this.#press.phase !== 'busy' && this.#press.phase !== 'idle') this.#set(IDLE);
  }

  async #try({ wish, commandId }: { wish: W; commandId: string }): Promise<void> {
    const answer = await this.send(wish, commandId);
    this.#set(
      answer.ok
        ? { phase: 'done', wish, value: answer.value }
        : tryFailed(this.#press, answer.code, answer.detail),
    );
    if (this.#press.phase === 'busy') await new Promise((resolve) => setTimeout(resolve, this.retryDelayMs));
  }

  #set(press: Press<W, T>): void {
    this.#press = press;
    this.onChange(press);
  }
}
