import { expect } from 'chai';
import { type Command, PauseReason } from '../../common/contract/commands.ts';
import { WindowStatus } from '../../common/contract/views.ts';
import { ASK_MS, guardedMs, INTERRUPTED_MS, MISCLICK_GUARD_MS, press } from '../../counter-client/actions.ts';
import type { Flow } from '../../counter-client/flow.ts';
import type { ActionKey, Key } from '../../counter-client/keys.ts';
import { refusal } from '../../counter-client/possible.ts';
import type { Refusal, Situation, Step } from '../../counter-client/situation.ts';

const NOW = 100_000;
const A012 = { id: '20261123-A012', number: 'A012' };
const window = 'w3';
const ticket = A012.id;

function at(status: WindowStatus, more: Partial<Situation> = {}): Situation {
  return {
    window,
    status,
    ticket: status === 'calling' || status === 'serving' ? A012 : null,
    calls: null,
    waiting: 0,
    held: [],
    undoable: false,
    role: 'clerk',
    day: '2026-11-23',
    categories: ['elderly', 'disabled'],
    stale: false,
    finishCallsNext: false,
    underWay: false,
    answered: null,
    changed: null,
    asked: null,
    flow: null,
    interruptedAt: null,
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
const choose = (flow: Flow | null): Step => ({ do: 'choose', flow });
const pause = choose({ of: 'pause' });
const back = choose({ of: 'return' });
const hold = send('hold', { type: 'HoldTicket', window, ticket });
const undo = send('undo', { type: 'UndoAction', window });

/** Every state of a window, every key: what the press leads to. */
const TABLE: Record<WindowStatus, Record<ActionKey, Step>> = {
  closed: {
    Space: say('closed'),
    O: open,
    C: say('closed'),
    R: say('closed'),
    S: say('closed'),
    F: say('closed'),
    M: say('closed'),
    P: say('closed'),
    ShiftF: say('closed'),
    H: say('closed'),
    T: say('closed'),
    A: say('closed'),
    U: say('nothingToUndo'),
    B: say('closed'),
    X: say('leadsOnly'),
  },
  free: {
    Space: callNext,
    O: say('alreadyOpen'),
    C: askClose,
    R: say('free'),
    S: say('free'),
    F: say('free'),
    M: say('free'),
    P: pause,
    ShiftF: say('free'),
    H: say('noneHeld'),
    T: say('free'),
    A: say('free'),
    U: say('nothingToUndo'),
    B: back,
    X: say('leadsOnly'),
  },
  ready: {
    Space: say('ready'),
    O: say('alreadyOpen'),
    C: askClose,
    R: say('ready'),
    S: say('ready'),
    F: say('ready'),
    M: say('ready'),
    P: pause,
    ShiftF: say('ready'),
    H: say('noneHeld'),
    T: say('ready'),
    A: say('ready'),
    U: say('nothingToUndo'),
    B: back,
    X: say('leadsOnly'),
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
    ShiftF: say('calling'),
    H: say('calling'),
    T: choose({ of: 'transfer', ticket }),
    A: choose({ of: 'add', ticket }),
    U: say('nothingToUndo'),
    B: back,
    X: say('leadsOnly'),
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
    ShiftF: choose({ of: 'finishWith', ticket }),
    H: hold,
    T: choose({ of: 'transfer', ticket }),
    A: choose({ of: 'add', ticket }),
    U: say('nothingToUndo'),
    B: back,
    X: say('leadsOnly'),
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
    ShiftF: say('paused'),
    H: say('paused'),
    T: say('paused'),
    A: say('paused'),
    U: say('nothingToUndo'),
    B: back,
    X: say('leadsOnly'),
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
    ['P again takes the reasons away', at('free', { flow: { of: 'pause' } }), 'P', choose(null)],
    ['Escape takes the reasons away', at('free', { flow: { of: 'pause' } }), 'Escape', choose(null)],
    ['Escape is nothing otherwise', at('free'), 'Escape', nothing],
    ['a digit is nothing while no reason is asked for', at('free'), '1', nothing],
    ['another action goes on from the reasons', at('free', { flow: { of: 'pause' } }), 'Space', callNext],
    // What is on hold.
    [
      'H at a free window asks which ticket to resume',
      at('free', { held: [ticket] }),
      'H',
      choose({ of: 'resume' }),
    ],
    [
      'H again takes the choice away',
      at('free', { held: [ticket], flow: { of: 'resume' } }),
      'H',
      choose(null),
    ],
    [
      'a digit resumes the ticket of its place',
      at('ready', { held: ['20261123-B001', ticket], flow: { of: 'resume' } }),
      '2',
      send('resume', { type: 'ResumeTicket', window, ticket }),
    ],
    [
      'a digit past the list is nothing',
      at('free', { held: [ticket], flow: { of: 'resume' } }),
      '2',
      nothing,
    ],
    ['a digit resumes nothing unless it was asked', at('free', { held: [ticket] }), '1', nothing],
    [
      'H at a serving window holds, whatever else is on hold',
      at('serving', { held: ['20261123-B001'] }),
      'H',
      hold,
    ],
    // Undo.
    ['U takes back what may be taken back', at('free', { undoable: true }), 'U', undo],
    ['U takes back a start', at('serving', { undoable: true }), 'U', undo],
    [
      'a stale screen undoes nothing it does not show',
      at('free', { stale: true }),
      'U',
      say('nothingToUndo'),
    ],
    // Outcomes.
    [
      'a digit chooses the outcome and asks for the case number',
      at('serving', { flow: { of: 'finishWith', ticket } }),
      '2',
      choose({ of: 'finishWith', ticket, outcome: 'supplement' }),
    ],
    ['there is no eighth outcome', at('serving', { flow: { of: 'finishWith', ticket } }), '8', nothing],
    [
      'Shift+F again takes the outcomes away',
      at('serving', { flow: { of: 'finishWith', ticket } }),
      'ShiftF',
      choose(null),
    ],
    [
      'a letter typed at the outcomes finishes nothing',
      at('serving', { flow: { of: 'finishWith', ticket } }),
      'F',
      nothing,
    ],
    [
      'the rest of a word is no action when its question was taken away',
      at('serving', { interruptedAt: NOW - INTERRUPTED_MS + 1 }),
      'F',
      nothing,
    ],
    ['actions count again soon after', at('serving', { interruptedAt: NOW - INTERRUPTED_MS }), 'F', finish],
    // Out of turn.
    ['a lead may act out of turn', at('calling', { role: 'lead' }), 'X', choose({ of: 'exception' })],
    ['a manager may too', at('free', { role: 'manager' }), 'X', choose({ of: 'exception' })],
    ['not at a closed window', at('closed', { role: 'manager' }), 'X', say('closed')],
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
      press(at('free', { flow: { of: 'pause' } }), digit, NOW),
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
      return step.flow === null ? 'the question goes' : `it asks for ${step.flow.of}`;
    case 'nothing':
      return 'nothing';
  }
}

describe('the rule’s limits on calls', () => {
  const calls = { recalls: 1, maxRecalls: 5, pauseMs: 0, beforeMiss: 0 };
  for (const [what, key, more, then] of [
    ['a recall while some are left', 'R', {}, recall],
    ['no recall beyond the last', 'R', { recalls: 5 }, say('recallLimit')],
    ['no recall so soon after a call', 'R', { pauseMs: 1 }, say('recallPause')],
    ['that there is none left, rather than to wait', 'R', { recalls: 5, pauseMs: 1 }, say('recallLimit')],
    ['a miss after enough calls', 'M', {}, askMiss],
    ['no miss before', 'M', { beforeMiss: 1 }, say('callAgain')],
    ['a start whatever the calls were', 'S', { recalls: 5, pauseMs: 1, beforeMiss: 1 }, start],
  ] as const) {
    it(what, () => {
      expect(press(at('calling', { calls: { ...calls, ...more } }), key, NOW)).to.deep.equal(then);
    });
  }

  it('are the hall’s to say on a screen that may be old', () => {
    const old = at('calling', { stale: true, calls: { ...calls, recalls: 5, pauseMs: 1, beforeMiss: 1 } });
    expect(press(old, 'R', NOW)).to.deep.equal(recall);
    expect(press(old, 'M', NOW)).to.deep.equal(askMiss);
  });
});

describe('the guard against misclicks', () => {
  const none = { answered: null, changed: null, asked: null, interruptedAt: null };
  const answered = { key: 'Space' as const, at: NOW };
  const asked = { about: 'miss' as const, ticket, at: NOW };
  for (const [what, since, lasts] of [
    ['is down when nothing has happened', {}, 0],
    ['is up after an answer', { answered }, MISCLICK_GUARD_MS],
    [
      'is up after a change of the screen',
      { changed: { from: 'free' as const, at: NOW } },
      MISCLICK_GUARD_MS,
    ],
    ['is up after a question', { asked }, MISCLICK_GUARD_MS],
    ['lasts longer over a word that was being typed', { answered, interruptedAt: NOW }, INTERRUPTED_MS],
  ] as const) {
    it(what, () => {
      expect(guardedMs({ ...none, ...since }, NOW)).to.equal(lasts);
      expect(guardedMs({ ...none, ...since }, NOW + lasts)).to.equal(0);
    });
  }

  it('is never down while any key would be overlooked', () => {
    const keys: ActionKey[] = ['Space', 'O', 'C', 'R', 'S', 'F', 'M', 'P', 'H', 'T', 'A', 'U', 'B', 'X'];
    for (const status of WindowStatus.options)
      for (const from of WindowStatus.options)
        for (const key of keys)
          for (const age of [0, MISCLICK_GUARD_MS - 1, MISCLICK_GUARD_MS]) {
            const late = at(status, { answered: { key, at: NOW - age }, changed: { from, at: NOW - age } });
            if (guardedMs(late, NOW) === 0)
              expect(press(late, key, NOW), `${status} ${key}`).to.not.deep.equal(nothing);
            else expect(age).to.be.lessThan(MISCLICK_GUARD_MS);
          }
  });
});
