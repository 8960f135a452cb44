import { type Command, Outcome, OutOfTurnReason, PauseReason } from '../common/contract/commands.ts';
import type { Action, Situation, Step } from './situation.ts';
import { NOTHING } from './situation.ts';
import { caseNumberOf, ticketIdOf } from './typed.ts';

/** What may be done out of turn: call this very ticket, keep it for a window, change its category. */
export const EXCEPTIONS = ['call', 'move', 'category'] as const;
export type Exception = (typeof EXCEPTIONS)[number];

/** No category: what a ticket's category may be changed to besides the hall's own. */
export const NO_CATEGORY = '-';

/** What the clerk is asked, question after question, before a command can be sent. */
export type Flow =
  | { of: 'pause' }
  | { of: 'resume' }
  | { of: 'finishWith'; ticket: string; outcome?: Outcome }
  | { of: 'transfer'; ticket: string }
  | { of: 'add'; ticket: string }
  | { of: 'return' }
  | { of: 'exception'; ticket?: string; what?: Exception; to?: string };

/** Where a ticket is sent, and what is added to it: q:a is a queue, w:w3 a window, m:x a matter. */
export type Place = `${'q' | 'w' | 'm'}:${string}`;

/** What is answered to a question: an option's id or what was typed, and the note of a transfer. */
export interface Reply {
  value: string;
  note?: string;
}

type Facts = Pick<Situation, 'window' | 'status' | 'held' | 'day' | 'categories'>;

/** The question an action begins with. */
export function flowOf(action: Action, ticket: string | null): Flow | null {
  switch (action) {
    case 'pause':
    case 'resume':
    case 'return':
    case 'exception':
      return { of: action };
    case 'finishWith':
    case 'transfer':
    case 'add':
      return ticket === null ? null : { of: action, ticket };
    default:
      return null;
  }
}

/** What may be answered by one digit, in the digits' order; empty where something is typed. */
export function picksOf(
  flow: Flow,
  { held, categories }: Pick<Facts, 'held' | 'categories'>,
): readonly string[] {
  switch (flow.of) {
    case 'pause':
      return PauseReason.options;
    case 'resume':
      return held;
    case 'finishWith':
      return flow.outcome === undefined ? Outcome.options : [];
    case 'exception':
      if (flow.ticket === undefined) return [];
      if (flow.what === undefined) return EXCEPTIONS;
      if (flow.what === 'move' && flow.to === undefined) return [];
      if (flow.what === 'category' && flow.to === undefined) return [...categories, NO_CATEGORY];
      return OutOfTurnReason.options;
    default:
      return [];
  }
}

/** Whether the question is answered by typing: then letters are text, not actions. */
export function isTyped(flow: Flow): boolean {
  return flow.of !== 'pause' && flow.of !== 'resume';
}

/** Whether the question is about what the window does now, and void when that changes. */
export function isOfTheMoment(flow: Flow): boolean {
  return flow.of !== 'return' && flow.of !== 'exception';
}

/** What follows from an answer: the next question, a command, or why not. */
export function reply(flow: Flow, { value, note = '' }: Reply, facts: Facts): Step {
  const { window } = facts;
  switch (flow.of) {
    case 'pause':
      return send('pause', { type: 'PauseWindow', window, reason: PauseReason.parse(value) });
    case 'resume':
      return send('resume', { type: 'ResumeTicket', window, ticket: value });
    case 'finishWith':
      return finishWith(flow, value, window);
    case 'transfer':
      return transfer(flow.ticket, value, note.trim(), window);
    case 'add': {
      const [kind, id] = placeOf(value);
      if (kind === 'w') return NOTHING;
      const what = kind === 'm' ? { matter: id } : { queue: id };
      return send('add', { type: 'AddMatter', window, ticket: flow.ticket, ...what });
    }
    case 'return': {
      const ticket = ticketIdOf(value, facts.day);
      if (ticket === null) return { do: 'say', refusal: 'noSuchNumber' };
      return send('return', { type: 'ReturnTicket', window, ticket });
    }
    case 'exception':
      return exception(flow, value, facts);
  }
}

function finishWith(flow: Extract<Flow, { of: 'finishWith' }>, value: string, window: string): Step {
  const { ticket, outcome } = flow;
  if (outcome === undefined) return { do: 'choose', flow: { ...flow, outcome: Outcome.parse(value) } };
  const caseNumber = caseNumberOf(value);
  if (caseNumber === null) return { do: 'say', refusal: 'badCaseNumber' };
  const named = caseNumber === undefined ? {} : { caseNumber };
  return send('finishWith', { type: 'FinishService', window, ticket, outcome, ...named });
}

function transfer(ticket: string, value: string, note: string, window: string): Step {
  const [kind, id] = placeOf(value);
  if (kind === 'm') return NOTHING;
  const to = kind === 'q' ? { queue: id } : { toWindow: id };
  const noted = note === '' ? {} : { note };
  return send('transfer', { type: 'TransferTicket', window, ticket, ...to, ...noted });
}

function exception(flow: Extract<Flow, { of: 'exception' }>, value: string, facts: Facts): Step {
  const { ticket, what, to } = flow;
  if (ticket === undefined) {
    const id = ticketIdOf(value, facts.day);
    return id === null
      ? { do: 'say', refusal: 'noSuchNumber' }
      : { do: 'choose', flow: { of: 'exception', ticket: id } };
  }
  if (what === undefined) {
    const chosen = EXCEPTIONS.find((each) => each === value);
    return chosen === undefined ? NOTHING : beginException(ticket, chosen, facts);
  }
  if (what !== 'call' && to === undefined) {
    return { do: 'choose', flow: { ...flow, to: what === 'move' ? placeOf(value)[1] : value } };
  }
  const here = { window: facts.window, ticket, reason: OutOfTurnReason.parse(value) };
  if (what === 'call') return send('exception', { type: 'CallTicket', ...here });
  if (to === undefined) return NOTHING;
  if (what === 'move') return send('exception', { type: 'MoveTicket', ...here, toWindow: to });
  const category = to === NO_CATEGORY ? null : to;
  return send('exception', { type: 'ChangeCategory', ...here, category, ground: 'seen' });
}

/** Only a free window calls: said before the reason is asked. */
function beginException(ticket: string, what: Exception, { status }: Facts): Step {
  if (what === 'call' && status !== 'free' && status !== 'ready') return { do: 'say', refusal: status };
  return { do: 'choose', flow: { of: 'exception', ticket, what } };
}

function placeOf(value: string): ['q' | 'w' | 'm', string] {
  const kind = value.startsWith('w:') ? 'w' : value.startsWith('m:') ? 'm' : 'q';
  return [kind, value.slice(2)];
}

function send(action: Action, command: Command): Step {
  return { do: 'send', action, commands: [command] };
}
