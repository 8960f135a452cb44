import type { CallView, TicketView } from '../../common/contract/views.ts';
import { type Account, type CheckName, columnOf, emptyAccount, type Finding, type Verdict } from './check.ts';
import type { Held } from './citizens.ts';
import type { Acknowledged } from './ledger.ts';
import type { Cast } from './play.ts';

type Find = (check: CheckName, what: string) => void;
type Seen = ReadonlyMap<string, TicketView>;

/**
 * What can be held against a day without its log: the tickets as their holders see them at the end,
 * what clerks were answered, and what the wall showed. The chain and the rule need the log.
 */
export function checkSeen(views: readonly TicketView[], { citizens, ledger, wall }: Cast): Verdict {
  const findings: Finding[] = [];
  const find: Find = (check, what) => {
    findings.push({ check, what });
  };
  const seen: Seen = new Map(views.map((view) => [view.id, view]));
  const account = accountOf([...citizens.held.values()], seen, find);
  compareWindows(ledger.acknowledged, seen, find);
  compareWall(wall.calls.values(), find);
  return { findings, account, checked: ['windows', 'numbers', 'accounted'] };
}

function accountOf(held: readonly Held[], seen: Seen, find: Find): Account {
  const account = emptyAccount();
  const numbers = new Set<string>();
  for (const { id, number } of held) {
    account.issued++;
    if (numbers.has(number)) find('numbers', `${number} was issued twice`);
    numbers.add(number);
    const state = seen.get(id)?.state;
    if (state === undefined) find('accounted', `${number} can not be looked at any more`);
    else account[columnOf(state)]++;
  }
  return account;
}

/** Each ticket was at one window, and is what that window was last told it is. */
function compareWindows(acknowledged: readonly Acknowledged[], seen: Seen, find: Find): void {
  const windowOf = new Map<string, string>();
  for (const { ticket, window, type } of acknowledged) {
    if (ticket === null || window === null) continue;
    const before = windowOf.get(ticket) ?? window;
    if (before !== window) find('windows', `${ticket} was at ${before} and at ${window}`);
    windowOf.set(ticket, before);
    const state = seen.get(ticket)?.state;
    if (type === 'FinishService' && state !== undefined && state !== 'finished')
      find('accounted', `${ticket} was finished at ${window} and is ${state}`);
  }
}

function compareWall(calls: Iterable<CallView>, find: Find): void {
  const shown = new Map<string, number>();
  for (const { number, window } of calls) {
    if ((shown.get(number) ?? window) !== window) find('windows', `the wall called ${number} to two windows`);
    shown.set(number, window);
  }
}
