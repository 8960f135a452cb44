import type { Role } from '../../common/contract/config.ts';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { HallCommand } from '../hall/commands.ts';
import type { Draft } from '../hall/events.ts';
import { run } from '../hall/run.ts';
import type { HallState } from '../hall/state.ts';
import type { Outcome, Request } from './answers.ts';

/** Who asks, and under which id; a retry comes under the same. */
export interface Envelope {
  commandId: string;
  by: string;
  /** What the one who asks may do beyond their turn; null for citizens and the clock. */
  role?: Role | null;
}

/** A command that is not answered yet. */
export interface Pending extends Envelope {
  role: Role | null;
  command: HallCommand;
  request: Request;
  answer: (outcome: Outcome) => void;
  /** What was decided: drafts to append, or why not. */
  drafts: Draft[];
  rejection: Rejection | null;
}

/** Decides a command upon a hall, and brings the hall to what it will be then. */
export function decide(hall: HallState, pending: Pending, at: number): void {
  const { command, by, commandId, role, request } = pending;
  const done = run(hall, command, { at, by, commandId, role });
  pending.drafts = 'drafts' in done ? done.drafts : [];
  const [first] = pending.drafts;
  if (first !== undefined && request.hash !== null) first.requestHash = request.hash;
  pending.rejection = 'rejection' in done ? done.rejection : null;
}
