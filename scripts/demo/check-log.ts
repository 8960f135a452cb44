import type { Recorded } from '../../server/hall/events.ts';
import { JournalBroken } from '../../server/ports.ts';
import { CHECKS, type CheckName, type Finding, type Verdict } from './check.ts';
import { CommandBook } from './command-book.ts';
import type { Acknowledged } from './ledger.ts';
import { Replay } from './replay.ts';
import { TicketBook } from './ticket-book.ts';

/** What the player was told while the day was played. */
export interface Told {
  acknowledged: readonly Acknowledged[];
  /** Command ids that were refused. */
  refused: ReadonlySet<string>;
}

export interface LogCheck extends Verdict {
  replay: Replay;
  events: number;
}

/** Reads a hall's log from its beginning and holds it against the rule and against what was acknowledged. */
export async function checkLog(pages: AsyncIterable<Recorded[]>, told: Told): Promise<LogCheck> {
  const findings: Finding[] = [];
  const find = (check: CheckName, what: string): void => {
    findings.push({ check, what });
  };
  const replay = new Replay(find);
  const tickets = new TicketBook(find);
  const commands = new CommandBook(find);
  let events = 0;
  try {
    for await (const page of pages) {
      for (const event of page) {
        events++;
        replay.add(event);
        tickets.add(event);
        commands.add(event);
      }
    }
  } catch (error) {
    if (!(error instanceof JournalBroken)) throw error;
    find('chain', error.message);
  }
  replay.end();
  const account = tickets.end(replay.state);
  commands.end(told);
  return { findings, account, checked: Object.keys(CHECKS) as CheckName[], replay, events };
}
