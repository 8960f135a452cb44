import { canonical } from '../../server/hall/canonical.ts';
import type { Recorded } from '../../server/hall/events.ts';
import type { HallState } from '../../server/hall/state.ts';
import { type Finding, Redecider } from '../../server/hall/verify/redecide.ts';
import type { CheckName } from './check.ts';
import type { WindowMove } from './figures.ts';

/** Decides every command of a log again, as `npm run verify` does, and keeps what the figures need. */
export class Replay {
  /** Every opening, pause and closing of a window. */
  readonly moves: WindowMove[] = [];
  // What the player asked for went through the edge's own schemas.
  #again = new Redecider(() => true);
  #isLost = false;

  constructor(private readonly find: (check: CheckName, what: string) => void) {}

  get state(): Readonly<HallState> {
    return this.#again.state;
  }

  add(event: Recorded): void {
    if (this.#isLost) return;
    const { hash: _hash, ...draft } = event;
    for (const finding of this.#again.judge(draft, canonical(draft))) this.#tell(finding, event.seq);
    try {
      this.#again.follow(draft);
    } catch (error) {
      // From here on there is no state to decide upon; the other books read on.
      this.#isLost = true;
      this.find('replay', `event ${event.seq} can not follow: ${String(error)}`);
      return;
    }
    if ('window' in event && event.type.startsWith('Window')) this.moves.push(event as WindowMove);
  }

  end(): void {
    if (!this.#isLost) for (const finding of this.#again.end()) this.#tell(finding, this.state.seq);
  }

  #tell({ code, words }: Finding, seq: number): void {
    this.find(code === 'NOT_THE_RULES_CHOICE' ? 'rule' : 'replay', `event ${seq}: ${words}`);
  }
}
