import type { Command } from '../common/contract/commands.ts';
import type { Rejection } from '../common/contract/rejections.ts';
import type { Hall } from './reception.ts';
import { workdaysAfter } from './service/calendar.ts';

/** What a client leaves to the server to fill in: the queue of a matter, the last day for papers. */

interface Aim {
  queue?: string | undefined;
  matter?: string | undefined;
}

/** @returns the command as the hall decides it, or why it can not be. */
export function resolve(hall: Hall, command: Command): Command | Rejection {
  switch (command.type) {
    case 'IssueTicket': {
      const aim = resolveAim(hall, command);
      if ('code' in aim) return aim;
      const further = [];
      for (const leg of command.further) {
        const each = resolveAim(hall, leg);
        if ('code' in each) return each;
        further.push(each);
      }
      return { ...command, ...aim, further };
    }
    case 'AddMatter':
    case 'MakeBooking': {
      const aim = resolveAim(hall, command);
      return 'code' in aim ? aim : { ...command, ...aim };
    }
    case 'FinishService': {
      const { state } = hall.service;
      const { until: _clients, ...rest } = command;
      if (command.outcome !== 'supplement' || state.setup === null || state.day === null) return rest;
      return { ...rest, until: workdaysAfter(state.day, state.setup.rule.supplementWorkingDays) };
    }
    default:
      return command;
  }
}

/** A ticket is taken for a queue, or for a matter, whose queue it then is. */
function resolveAim<T extends Aim>(hall: Hall, aim: T): T | Rejection {
  if (aim.matter === undefined) {
    return aim.queue === undefined ? { code: 'INVALID_REQUEST', detail: 'queue or matter is required' } : aim;
  }
  const matter = hall.catalogue.matter(aim.matter);
  if (matter === undefined) return { code: 'UNKNOWN_MATTER', detail: aim.matter };
  if (aim.queue !== undefined && aim.queue !== matter.queue) {
    return { code: 'INVALID_REQUEST', detail: `matter ${matter.id} belongs to queue ${matter.queue}` };
  }
  return { ...aim, queue: matter.queue };
}
