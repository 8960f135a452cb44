import { expect } from 'chai';
import { type Command, PauseReason } from '../../common/contract/commands.ts';
import { WindowStatus } from '../../common/contract/views.ts';
import {
  ASK_MS,
  MISCLICK_GUARD_MS,
  press,
  type Refusal,
  refusal,
  type Situation,
  type Step,
} from '../../counter-client/actions.ts';
import type { Key } from '../../counter-client/keys.ts';

const NOW = 100_000;
const A012 = { id: '20261123-A012', number: 'A012' };
const window = 'w3';
const ticket = A012.id;

function at(status: WindowStatus, more: Partial<Situation> = {}): Situation {
  return {
    window,
    status,
    ticket: status === 'calling' || status === 'serving' ? A012 : null,
    waiting: 0,
    stale: false,
    finishCallsNext: false,
    underWay: false,
    answered: null,
    changed: null,
    asked: null,
    choosing: false,
    ...more,
  };
}

const nothing: Step = { do: 'nothing' };
const say = (refusal: Refusal): Step => ({ do: 'say', refusal });
const send = (action: Extract<Step, { do: 'send' }>['action'], ...commands: Command[]): Step => ({
  do: 'send',
  action,
  commands,
});
const open = send('open', { type: 'OpenWindow', window });
const close = send('close', { type: 'CloseWindow', window });
const callNext = send('callNext', { type: 'CallNext', window, ready: true });
const recall = send('recall', { type: 'Recall', window, ticket });
const start = send('start', { type: 'StartService', window, ticket });
const finish = send('finish', { type: 'FinishService', window, ticket });
const miss = send('miss', { type: 'MissTicket', window, ticket });
const reopen = send('reopen', { type: 'ReopenWindow', window });
const askMiss: Step = { do: 'ask', about: 'miss' };
const askClose: Step = { do: 'ask', about: 'close' };
const choose: Step = { do: 'choose', open: true };

/** Every state of a window, every key: what the press leads to. */
const TABLE: Record<
  WindowStatus,
  Record<Exclude<Key, 'Escape' | '1' | '2' | '3' | '4' | '5' | '6'>, Step>
> = {
  closed: {
    Space: say('closed'),
    O: open,
    C: say('closed'),
    R: say('closed'),
    S: say('closed'),
    F: say('closed'),
    M: say('closed'),
    P: say('closed'),
  },
  free: {
    Space: callNext,
    O: say('alreadyOpen'),
    C: askClose,
    R: say('free'),
    S: say('free'),
    F: say('free'),
    M: say('free'),
    P: choose,
  },
  ready: {
    Space: say('ready'),
    O: say('alreadyOpen'),
    C: askClose,
    R: say('ready'),
    S: say('ready'),
    F: say('ready'),
    M: say('ready'),
    P: choose,
  },
  calling: {
    Space: say('calling'),
    O: say('alreadyOpen'),
    C: say('calling'),
    R: recall,
    S: start,
    F: say('calling'),
    M: askMiss,
    P: say('calling'),
  },
  serving: {
    Space: say('serving'),
    O: say('alreadyOpen'),
    C: say('serving'),
    R: say('serving'),
    S: say('serving'),
    F: finish,
    M: say('serving'),
    P: say('serving'),
  },
  paused: {
    Space: say('paused'),
    O: say('alreadyOpen'),
    C: askClose,
    R: say('paused'),
    S: say('paused'),
    F: say('paused'),
    M: say('paused'),
    P: reopen,
  },
};

describe('what a press leads to', () => {
  for (const status of WindowStatus.options) {
    for (const [key, step] of Object.entries(TABLE[status])) {
      it(`given a ${status} window, when ${key} is pressed, then ${told(step)}`, () => {
        expect(press(at(status), key as Key, NOW)).to.deep.equal(step);
      });
      it(`given a ${status} window with a command under way, when ${key} is pressed, then nothing`, () => {
        expect(press(at(status, { underWay: true }), key as Key, NOW)).to.deep.equal(nothing);
      });
    }
  }

  const CASES: [title: string, given: Situation, when: Key, then: Step][] = [
    ['a ready window is called again once somebody waits', at('ready', { waiting: 1 }), 'Space', callNext],
    [
      'with the option, Space while serving finishes, then calls next',
      at('serving', { finishCallsNext: true }),
      'Space',
      send(
        'finishAndCall',
        { type: 'FinishService', window, ticket },
        { type: 'CallNext', window, ready: true },
      ),
    ],
    [
      'with the option, Space never skips a ticket that has not started',
      at('calling', { finishCallsNext: true }),
      'Space',
      say('calling'),
    ],
    ['with the option, F still finishes alone', at('serving', { finishCallsNext: true }), 'F', finish],
    // A screen that may be old does not know what is possible: the hall does.
    ['a stale screen lets the hall decide', at('serving', { stale: true }), 'Space', callNext],
    ['a stale screen never acts on a ticket it does not show', at('free', { stale: true }), 'F', say('free')],
    // The reasons of a pause.
    ['P again takes the reasons away', at('free', { choosing: true }), 'P', { do: 'choose', open: false }],
    [
      'Escape takes the reasons away',
      at('free', { choosing: true }),
      'Escape',
      { do: 'choose', open: false },
    ],
    ['Escape is nothing otherwise', at('free'), 'Escape', nothing],
    ['a digit is nothing while no reason is asked for', at('free'), '1', nothing],
    ['another action goes on from the reasons', at('free', { choosing: true }), 'Space', callNext],
    // Confirming.
    ['a second M confirms the miss', at('calling', { asked: asked('miss', 1000) }), 'M', miss],
    ['a double click does not confirm the miss', at('calling', { asked: asked('miss', 150) }), 'M', nothing],
    [
      'an M that comes too late asks again',
      at('calling', { asked: asked('miss', ASK_MS + 1) }),
      'M',
      askMiss,
    ],
    [
      'a question about one ticket is not answered for the next',
      at('calling', { asked: { about: 'miss', ticket: '20261123-A011', at: NOW - 1000 } }),
      'M',
      askMiss,
    ],
    ['a second C confirms closing', at('free', { asked: asked('close', 1000, null) }), 'C', close],
    ['M does not answer what C asked', at('calling', { asked: asked('close', 1000) }), 'M', askMiss],
    // The screen changed under the finger.
    [
      'the second half of a double Space is nothing',
      at('calling', { answered: ago('Space') }),
      'Space',
      nothing,
    ],
    ['the second half of a double R is nothing', at('calling', { answered: ago('R') }), 'R', nothing],
    ['open pressed twice does not ask to close', at('free', { answered: ago('O') }), 'C', nothing],
    ['another key right after an answer is meant', at('calling', { answered: ago('Space') }), 'S', start],
    [
      'the same key counts again later',
      at('calling', { answered: ago('R', MISCLICK_GUARD_MS) }),
      'R',
      recall,
    ],
    [
      'P meant as pause does not reopen a window paused from elsewhere a moment ago',
      at('paused', { changed: { from: 'free', at: NOW - 100 } }),
      'P',
      nothing,
    ],
    [
      'Space meant as call next does not finish a service begun from elsewhere a moment ago',
      at('serving', { finishCallsNext: true, changed: { from: 'calling', at: NOW - 100 } }),
      'Space',
      nothing,
    ],
    [
      'a key that means the same before and after a change counts at once',
      at('calling', { changed: { from: 'ready', at: NOW - 100 } }),
      'S',
      start,
    ],
  ];
  for (const [title, given, when, then] of CASES) {
    it(title, () => {
      expect(press(given, when, NOW)).to.deep.equal(then);
    });
  }

  it('pauses for the reason of the digit', () => {
    const steps = (['1', '2', '3', '4', '5', '6'] as const).map((digit) =>
      press(at('free', { choosing: true }), digit, NOW),
    );
    expect(steps).to.deep.equal(
      PauseReason.options.map((reason) => send('pause', { type: 'PauseWindow', window, reason })),
    );
  });
});

describe('what a button says before it is pressed', () => {
  it('refuses exactly what a press of it would refuse', () => {
    for (const status of WindowStatus.options) {
      expect(refusal('recall', at(status)) === null).to.equal(TABLE[status].R.do === 'send', status);
      expect(refusal('pause', at(status)) === null).to.equal(TABLE[status].P.do === 'choose', status);
    }
  });
});

function asked(about: 'miss' | 'close', msAgo: number, of: string | null = ticket): Situation['asked'] {
  return { about, ticket: of, at: NOW - msAgo };
}

function ago(key: Key, ms = 100): Situation['answered'] {
  return { key, at: NOW - ms };
}

function told(step: Step): string {
  switch (step.do) {
    case 'send':
      return step.commands.map(({ type }) => type).join(', ');
    case 'say':
      return `it says “${step.refusal}”`;
    case 'ask':
      return `it asks whether to ${step.about}`;
    case 'choose':
      return 'the reasons appear';
    case 'nothing':
      return 'nothing';
  }
}
