import { expect } from 'chai';
import { WindowStatus } from '../../common/contract/views.ts';
import { actionOf } from '../../counter-client/actions.ts';
import { BUTTONS, buttonAction, nextAction } from '../../counter-client/bar-buttons.ts';

describe('places of the action bar', () => {
  it('are each a press of their key, in every state', () => {
    for (const status of WindowStatus.options) {
      for (const button of BUTTONS) {
        const { key, action } = buttonAction(button, status, true);
        expect(action).to.equal(actionOf(key, status, true), `${button} while ${status}`);
      }
    }
  });

  it('open and close in one place, pause and reopen in one place', () => {
    const actions = WindowStatus.options.map((status) => [
      buttonAction('door', status, false).action,
      buttonAction('pause', status, false).action,
    ]);
    expect(actions).to.deep.equal([
      ['open', 'pause'],
      ['close', 'pause'],
      ['close', 'pause'],
      ['close', 'pause'],
      ['close', 'pause'],
      ['close', 'reopen'],
    ]);
  });

  it('has one next thing to do in every state but waiting for a citizen', () => {
    expect(WindowStatus.options.map((status) => nextAction(status, false))).to.deep.equal([
      'open',
      'callNext',
      null,
      'start',
      'finish',
      'reopen',
    ]);
    expect(nextAction('serving', true)).to.equal('finishAndCall');
  });
});
