import { expect } from 'chai';
import { WindowStatus } from '../../common/contract/views.ts';
import {
  applies,
  BUTTONS,
  buttonAction,
  MORE_BUTTONS,
  nextAction,
} from '../../counter-client/bar-buttons.ts';
import { actionOf, type Known } from '../../counter-client/possible.ts';

describe('places of the action bar', () => {
  it('are each a press of their key, in every state', () => {
    for (const status of WindowStatus.options) {
      for (const button of [...BUTTONS, ...MORE_BUTTONS]) {
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

describe('the second row', () => {
  const TICKET = { id: '20261123-A012', number: 'A012' };

  function shown(status: WindowStatus, more: Partial<Known> = {}): string[] {
    const ticket = status === 'calling' || status === 'serving' ? TICKET : null;
    const known: Known = {
      ...{ status, ticket, calls: null, waiting: 0, held: [], undoable: false, role: 'clerk', stale: false },
      ...more,
    };
    return MORE_BUTTONS.filter((button) => applies(button, known));
  }

  it('holds what applies in each state, and nothing at a closed window', () => {
    expect(WindowStatus.options.map((status) => shown(status))).to.deep.equal([
      [],
      ['return'],
      ['return'],
      ['transfer', 'add', 'return'],
      ['hold', 'transfer', 'add', 'outcome', 'return'],
      ['return'],
    ]);
  });

  it('offers to resume at a free window once a ticket is on hold', () => {
    expect(shown('free', { held: [TICKET.id] })).to.deep.equal(['hold', 'return']);
    expect(shown('paused', { held: [TICKET.id] })).to.deep.equal(['return']);
  });

  it('shows what is out of turn to leads and managers only', () => {
    expect(shown('free', { role: 'lead' })).to.deep.equal(['return', 'exception']);
    expect(shown('free', { role: 'manager' })).to.deep.equal(['return', 'exception']);
    expect(shown('closed', { role: 'manager' })).to.deep.equal([]);
  });

  it('stays as it was last seen on a screen that may be old', () => {
    expect(shown('free', { stale: true })).to.deep.equal(shown('free'));
  });
});
