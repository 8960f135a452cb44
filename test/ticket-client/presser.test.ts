import { expect } from 'chai';
import type { Press } from '../../ticket-client/press.ts';
import { Presser } from '../../ticket-client/presser.ts';
import type { Answer } from '../../ticket-client/request.ts';

const wanted = { queue: 'a' };

function presserAnswering(...answers: Answer<string>[]) {
  const sent: string[] = [];
  const phases: Press<typeof wanted, string>['phase'][] = [];
  const send = async (_wish: typeof wanted, commandId: string): Promise<Answer<string>> => {
    sent.push(commandId);
    return answers.shift() ?? { ok: false, code: 'UNREACHABLE' };
  };
  const presser = new Presser(send, (press) => phases.push(press.phase), 0);
  return { presser, sent, phases };
}

const done: Answer<string> = { ok: true, value: 'A012' };

describe('what is pressed', () => {
  it('is sent once for a double touch', async () => {
    const { presser, sent } = presserAnswering(done);
    await Promise.all([presser.wish(wanted), presser.wish(wanted)]);
    expect(sent).to.have.length(1);
    expect(presser.press).to.deep.equal({ phase: 'done', wish: wanted, value: 'A012' });
  });

  it('is sent again under one id until an answer comes', async () => {
    const lost: Answer<string> = { ok: false, code: 'UNREACHABLE' };
    const { presser, sent, phases } = presserAnswering(lost, lost, done);
    await presser.wish(wanted);
    expect(sent).to.have.length(3);
    expect(new Set(sent).size).to.equal(1);
    expect(phases).to.deep.equal(['busy', 'busy', 'busy', 'done']);
  });

  it('tells what a refusal is about', async () => {
    const refusal: Answer<string> = { ok: false, code: 'ALREADY_HAS_TICKET', detail: '20261123-A007' };
    const { presser } = presserAnswering(refusal);
    await presser.wish(wanted);
    expect(presser.press).to.deep.include({ phase: 'failed', detail: '20261123-A007' });
  });

  it('does nothing more for a late touch on what is done', async () => {
    const { presser, sent } = presserAnswering(done);
    await presser.wish(wanted);
    await presser.wish(wanted);
    expect(sent).to.have.length(1);
  });

  it('is ready for the next citizen after a reset, with another id', async () => {
    const { presser, sent } = presserAnswering(done, done);
    await presser.wish(wanted);
    presser.reset();
    await presser.wish(wanted);
    expect(new Set(sent).size).to.equal(2);
  });

  it('is not reset while it is under way', async () => {
    const { presser } = presserAnswering(done);
    const pressing = presser.wish(wanted);
    presser.reset();
    expect(presser.press.phase).to.equal('busy');
    await pressing;
  });
});
