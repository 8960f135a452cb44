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
  /** Since anybody else has appended. */
  #quiet = 0;
  #lostRaces = 0;

  /** Commands are decided in the program's turn, not when they come. */
  get areTaken(): boolean {
    return this.#areTaken;
  }

  /** @returns whether to wait for the turn now, rather than to try again at once. */
  lostRace(): boolean {
    if (++this.#lostRaces >= MAX_LOST_RACES) return false;
    this.#areTaken = true;
    this.#quiet = 0;
    return true;
  }

  /** What was decided in the turn has been appended. */
  won(): void {
    this.#lostRaces = 0;
  }

  /** A turn has come. @param isQuiet nobody has appended since the one before. */
  come(isQuiet: boolean): void {
    this.#quiet = isQuiet ? this.#quiet + 1 : 0;
  }

  /** A turn is over, and nothing waits. */
  over(): void {
    if (this.#quiet > QUIET_TURNS) this.#areTaken = false;
  }
}
