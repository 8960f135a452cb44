import type { HallCommand } from '../../server/hall/commands.ts';
import type { Recorded } from '../../server/hall/events.ts';

/** The command whose first event this is. */
export function commandOf(event: Recorded): HallCommand {
  switch (event.type) {
    case 'DayOpened': {
      const { day, startsAt, setup } = event;
      return { type: 'OpenDay', day, startsAt, setup };
    }
    case 'DayClosed':
      return { type: 'CloseDay' };
    case 'HallConfigured':
      return { type: 'ConfigureHall', setup: event.setup };
    case 'TicketIssued': {
      const { queue, matter, category, locale, source, print } = event;
      return {
        type: 'IssueTicket',
        queue,
        ...(matter === null ? {} : { matter }),
        ...(category === null ? {} : { category }),
        locale,
        source,
        print,
      };
    }
    case 'TicketCancelled':
      return { type: 'CancelTicket', ticket: event.ticket };
    case 'TicketCalled':
    case 'WindowReady':
      return { type: 'CallNext', window: event.window, ready: true };
    case 'TicketRecalled':
      return { type: 'Recall', window: event.window, ticket: event.ticket };
    case 'TicketMissed':
      return { type: 'MissTicket', window: event.window, ticket: event.ticket };
    case 'ServiceStarted':
      return { type: 'StartService', window: event.window, ticket: event.ticket };
    case 'ServiceFinished':
      return { type: 'FinishService', window: event.window, ticket: event.ticket };
    case 'WindowOpened':
      return { type: 'OpenWindow', window: event.window };
    case 'WindowPaused':
      return { type: 'PauseWindow', window: event.window, reason: event.reason };
    case 'WindowReopened':
      return { type: 'ReopenWindow', window: event.window };
    case 'WindowClosed':
      return { type: 'CloseWindow', window: event.window };
  }
}
