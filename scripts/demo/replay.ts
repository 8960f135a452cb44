import { canonical } from '../../server/hall/canonical.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import { decide } from '../../server/hall/decide.ts';
import type { HallEvent, Recorded } from '../../server/hall/events.ts';
import { evolve } from '../../server/hall/evolve.ts';
import { reactionTo } from '../../server/hall/react.ts';
import { emptyHall } from '../../server/hall/state.ts';
import type { CheckName } from './check.ts';
import { commandOf } from './command-of.ts';
import type { WindowMove } from './figures.ts';

/**
 * Decides every command of a log again, by the hall's own functions, on the state the log had then
 * made: what the log says happened must be what follows.
 */
export class Replay {
  readonly state = emptyHall();
  /** Every opening, pause and closing of a window. */
  readonly moves: WindowMove[] = [];
  #find: (check: CheckName, what: string) => void;
  #commandId = '';
  /** What must come next of the command under way. */
  #owed: HallEvent[] = [];
  #isLost = false;

  constructor(find: (check: CheckName, what: string) => void) {
    this.#find = find;
  }

  add(event: Recorded): void {
    if (this.#isLost) return;
    if (event.at < this.state.at) this.#find('replay', `event ${event.seq} is before the one before it`);
    if (event.commandId !== this.#commandId) this.#begin(event);
    this.#compare(event, this.#owed.shift());
    try {
      evolve(this.state, event);
    } catch (error) {
      // From here on there is no state to decide upon; the other books read on.
      this.#isLost = true;
      this.#find('replay', `event ${event.seq} can not follow: ${String(error)}`);
      return;
    }
    if ('window' in event && event.type.startsWith('Window')) this.moves.push(event);
    const reaction = reactionTo(this.state, event);
    if (reaction !== null) this.#owed.unshift(...this.#decided(reaction, event.at));
  }

  end(): void {
    const [owed] = this.#owed;
    if (owed !== undefined && !this.#isLost)
      this.#find(checkOf(owed), `after event ${this.state.seq} the hall owed ${describe(owed)}`);
  }

  #begin(event: Recorded): void {
    this.end();
    this.#commandId = event.commandId;
    this.#owed = this.#decided(commandOf(event), event.at);
  }

  #decided(command: HallCommand, at: number): HallEvent[] {
    const decision = decide(this.state, command, at);
    return 'events' in decision ? decision.events : [];
  }

  #compare(event: Recorded, owed: HallEvent | undefined): void {
    if (owed === undefined) {
      this.#find(checkOf(event), `event ${event.seq}: ${describe(event)}, where the hall would have said no`);
      return;
    }
    const { seq, at, by, commandId } = event;
    const { hash: _hash, ...draft } = event;
    if (canonical({ ...owed, seq, at, by, commandId }) === canonical(draft)) return;
    this.#find(checkOf(event), `event ${seq}: ${describe(event)}, where the rule says ${describe(owed)}`);
  }
}

function checkOf({ type }: HallEvent): CheckName {
  return type === 'TicketCalled' ? 'rule' : 'replay';
}

function describe(event: HallEvent): string {
  const number = 'number' in event ? ` ${event.number}` : '';
  return `${event.type}${number}${'window' in event ? ` at ${event.window}` : ''}`;
}
