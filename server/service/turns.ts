/** After so many turns in which nobody else has appended, commands are decided when they come again. */
const QUIET_TURNS = 50;

/** After so many races lost one after the other, though in turn, turns do not help. */
const MAX_LOST_RACES = 20;

/**
 * Whether a program takes turns with others that append to the same log: after a lost race it does, as racing
 * them again and again would only keep everybody busy; once they are quiet it does not.
 */
export class Turns {
  #areTaken = false;
  #isHad = false;
  /** Since anybody else has appended. */
  #quiet = 0;
  #lostRaces = 0;

  /** Whether the log is written in turns. */
  get areTaken(): boolean {
    return this.#areTaken;
  }

  /** Whether a command is decided when it comes: without turns, and while the turn is had. */
  get decideAtOnce(): boolean {
    return !this.#areTaken || this.#isHad;
  }

  /** @returns whether to wait for the turn now, rather than to try again at once. */
  lostRace(): boolean {
    this.#isHad = false;
    if (++this.#lostRaces >= MAX_LOST_RACES) return false;
    this.#areTaken = true;
    this.#quiet = 0;
    return true;
  }

  /** The turn has come. @param isQuiet nobody has appended since the one before. */
  come(isQuiet: boolean): void {
    this.#isHad = true;
    this.#quiet = isQuiet ? this.#quiet + 1 : 0;
  }

  /** What was decided in the turn has been appended. */
  won(): void {
    this.#lostRaces = 0;
  }

  /** What comes from now on is for the next turn. */
  close(): void {
    this.#isHad = false;
  }

  /** The turn is over. @param isIdle nothing waits for the next. */
  over(isIdle: boolean): void {
    this.#isHad = false;
    if (isIdle && this.#quiet > QUIET_TURNS) this.#areTaken = false;
  }
}
