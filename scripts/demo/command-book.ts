import type { Recorded } from '../../server/hall/events.ts';
import { commandBehind } from '../../server/hall/verify/derive.ts';
import type { CheckName } from './check.ts';
import type { Told } from './check-log.ts';
import type { Acknowledged } from './ledger.ts';

interface Entry {
  /** Of the command that its first event tells. */
  type: string;
  lastSeq: number;
  ticket: string | null;
  /** Runs of events under this id: one command is one run. */
  runs: number;
}

/** Which commands the log holds, to be held against what was acknowledged and refused. */
export class CommandBook {
  #entries = new Map<string, Entry>();
  #before = '';

  constructor(private readonly find: (check: CheckName, what: string) => void) {}

  add(event: Recorded): void {
    const { commandId, seq } = event;
    const ticket = 'ticket' in event ? event.ticket : null;
    const entry = this.#entries.get(commandId);
    if (entry === undefined) {
      this.#entries.set(commandId, {
        type: commandBehind(event)?.type ?? event.type,
        lastSeq: seq,
        ticket,
        runs: 1,
      });
    } else {
      entry.lastSeq = seq;
      if (this.#before !== commandId) entry.runs++;
    }
    this.#before = commandId;
  }

  end({ acknowledged, refused }: Told): void {
    for (const each of acknowledged) this.#compare(each, this.#entries.get(each.commandId));
    for (const [commandId, { runs, lastSeq }] of this.#entries) {
      if (runs > 1) this.find('commands', `${commandId} is in the log ${runs} times, last at ${lastSeq}`);
      if (refused.has(commandId)) this.find('commands', `${commandId} was refused and is at ${lastSeq}`);
    }
  }

  #compare({ commandId, type, seq, ticket }: Acknowledged, entry: Entry | undefined): void {
    const name = `${type} ${commandId}`;
    if (entry === undefined) return this.find('commands', `${name} was acknowledged and is not in the log`);
    if (entry.type !== type) this.find('commands', `${name} is in the log as ${entry.type}`);
    if (seq !== null && entry.lastSeq !== seq)
      this.find('commands', `${name} was acknowledged at ${seq} and is at ${entry.lastSeq}`);
    if (seq === null && entry.ticket !== ticket)
      this.find('commands', `${name} was acknowledged for ${ticket}, the log says ${entry.ticket}`);
  }
}
