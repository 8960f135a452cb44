import type { Rejection } from '../common/contract/rejections.ts';
import type { Answer } from '../common/contract/socket.ts';
import type { Draft } from './hall/events.ts';
import type { HallState } from './hall/state.ts';
import { ticketView, windowView } from './hall/views.ts';

/** First answers kept: more than a hall's busiest day has commands. */
const MAX_ANSWERS = 100_000;

type Outcome = ({ ok: true } & Answer) | { ok: false; rejection: Rejection };

/**
 * What each command was answered the first time, so that a retry is answered the same. An answer is
 * made from the state right after the command's events: live and in a replay alike.
 */
export class Answers {
  #outcomes = new Map<string, Outcome>();

  get(commandId: string): Outcome | undefined {
    return this.#outcomes.get(commandId);
  }

  remember(commandId: string, state: HallState, events: readonly Draft[]): Outcome {
    let outcome: Outcome = { ok: true, seq: state.seq };
    for (const event of events) outcome = { ...outcome, ...answerOf(state, event) };
    return this.#keep(commandId, outcome);
  }

  /** A refusal changed nothing and is not in the log: it is kept only while the program runs. */
  rememberRefusal(commandId: string, rejection: Rejection): Outcome {
    return this.#keep(commandId, { ok: false, rejection });
  }

  /** Adds one event of the log to its command's answer. */
  replay(commandId: string, state: HallState, event: Draft): void {
    const first = this.#outcomes.get(commandId);
    const earlier = first?.ok === true ? first : { ok: true as const };
    this.#keep(commandId, { ...earlier, seq: event.seq, ...answerOf(state, event) });
  }

  #keep(commandId: string, outcome: Outcome): Outcome {
    this.#outcomes.set(commandId, outcome);
    if (this.#outcomes.size > MAX_ANSWERS) {
      const oldest = this.#outcomes.keys().next().value;
      if (oldest !== undefined) this.#outcomes.delete(oldest);
    }
    return outcome;
  }
}

/** The ticket and the window an event is about, as they are after it. */
function answerOf(state: HallState, event: Draft): Pick<Answer, 'ticket' | 'window'> {
  const answer: Pick<Answer, 'ticket' | 'window'> = {};
  const ticket = 'ticket' in event ? state.tickets.get(event.ticket) : undefined;
  const window = 'window' in event ? state.windows.get(event.window) : undefined;
  if (ticket !== undefined) answer.ticket = ticketView(state, ticket);
  if (window !== undefined) answer.window = windowView(window);
  return answer;
}
