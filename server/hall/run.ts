import type { Role } from '../../common/contract/config.ts';
import type { Rejection } from '../../common/contract/rejections.ts';
import type { HallCommand } from './commands.ts';
import { decide } from './decide/decide.ts';
import type { Draft, Envelope } from './events.ts';
import { evolve } from './evolve/evolve.ts';
import { reactionTo } from './react.ts';
import type { HallState } from './state.ts';

/** Who asks, under which id, in which role, and when. */
export interface Occasion extends Omit<Envelope, 'seq' | 'requestHash'> {
  role: Role | null;
}

/**
 * Does a command: decides, brings the state to what then happened, and so on for what the hall does
 * because of it. All of it is one command's: appended together or not at all.
 */
export function run(
  state: HallState,
  command: HallCommand,
  occasion: Occasion,
): { drafts: Draft[] } | { rejection: Rejection } {
  const { at, by, commandId } = occasion;
  const decision = decide(state, command, occasion);
  if ('rejection' in decision) return decision;
  const drafts: Draft[] = [];
  for (const event of decision.events) {
    // The event is the decision's own: stamped as it is, which costs a third of copying it.
    const draft: Draft = Object.assign(event, { seq: state.seq + 1, at, by, commandId });
    evolve(state, draft);
    drafts.push(draft);
    const reaction = reactionTo(state, draft);
    const then = reaction === null ? null : run(state, reaction, occasion);
    if (then !== null && 'drafts' in then) drafts.push(...then.drafts);
  }
  return { drafts };
}
