import { given, issued, issueTicket, opened, type Past } from '../../support/given.ts';
import { at, smallHall, smallSetup } from '../../support/small-hall.ts';

const { queues } = smallHall();
const withQuota = (quota: object): Past =>
  opened(
    smallSetup({ queues: queues.map((queue) => (queue.id === 'social' ? { ...queue, quota } : queue)) }),
  );

function gets(past: Past[], number: string, time: string, ahead: number): void {
  const { at: _, ...event } = issued(number, time, { ahead });
  given(...past)
    .when(issueTicket('social'), at(time))
    .thenHappened(event);
}

describe('how many numbers a queue gives out', () => {
  const two = [issued('A001', '09:00'), issued('A002', '09:14:59')];

  it('is the day’s quota, whatever became of those given', () => {
    gets([withQuota({ perDay: 2 }), ...two.slice(0, 1)], 'A002', '09:01', 1);
    given(withQuota({ perDay: 2 }), ...two)
      .when(issueTicket('social'), at('16:00'))
      .thenRefused('SOLD_OUT', 'social');
    const cancelled: Past = { type: 'TicketCancelled', ticket: '20260302-A001', number: 'A001' };
    given(withQuota({ perDay: 2 }), ...two, cancelled)
      .when(issueTicket('social'), at('16:00'))
      .thenRefused('SOLD_OUT', 'social');
  });

  it('is the quota of each stretch of the day, from its first instant to its last', () => {
    const quota = { perSlot: { minutes: 15, tickets: 2 } };
    given(withQuota(quota), ...two)
      .when(issueTicket('social'), at('09:15') - 1)
      .thenRefused('SLOT_SOLD_OUT', 'social');
    gets([withQuota(quota), ...two], 'A003', '09:15', 2);
  });

  it('is no concern of other queues, and papers brought later take none of it', () => {
    const { at: _, ...other } = issued('B001', '09:20');
    given(withQuota({ perDay: 2 }), ...two)
      .when(issueTicket('tax'), at('09:20'))
      .thenHappened(other);
    const brought = issued('R001', '09:10', {
      queue: 'social',
      kind: 'supplement',
      supplement: 'R001',
      dueAt: at('09:10'),
    });
    gets([withQuota({ perDay: 2 }), issued('A001', '09:00'), brought], 'A002', '09:20', 2);
  });
});
