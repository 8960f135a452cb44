import type { TicketState } from '../../common/contract/views.ts';

/** What a played day is held against, in the order it is reported. */
export const CHECKS = {
  chain: 'the chain is whole',
  replay: 'every event follows from the state before it',
  rule: "every call was the rule's choice",
  windows: 'no ticket was called by two windows',
  numbers: 'no number was issued twice',
  accounted: 'every ticket is accounted for',
  commands: 'every acknowledged command is in the log once',
} as const;

export type CheckName = keyof typeof CHECKS;

export interface Finding {
  check: CheckName;
  /** What is wrong, with the seq or the number it is about. */
  what: string;
}

/** Where the tickets went. */
export interface Account {
  issued: number;
  finished: number;
  missed: number;
  cancelled: number;
  unserved: number;
  unfinished: number;
}

export interface Verdict {
  findings: Finding[];
  account: Account;
  /** What could be looked at; a server's interfaces show less than its log. */
  checked: CheckName[];
}

export function emptyAccount(): Account {
  return { issued: 0, finished: 0, missed: 0, cancelled: 0, unserved: 0, unfinished: 0 };
}

/** Who still waits or sits at a window when the log ends has the name the end of the day would give. */
export function columnOf(state: TicketState): Exclude<keyof Account, 'issued'> {
  if (state === 'waiting') return 'unserved';
  if (state === 'called' || state === 'serving' || state === 'held') return 'unfinished';
  return state;
}
