import type { OutOfTurnReason } from '../../../common/contract/commands.ts';
import type { Role } from '../../../common/contract/config.ts';

/** What is wrong with a log: for ever, as scripts switch on them. */
export type BreakCode =
  /** The file is not a day's export, or not whole. */
  | 'NOT_A_DAY_FILE'
  | 'CUT_OFF'
  /** Bytes were changed, or events added, removed or moved. */
  | 'HASH_MISMATCH'
  | 'SEQ_GAP'
  | 'UNREADABLE_EVENT'
  /** Sealed as it should be, but not the end that was published. */
  | 'OTHER_THAN_PUBLISHED'
  /** A call that the rule would not have made, and that is not marked as out of turn. */
  | 'NOT_THE_RULES_CHOICE'
  /** What a command could not have led to in that state: its code is in the words. */
  | 'IMPOSSIBLE'
  /** What the hall would have done next by its rule, and did not. */
  | 'LEFT_OUT'
  | 'TIME_RUNS_BACK'
  | 'COMMAND_TWICE';

export interface Break {
  code: BreakCode;
  /** The event, its time and who made it; null when it is about the file. */
  seq: number | null;
  at: number | null;
  by: string | null;
  /** What is wrong, in a sentence. */
  words: string;
}

/** Something done out of turn, as the log says: called, moved to a window, or another category given. */
export interface OutOfTurnAct {
  seq: number;
  at: number;
  type: 'CalledOutOfTurn' | 'MovedOutOfTurn' | 'CategoryChanged';
  number: string;
  window: string;
  by: string;
  role: Role;
  reason: OutOfTurnReason;
}

/** Breaks that are kept; one torn event makes many that follow from it. */
export const MAX_BREAKS = 100;

export interface Report {
  hall: string;
  day: string;
  /** Whether the day was over when it was exported. */
  closed: boolean;
  events: number;
  lastSeq: number;
  lastHash: string;
  /** First calls; those by the rule; and everything done out of turn. */
  calls: number;
  inTurn: number;
  outOfTurn: OutOfTurnAct[];
  /** The first MAX_BREAKS; none when the log was kept to. */
  breaks: Break[];
  breakCount: number;
}
