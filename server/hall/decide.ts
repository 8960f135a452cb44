import type { RejectionCode } from '../../common/contract/rejections.ts';
import type { TicketState, WindowStatus } from '../../common/contract/views.ts';
import type { CommandOf, Decision, HallCommand } from './commands.ts';
import type { HallEvent } from './events.ts';
import { aheadOf, chooseTicket, dueAt, issuesAt } from './rule.ts';
import type { HallState, Ticket, WindowState } from './state.ts';

/**
 * What follows from a command at an instant: events, or one rejection. Changes nothing.
 * `at` is milliseconds since the epoch and never before the last event.
 */
export function decide(state: HallState, command: HallCommand, at: number): Decision {
  if (command.type === 'OpenDay') return openDay(state, command);
  if (state.setup === null || state.day === null) return reject('DAY_NOT_OPEN');
  switch (command.type) {
    case 'CloseDay':
      return closeDay(state, state.day);
    case 'ConfigureHall':
      return configure(state, command);
    case 'IssueTicket':
      return issue(state, command, at);
    case 'CancelTicket':
      return cancel(state, command);
    case 'OpenWindow':
    case 'ReopenWindow':
    case 'PauseWindow':
    case 'CloseWindow':
    case 'CallNext':
      return withWindow(state, command.window, (window) => moveWindow(state, window, command));
    case 'Recall':
    case 'StartService':
    case 'FinishService':
    case 'MissTicket':
      return withWindow(state, command.window, (window) => serve(window, command));
  }
}

function openDay(state: HallState, { day, startsAt, setup }: CommandOf<'OpenDay'>): Decision {
  if (state.day !== null || (state.lastDay !== null && day <= state.lastDay))
    return reject('DAY_ALREADY_OPEN', day);
  return happened({ type: 'DayOpened', day, startsAt, setup });
}

function closeDay(state: HallState, day: string): Decision {
  const ended: Record<string, 'unserved' | 'unfinished'> = {};
  for (const ticket of state.tickets.values()) {
    if (ticket.state === 'waiting') ended[ticket.id] = 'unserved';
    else if (ticket.state === 'called' || ticket.state === 'serving') ended[ticket.id] = 'unfinished';
  }
  return happened({ type: 'DayClosed', day, ended });
}

/**
 * A setup may change during a day unless that would strand somebody: a queue that has issued keeps
 * its prefix, so that no number comes twice, and an open window stays, so that no clerk is cut off.
 */
function configure(state: HallState, { setup }: CommandOf<'ConfigureHall'>): Decision {
  const prefixes = new Map(setup.queues.map((queue) => [queue.id, queue.prefix]));
  for (const queue of state.queues.values()) {
    if (queue.issued > 0 && prefixes.get(queue.setup.id) !== queue.setup.prefix) {
      return reject('SETUP_IN_USE', `queue ${queue.setup.id} has issued tickets today`);
    }
  }
  const windows = new Set(setup.windows.map((window) => window.id));
  for (const window of state.windows.values()) {
    if (window.status !== 'closed' && !windows.has(window.setup.id)) {
      return reject('SETUP_IN_USE', `window ${window.setup.id} is open`);
    }
  }
  return happened({ type: 'HallConfigured', setup });
}

function issue(state: HallState, command: CommandOf<'IssueTicket'>, at: number): Decision {
  const { setup, day } = state;
  const queue = state.queues.get(command.queue ?? '');
  if (setup === null || day === null || queue === undefined) return reject('UNKNOWN_QUEUE', command.queue);
  const category = command.category ?? null;
  if (category !== null && !setup.categories.some((each) => each.id === category)) {
    return reject('UNKNOWN_CATEGORY', category);
  }
  if (!issuesAt(queue, state.startsAt, at)) return reject('QUEUE_CLOSED', queue.setup.id);

  const number = queue.setup.prefix + String(queue.issued + 1).padStart(3, '0');
  const ticket = `${day.replaceAll('-', '')}-${number}`;
  const due = dueAt(setup, queue.setup.id, category, at);
  const issued: HallEvent = {
    type: 'TicketIssued',
    ticket,
    number,
    queue: queue.setup.id,
    matter: command.matter ?? null,
    category,
    locale: command.locale,
    source: command.source,
    print: command.print,
    dueAt: due,
    ahead: aheadOf(queue, { dueAt: due, order: state.seq + 1 }),
  };
  return happened(issued);
}

function cancel(state: HallState, command: CommandOf<'CancelTicket'>): Decision {
  const ticket = state.tickets.get(command.ticket);
  if (ticket === undefined) return reject('UNKNOWN_TICKET', command.ticket);
  if (ticket.state !== 'waiting') return reject('TICKET_NOT_WAITING', ticket.state);
  return happened({ type: 'TicketCancelled', ticket: ticket.id, number: ticket.number });
}

type WindowMove = CommandOf<'OpenWindow' | 'ReopenWindow' | 'PauseWindow' | 'CloseWindow' | 'CallNext'>;

function moveWindow(state: HallState, window: WindowState, command: WindowMove): Decision {
  const id = window.setup.id;
  const { status } = window;
  switch (command.type) {
    case 'OpenWindow':
      return status === 'closed'
        ? happened({ type: 'WindowOpened', window: id })
        : reject('WINDOW_ALREADY_OPEN', id);
    case 'ReopenWindow':
      return status === 'paused'
        ? happened({ type: 'WindowReopened', window: id })
        : reject('WINDOW_NOT_PAUSED', id);
    case 'PauseWindow': {
      const no = notFree(status);
      return no === null
        ? happened({ type: 'WindowPaused', window: id, reason: command.reason })
        : reject(no, id);
    }
    case 'CloseWindow': {
      const no = status === 'paused' ? null : notFree(status);
      return no === null ? happened({ type: 'WindowClosed', window: id }) : reject(no, id);
    }
    case 'CallNext':
      return callNext(state, window, command.ready);
  }
}

function callNext(state: HallState, window: WindowState, ready: boolean): Decision {
  const id = window.setup.id;
  const no = notFree(window.status);
  if (no !== null) return reject(no, id);
  const ticket = chooseTicket(state, window);
  if (ticket !== null)
    return happened({ type: 'TicketCalled', ticket: ticket.id, number: ticket.number, window: id });
  if (ready && window.status === 'free') return happened({ type: 'WindowReady', window: id });
  return reject('NO_ONE_WAITING', id);
}

/** Why a window can not take what only a free one can; null when it can. */
function notFree(status: WindowStatus): RejectionCode | null {
  switch (status) {
    case 'free':
    case 'ready':
      return null;
    case 'closed':
      return 'WINDOW_CLOSED';
    case 'paused':
      return 'WINDOW_PAUSED';
    default:
      return 'WINDOW_BUSY';
  }
}

type Service = CommandOf<'Recall' | 'StartService' | 'FinishService' | 'MissTicket'>;

/** The state the window's ticket must be in, and what is said when it is not. */
const NEEDS: Record<Service['type'], [TicketState, RejectionCode]> = {
  Recall: ['called', 'TICKET_NOT_CALLED'],
  StartService: ['called', 'TICKET_NOT_CALLED'],
  MissTicket: ['called', 'TICKET_NOT_CALLED'],
  FinishService: ['serving', 'TICKET_NOT_SERVING'],
};

function serve(window: WindowState, command: Service): Decision {
  const { ticket } = window;
  const [needed, no] = NEEDS[command.type];
  if (ticket === null) return reject(window.status === 'closed' ? 'WINDOW_CLOSED' : no, window.setup.id);
  if (command.ticket !== undefined && command.ticket !== ticket.id)
    return reject('TICKET_NOT_AT_WINDOW', command.ticket);
  if (ticket.state !== needed) return reject(no, ticket.state);
  return happened(serviceEvent(command.type, ticket, window.setup.id));
}

function serviceEvent(type: Service['type'], { id, number, calls }: Ticket, window: string): HallEvent {
  const at = { ticket: id, number, window };
  switch (type) {
    case 'Recall':
      return { type: 'TicketRecalled', ...at, times: calls + 1 };
    case 'StartService':
      return { type: 'ServiceStarted', ...at };
    case 'MissTicket':
      return { type: 'TicketMissed', ...at };
    case 'FinishService':
      return { type: 'ServiceFinished', ...at };
  }
}

function withWindow(state: HallState, id: string, then: (window: WindowState) => Decision): Decision {
  const window = state.windows.get(id);
  return window === undefined ? reject('UNKNOWN_WINDOW', id) : then(window);
}

function happened(...events: HallEvent[]): Decision {
  return { events };
}

function reject(code: RejectionCode, detail?: string): Decision {
  return { rejection: detail === undefined ? { code } : { code, detail } };
}
