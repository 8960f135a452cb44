import { randomBytes } from 'node:crypto';
import type { Command } from '../../common/contract/commands.ts';
import type { CommandAnswer } from '../../common/contract/socket.ts';

/** A command the server said yes to: from now on it is in the log, once. */
export interface Acknowledged {
  commandId: string;
  type: Command['type'];
  window: string | null;
  ticket: string | null;
  /** Of the command's last event; null where the interface does not say it. */
  seq: number | null;
  /** The window's status began then; null when the command is not of a window. */
  at: number | null;
}

/** Refusals that belong to an ordinary day: races that the other side won. */
const EXPECTED = new Set([
  'CallNext WINDOW_BUSY',
  'PauseWindow WINDOW_BUSY',
  'CloseWindow WINDOW_BUSY',
  'CancelTicket TICKET_NOT_WAITING',
]);

/** Commands the server gave no answer to in time: whether they happened is not known. */
const UNANSWERED = 'JOURNAL_UNAVAILABLE';

/** Everything the player was told, to be held against the log. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused = new Set<string>();
  /** How often each refusal came, as "CallNext WINDOW_BUSY". */
  readonly refusals = new Map<string, number>();
  /** What should not happen at all, and how often it did. */
  readonly faults = new Map<string, number>();
  #run = randomBytes(6).toString('hex');
  #next = 1;

  /** A command id no other run has used. */
  newCommandId(): string {
    return `demo-${this.#run}-${this.#next++}`;
  }

  record(commandId: string, command: Command, answer: CommandAnswer): void {
    if (!answer.ok) {
      this.refuse(commandId, command.type, answer.rejection.code);
      return;
    }
    this.acknowledged.push({
      commandId,
      type: command.type,
      window: 'window' in command ? (command.window ?? null) : null,
      ticket: answer.ticket?.id ?? null,
      seq: answer.seq,
      at: answer.window?.since ?? null,
    });
  }

  /** For the interface that answers with the ticket alone. */
  recordTicket(commandId: string, type: Command['type'], ticket: string | null): void {
    this.acknowledged.push({ commandId, type, window: null, ticket, seq: null, at: null });
  }

  refuse(commandId: string, type: Command['type'], code: string): void {
    const name = `${type} ${code}`;
    count(this.refusals, name);
    if (!EXPECTED.has(name)) count(this.faults, `refused: ${name}`);
    if (code !== UNANSWERED) this.refused.add(commandId);
  }

  fault(what: string): void {
    count(this.faults, what);
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
