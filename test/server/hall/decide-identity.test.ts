import type { Identity } from '../../../common/contract/config.ts';
import { given, issued, issueTicket, opened, type Past } from '../../support/given.ts';
import { at, smallHall, smallSetup } from '../../support/small-hall.ts';

const person = 'person-person-person-a';

/** The day begun, social and tax asking this of who takes a number. */
function asking(social: Identity | undefined, tax: Identity | undefined): Past {
  const identities: Record<string, Identity | undefined> = { social, tax };
  const queues = smallHall().queues.map((queue) => {
    const identity = identities[queue.id];
    return identity === undefined ? queue : { ...queue, identity };
  });
  return opened(smallSetup({ queues }));
}

describe('who takes a number', () => {
  /** What social and tax ask; whether somebody is shown; whether the visit goes on to tax; and what comes of it. */
  const cases: [
    social: Identity | undefined,
    tax: Identity | undefined,
    shown: boolean,
    further: boolean,
    then: 'kept' | 'nobody' | 'refused',
  ][] = [
    [undefined, undefined, true, false, 'kept'],
    [undefined, undefined, false, false, 'nobody'],
    ['optional', undefined, true, false, 'kept'],
    ['optional', undefined, false, false, 'nobody'],
    ['required', undefined, true, false, 'kept'],
    ['required', undefined, false, false, 'refused'],
    ['none', undefined, true, false, 'nobody'],
    ['none', undefined, false, false, 'nobody'],
    ['optional', 'required', false, false, 'nobody'],
    ['optional', 'required', false, true, 'refused'],
    ['none', 'required', true, true, 'kept'],
    ['none', 'optional', true, true, 'kept'],
    ['none', 'none', true, true, 'nobody'],
  ];
  for (const [social, tax, shown, further, then] of cases) {
    const asked = `${social ?? 'nothing said'}${further ? `, going on to ${tax}` : ''}`;
    it(`where it is ${asked}, ${shown ? 'showing who they are' : 'showing nothing'}: ${then}`, () => {
      const legs = further ? { further: [{ queue: 'tax' }] } : {};
      const command = issueTicket('social', { ...(shown ? { person } : {}), ...legs });
      const outcome = given(asking(social, tax)).when(command, at('10:00'));
      if (then === 'refused') return outcome.thenRefused('PERSON_REQUIRED', 'social');
      const { at: _, ...event } = issued('A001', '10:00', {
        ...(then === 'kept' ? { person } : {}),
        ...(further ? { further: [{ queue: 'tax', matter: null }] } : {}),
      });
      outcome.thenHappened(event);
    });
  }

  it('may have many numbers at once where nobody is asked who they are', () => {
    const { at: _, ...second } = issued('A002', '10:00', { ahead: 1 });
    given(asking('none', undefined), issued('A001', '09:00', { person }))
      .when(issueTicket('social', { person }), at('10:00'))
      .thenHappened(second);
  });
});
