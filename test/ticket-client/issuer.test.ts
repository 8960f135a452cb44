import { expect } from 'chai';
import type { Answer, Issued } from '../../ticket-client/api.ts';
import type { Issue, Order } from '../../ticket-client/kiosk/intent.ts';
import { Issuer } from '../../ticket-client/kiosk/issuer.ts';
import { ticket } from './fixtures.ts';

const order: Order = { queue: 'a', locale: 'zh-CN' };
const issued: Issued = { ticket: ticket({}), secret: 's', url: '/phone#x' };

function issuerAnswering(...answers: Answer<Issued>[]) {
  const sent: string[] = [];
  const phases: Issue['phase'][] = [];
  const send = async (_order: Order, commandId: string): Promise<Answer<Issued>> => {
    sent.push(commandId);
    return answers.shift() ?? { ok: false, code: 'UNREACHABLE' };
  };
  const issuer = new Issuer(send, (issue) => phases.push(issue.phase), 0);
  return { issuer, sent, phases };
}

describe('taking a number', () => {
  it('sends a double touch once', async () => {
    const { issuer, sent } = issuerAnswering({ ok: true, value: issued });
    await Promise.all([issuer.press(order), issuer.press(order)]);
    expect(sent).to.have.length(1);
    expect(issuer.issue).to.deep.equal({ phase: 'done', issued });
  });

  it('sends again under one id until an answer comes', async () => {
    const lost: Answer<Issued> = { ok: false, code: 'UNREACHABLE' };
    const { issuer, sent, phases } = issuerAnswering(lost, lost, { ok: true, value: issued });
    await issuer.press(order);
    expect(sent).to.have.length(3);
    expect(new Set(sent).size).to.equal(1);
    expect(phases).to.deep.equal(['busy', 'busy', 'busy', 'done']);
  });

  it('takes no second number from a late touch on the number that is shown', async () => {
    const { issuer, sent } = issuerAnswering({ ok: true, value: issued });
    await issuer.press(order);
    await issuer.press(order);
    expect(sent).to.have.length(1);
  });

  it('is ready for the next citizen after a reset, with another id', async () => {
    const answer: Answer<Issued> = { ok: true, value: issued };
    const { issuer, sent } = issuerAnswering(answer, answer);
    await issuer.press(order);
    issuer.reset();
    await issuer.press(order);
    expect(new Set(sent).size).to.equal(2);
  });

  it('is not reset while a number is under way', async () => {
    const { issuer } = issuerAnswering({ ok: true, value: issued });
    const pressing = issuer.press(order);
    issuer.reset();
    expect(issuer.issue.phase).to.equal('busy');
    await pressing;
  });
});
