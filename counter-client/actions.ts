import { commandsOf } from './commands-of.ts';
import { flowOf, isTyped, picksOf, reply } from './flow.ts';
import { type Digit, type Key, samePlace } from './keys.ts';
import { actionOf, refusal } from './possible.ts';
import { type Asked, NOTHING, type Situation, type Step } from './situation.ts';

/** A press this soon after the screen changed was aimed at what stood there before. */
export const MISCLICK_GUARD_MS = 400;
/** How long a question waits for its second press. */
export const ASK_MS = 3000;
/** When a question she was typing an answer to is gone, the rest of her word comes within this. */
export const INTERRUPTED_MS = 1000;

/** What a press leads to. Changes nothing; every case is a row of the table in its test. */
export function press(situation: Situation, key: Key, at: number): Step {
  const { flow } = situation;
  if (situation.underWay || isMisclick(situation, key, at)) return NOTHING;
  if (key === 'Escape') return flow === null ? NOTHING : { do: 'choose', flow: null };
  if (isDigit(key)) return pick(situation, key);
  const action = actionOf(key, situation.status, situation.finishCallsNext);
  if (flow !== null && flow.of === action) return { do: 'choose', flow: null };
  if (flow !== null && isTyped(flow)) return NOTHING;
  const refused = refusal(action, situation);
  if (refused !== null) return { do: 'say', refusal: refused };
  switch (action) {
    case 'miss':
    case 'close':
      return confirm(situation, action, at);
    case 'pause':
    case 'resume':
    case 'finishWith':
    case 'transfer':
    case 'add':
    case 'return':
    case 'exception':
      return { do: 'choose', flow: flowOf(action, situation.ticket?.id ?? null) };
    default:
      return { do: 'send', action, commands: commandsOf(action, situation) };
  }
}

/** How long presses may still be taken for ones that were meant for what stood there before; 0 when they count. */
export function guardedMs(
  {
    answered,
    changed,
    asked,
    interruptedAt,
  }: Pick<Situation, 'answered' | 'changed' | 'asked' | 'interruptedAt'>,
  at: number,
): number {
  const guards = [answered, changed, asked].map((since) =>
    since === null ? 0 : since.at + MISCLICK_GUARD_MS - at,
  );
  const typing = interruptedAt === null ? 0 : interruptedAt + INTERRUPTED_MS - at;
  return Math.max(0, typing, ...guards);
}

/** The second half of a double click, or a press meant for what the screen showed a moment ago. */
function isMisclick(
  { answered, changed, interruptedAt, status, finishCallsNext }: Situation,
  key: Key,
  at: number,
): boolean {
  if (answered !== null && at - answered.at < MISCLICK_GUARD_MS && samePlace(key, answered.key)) return true;
  if (key === 'Escape' || isDigit(key)) return false;
  if (interruptedAt !== null && at - interruptedAt < INTERRUPTED_MS) return true;
  if (changed === null || at - changed.at >= MISCLICK_GUARD_MS) return false;
  return actionOf(key, changed.from, finishCallsNext) !== actionOf(key, status, finishCallsNext);
}

/** A question holds for the ticket it was asked about, and a double click does not answer it. */
function confirm(situation: Situation, about: Asked, at: number): Step {
  const { asked, ticket } = situation;
  const age = asked?.about === about && asked.ticket === (ticket?.id ?? null) ? at - asked.at : ASK_MS + 1;
  if (age < MISCLICK_GUARD_MS) return NOTHING;
  if (age > ASK_MS) return { do: 'ask', about };
  return { do: 'send', action: about, commands: commandsOf(about, situation) };
}

function pick(situation: Situation, digit: Digit): Step {
  const { flow } = situation;
  const value = flow === null ? undefined : picksOf(flow, situation)[Number(digit) - 1];
  return flow === null || value === undefined ? NOTHING : reply(flow, { value }, situation);
}

function isDigit(key: Key): key is Digit {
  return key >= '1' && key <= '9';
}
