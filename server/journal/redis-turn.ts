import type { RedisLink } from '../redis-link.ts';
import { TURN } from './redis-scripts.ts';

/** Who has the turn to append has it this long at most: then it is dead, or too slow to be waited for. */
export const TURN_MS = 250;
/** Programs that wait for their turn look again after this, though nobody calls them. */
const LOOK_MS = 25;

/** A program's turn to append: it is called when the turn comes, and looks now and then should that be lost. */
export class RedisTurn {
  #isMine = false;
  /** It was passed on with a batch, and this program waits for it again. */
  #isInLine = false;
  /** How far the log went when the turn was passed to this program. */
  #calledAt: number | null = null;
  #wake = (): void => undefined;

  /** @param keys head, turn, waiting, moved: as the script has them. */
  constructor(
    private readonly link: RedisLink,
    private readonly keys: string[],
    private readonly program: string,
  ) {}

  /**
   * Asks for the turn; who has it passes it on before.
   * @returns how far the log goes, or null when it has to be waited for.
   */
  async take(): Promise<number | null> {
    if (this.#isInLine) return this.#came();
    const word = this.#isMine ? 'pass' : 'take';
    this.#isMine = false;
    this.#calledAt = null;
    return this.#ask(word);
  }

  /** Waits until there are news: the turn, as `take` tells it, or anything else to look at. */
  async wait(): Promise<number | null> {
    const isWoken = this.#calledAt !== null || (await this.#news());
    return isWoken ? this.#came() : this.#ask('take');
  }

  /** The turn is about to be passed on with a batch; whoever it is passed on to may call back at once. */
  pass(): void {
    this.#calledAt = null;
  }

  /** It was. */
  passed(): void {
    this.#isMine = false;
    this.#isInLine = true;
  }

  end(): void {
    if (!this.#isMine && !this.#isInLine) return;
    this.#isMine = false;
    this.#isInLine = false;
    // What does not arrive ends by itself.
    this.#ask('end').catch(() => undefined);
  }

  /** Somebody has appended: there may be something to follow. */
  hear(): void {
    this.#wake();
  }

  /** The turn was passed on to this program. @param seq how far the log goes. */
  call(seq: number): void {
    this.#calledAt = seq;
    this.#wake();
  }

  #came(): number | null {
    if (this.#calledAt !== null) {
      this.#isMine = true;
      this.#isInLine = false;
    }
    return this.#calledAt;
  }

  /** @returns whether there were any before it was time to look. */
  #news(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = setTimeout(() => resolve(false), LOOK_MS);
      this.#wake = () => {
        clearTimeout(look);
        resolve(true);
      };
    });
  }

  async #ask(word: 'take' | 'pass' | 'end'): Promise<number | null> {
    const words = [this.program, `${TURN_MS}`, word];
    const end = await this.link.ask((redis) => TURN.run(redis, this.keys, words));
    if (end === null) return null;
    this.#isMine = true;
    this.#isInLine = false;
    return Number(end);
  }
}
