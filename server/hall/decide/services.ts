import type { Rule } from '../../../common/contract/config.ts';
import type { MAX_MATTERS } from '../../../common/contract/limits.ts';
import type { RejectionCode } from '../../../common/contract/rejections.ts';
import type { TicketState } from '../../../common/contract/views.ts';
import type { CommandOf, Decision } from '../commands.ts';
import type { HallEvent, Supplement } from '../events.ts';
import { aheadOf, enoughCalls } from '../rule.ts';
import type { Ticket, WindowState } from '../state.ts';
import { atWindow, happened, reject, withQueue, withTicket } from './decision.ts';
import type { OpenHall } from './open-hall.ts';
import { refusesAnother } from './tickets.ts';
import { notFree, refusesToWaitAt } from './windows.ts';

/** What a clerk does with the ticket at the window. */

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
/** Supplements are numbered R001 to R999, then round again. */
const ROUND = 999;
/** The same number as the contract's, which this pure code must not load. */
const MATTERS: typeof MAX_MATTERS = 6;

type Service = CommandOf<
  | 'Recall'
  | 'StartService'
  | 'FinishService'
  | 'MissTicket'
  | 'HoldTicket'
  | 'ResumeTicket'
  | 'TransferTicket'
  | 'AddMatter'
  | 'MissUnanswered'
>;

/** The states the window's ticket may be in, and what is said when it is in another. */
const NEEDS: Record<Exclude<Service['type'], 'ResumeTicket'>, [TicketState[], RejectionCode]> = {
  Recall: [['called'], 'TICKET_NOT_CALLED'],
  StartService: [['called'], 'TICKET_NOT_CALLED'],
  MissTicket: [['called'], 'TICKET_NOT_CALLED'],
  MissUnanswered: [['called'], 'TICKET_NOT_CALLED'],
  FinishService: [['serving'], 'TICKET_NOT_SERVING'],
  HoldTicket: [['serving'], 'TICKET_NOT_SERVING'],
  TransferTicket: [['called', 'serving'], 'TICKET_NOT_SERVING'],
  AddMatter: [['called', 'serving'], 'TICKET_NOT_SERVING'],
};

export function serve(state: OpenHall, window: WindowState, command: Service, at: number): Decision {
  if (command.type === 'ResumeTicket') return resume(state, window, command);
  const { ticket } = window;
  const [needed, no] = NEEDS[command.type];
  if (ticket === null) return reject(window.status === 'closed' ? 'WINDOW_CLOSED' : no, window.setup.id);
  if (command.ticket !== undefined && command.ticket !== ticket.id) {
    return reject('TICKET_NOT_AT_WINDOW', command.ticket);
  }
  if (!needed.includes(ticket.state)) return reject(no, ticket.state);
  switch (command.type) {
    case 'Recall':
      return recall(state.setup.rule, window, ticket, at);
    case 'StartService':
      return happened({ type: 'ServiceStarted', ...atWindow(ticket, window) });
    case 'MissTicket':
      return miss(state.setup.rule, window, ticket);
    case 'MissUnanswered':
      return missUnanswered(state.setup.rule, window, ticket, at);
    case 'HoldTicket':
      return happened({ type: 'TicketHeld', ...atWindow(ticket, window) });
    case 'FinishService':
      return finish(state, window, ticket, command);
    case 'TransferTicket':
      return transfer(state, window, ticket, command);
    case 'AddMatter':
      return addMatter(state, window, ticket, command);
  }
}

function recall(rule: Rule, window: WindowState, ticket: Ticket, at: number): Decision {
  if (ticket.calls > rule.maxRecalls) return reject('RECALL_LIMIT', ticket.number);
  const lastCallAt = ticket.lastCallAt ?? 0;
  if (at - lastCallAt < rule.recallPauseSeconds * SECOND_MS) return reject('RECALL_TOO_SOON', ticket.number);
  return happened({ type: 'TicketRecalled', ...atWindow(ticket, window), times: ticket.calls + 1 });
}

function miss(rule: Rule, window: WindowState, ticket: Ticket): Decision {
  const enough = enoughCalls(rule);
  if (ticket.calls < enough) return reject('CALL_AGAIN_FIRST', `${ticket.calls}/${enough}`);
  return happened({ type: 'TicketMissed', ...atWindow(ticket, window) });
}

function missUnanswered(rule: Rule, window: WindowState, ticket: Ticket, at: number): Decision {
  if (!isUnanswered(rule, ticket, at)) return reject('CALL_AGAIN_FIRST', ticket.number);
  return happened({ type: 'TicketMissed', ...atWindow(ticket, window), automatic: true });
}

/** Whether the time to come has passed since the last call; never, where the hall has set none. */
export function isUnanswered({ autoMissMinutes }: Rule, { lastCallAt }: Ticket, at: number): boolean {
  return autoMissMinutes !== null && lastCallAt !== null && at - lastCallAt >= autoMissMinutes * MINUTE_MS;
}

function finish(
  state: OpenHall,
  window: WindowState,
  ticket: Ticket,
  { outcome, caseNumber, until }: CommandOf<'FinishService'>,
): Decision {
  const supplement =
    outcome === 'supplement' && until !== undefined ? opened(state, ticket, until) : undefined;
  const finished: HallEvent = {
    type: 'ServiceFinished',
    ...atWindow(ticket, window),
    ...(outcome === undefined ? {} : { outcome }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
    ...(supplement === undefined ? {} : { supplement }),
  };
  const [leg] = ticket.further;
  const queue = leg === undefined ? undefined : state.queues.get(leg.queue);
  if (leg === undefined || queue === undefined) return happened(finished);
  const { id, number } = ticket;
  return happened(finished, {
    type: 'MatterBegun',
    ticket: id,
    number,
    ...leg,
    ahead: aheadOf(queue, ticket),
  });
}

/** Numbers go round after 999; one still outstanding is passed over. */
function opened(state: OpenHall, { queue, matter }: Ticket, until: string): Supplement {
  for (let step = 0; step < ROUND; step++) {
    const number = `R${String(((state.lastSupplement + step) % ROUND) + 1).padStart(3, '0')}`;
    if (!state.supplements.has(number)) return { number, queue, matter, until };
  }
  return { number: `R${ROUND + 1 + state.supplements.size}`, queue, matter, until };
}

function resume(state: OpenHall, window: WindowState, command: CommandOf<'ResumeTicket'>): Decision {
  const no = notFree(window.status);
  if (no !== null) return reject(no, window.setup.id);
  return withTicket(state, command.ticket, (ticket) => {
    if (ticket.state !== 'held') return reject('TICKET_NOT_HELD', ticket.state);
    const able = window.held.has(ticket.id) || window.setup.queues.includes(ticket.queue);
    if (!able) return reject('TICKET_NOT_AT_WINDOW', ticket.window);
    const holder = ticket.window;
    const heldBy = holder === null || holder === window.setup.id ? {} : { heldBy: holder };
    return happened({ type: 'TicketResumed', ...atWindow(ticket, window), ...heldBy });
  });
}

function transfer(
  state: OpenHall,
  window: WindowState,
  ticket: Ticket,
  command: CommandOf<'TransferTicket'>,
): Decision {
  const { queue: id = ticket.queue, toWindow = null } = command;
  const no = toWindow === null ? null : refusesToWaitAt(state, toWindow);
  if (no !== null) return no;
  const nowhere = toWindow === null && id === ticket.queue;
  if (nowhere || toWindow === window.setup.id) return reject('TRANSFER_TO_SELF', toWindow ?? id);
  return withQueue(state, id, (queue) => {
    const another = refusesAnother(state, ticket, [id], command.aliases);
    if (another !== null) return another;
    const reserved = toWindow === null ? undefined : state.windows.get(toWindow)?.reserved;
    const ahead = reserved === undefined ? aheadOf(queue, ticket) : reserved.before(ticket);
    return happened({ type: 'TicketTransferred', ...atWindow(ticket, window), queue: id, toWindow, ahead });
  });
}

function addMatter(
  state: OpenHall,
  window: WindowState,
  ticket: Ticket,
  command: CommandOf<'AddMatter'>,
): Decision {
  if (ticket.further.length + 1 >= MATTERS) return reject('TOO_MANY_MATTERS', ticket.number);
  return withQueue(state, command.queue, ({ setup: { id: queue } }) => {
    const matter = command.matter ?? null;
    return (
      refusesAnother(state, ticket, [queue], command.aliases) ??
      happened({ type: 'MatterAdded', ...atWindow(ticket, window), queue, matter })
    );
  });
}
