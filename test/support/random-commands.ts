import * as fc from 'fast-check';
import type { Command } from '../../common/contract/commands.ts';

/** Commands of the small hall, most of them sensible; `which` picks among the tickets there are. */
export type RandomCommand =
  | Exclude<Command, { type: 'CancelTicket' }>
  | { type: 'CancelTicket'; which: number };

const window = fc.constantFrom('w1', 'w2', 'w3', 'w4');

const issue = fc.record({
  type: fc.constant('IssueTicket' as const),
  queue: fc.constantFrom('social', 'tax', 'estate'),
  locale: fc.constantFrom('zh-CN' as const, 'en' as const),
  source: fc.constantFrom('kiosk' as const, 'api' as const),
  print: fc.boolean(),
  ground: fc.constant('declared' as const),
  kind: fc.constant('walkin' as const),
  further: fc.constant<{ queue: string }[]>([]),
  category: fc.constantFrom(undefined, undefined, 'elderly', 'veteran'),
});

/** exactOptionalPropertyTypes: an absent category is absent, not undefined. */
const issueTicket = issue.map(({ category, ...rest }) =>
  category === undefined ? rest : { ...rest, category },
);

const ofWindow = fc.record({
  type: fc.constantFrom(
    'OpenWindow' as const,
    'ReopenWindow' as const,
    'CloseWindow' as const,
    'Recall' as const,
    'StartService' as const,
    'FinishService' as const,
    'MissTicket' as const,
  ),
  window,
});

const callNext = fc.record({ type: fc.constant('CallNext' as const), window, ready: fc.boolean() });

const pause = fc.record({
  type: fc.constant('PauseWindow' as const),
  window,
  reason: fc.constantFrom('break' as const, 'meal' as const),
});

const cancel = fc.record({ type: fc.constant('CancelTicket' as const), which: fc.nat() });

export const randomCommand: fc.Arbitrary<RandomCommand> = fc.oneof(
  { weight: 5, arbitrary: issueTicket },
  { weight: 5, arbitrary: ofWindow },
  { weight: 4, arbitrary: callNext },
  { weight: 1, arbitrary: pause },
  { weight: 1, arbitrary: cancel },
);

/** The command itself, once it is known which tickets there are; undefined when there is none to cancel. */
export function commandOf(random: RandomCommand, tickets: readonly string[]): Command | undefined {
  if (random.type !== 'CancelTicket') return random;
  const ticket = tickets[random.which % Math.max(1, tickets.length)];
  return ticket === undefined ? undefined : { type: 'CancelTicket', ticket };
}
