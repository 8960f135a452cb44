import { expect } from 'chai';
import { ADVICE_LIMITS, type Advice, advise } from '../../../../server/balance/advise/advise.ts';
import { meanWait, meanWaitOf } from '../../../../server/balance/advise/effect.ts';
import { moved } from '../../../../server/balance/advise/moves.ts';
import { Trial } from '../../../../server/balance/advise/trial.ts';
import { type Model, NO_HABITS, type WindowPlan } from '../../../../server/balance/model.ts';
import { emptyStart } from '../../../../server/balance/simulate/start.ts';
import { scenarioModel } from '../../../support/scenario-hall.ts';
import { MINUTE, smallSetup } from '../../../support/small-hall.ts';

const LIMIT_MS = 60_000;
const HOUR = 60 * MINUTE;
const setup = smallSetup();

/** Four hours; arrivals of each queue in a quarter of an hour; social takes 8 minutes, tax 5, estate 15. */
function modelOf(perSlot: Record<string, number>, plans: WindowPlan[]): Model {
  const queues = setup.queues.map(({ id, meanServiceMinutes }) => ({
    ...{ queue: id, perSlot: Array(16).fill(perSlot[id] ?? 0), levelVariation: 0.01 },
    ...{ service: { meanMinutes: meanServiceMinutes, squaredVariation: 0.6 } },
    ...{ categoryShares: {}, bookings: [] },
  }));
  return { setup, demand: { from: 0, queues }, plans, habits: NO_HABITS };
}

function plan(window: string, queues: string[], more: Partial<WindowPlan> = {}): WindowPlan {
  return { window, open: [{ from: 0, until: Infinity, queues }], qualified: queues, standby: [], ...more };
}

function adviceOn(model: Model): Advice {
  return advise(model, emptyStart(setup.windows.length, 0));
}

describe('advice', function () {
  this.timeout(LIMIT_MS);

  it('sends an idle window whose clerk is qualified to the queue that is too much for its own', () => {
    // Social offers 1.6 windows' work to one; tax a third of one to the other.
    const { moves, nothing, together } = adviceOn(
      modelOf({ social: 3, tax: 1 }, [
        plan('w1', ['social']),
        plan('w2', ['tax'], { qualified: ['tax', 'social'] }),
      ]),
    );
    const [first] = moves;
    expect(moves).to.have.length(1);
    expect(first?.move).to.include({ window: 'w2', queue: 'social', from: 5 * MINUTE });
    expect(first?.effect.mean).to.be.below(-10);
    expect(together).to.deep.equal(first?.effect);
    expect(first?.after.queues.get('social')).to.be.below((nothing.queues.get('social') ?? 0) / 2);
  });

  it('asks for no clerk who is not qualified', () => {
    const model = modelOf({ social: 3, tax: 1 }, [plan('w1', ['social']), plan('w2', ['tax'])]);
    expect(adviceOn(model).moves).to.deep.equal([]);
  });

  it('opens a window that stands by', () => {
    const standby = [{ from: HOUR, until: 4 * HOUR }];
    const model = modelOf({ social: 3 }, [plan('w1', ['social']), plan('w4', [], { open: [], standby })]);
    const [first] = adviceOn(model).moves;
    expect(first?.move).to.deep.equal({ window: 'w4', queue: null, from: HOUR, until: 4 * HOUR });
  });

  it('says that nothing should be done where nothing is gained, and what that comes to', () => {
    const model = modelOf({ social: 1, tax: 1 }, [
      plan('w1', ['social'], { qualified: ['social', 'tax'] }),
      plan('w2', ['tax'], { qualified: ['tax', 'social'] }),
    ]);
    const empty = adviceOn({ ...model, demand: { ...model.demand, queues: [] } });
    expect(empty.moves).to.deep.equal([]);
    expect(empty.together).to.deep.equal({ mean: 0, standardError: 0 });
    expect(empty.nothing.meanWait).to.deep.equal({ mean: 0, standardError: 0 });
  });

  it('makes no more moves than it may, and is the same for the same hall', () => {
    const plans = [
      plan('w1', ['social']),
      ...['w2', 'w3', 'w4'].map((window) => plan(window, ['tax'], { qualified: ['tax', 'social'] })),
    ];
    const model = modelOf({ social: 6, tax: 1 }, plans);
    const one = advise(model, emptyStart(4, 0), { ...ADVICE_LIMITS, maxMoves: 1 });
    expect(one.moves).to.have.length(1);
    expect(adviceOn(model)).to.deep.equal(adviceOn(model));
    expect(adviceOn(model).moves.length).to.be.above(1);
  });

  it('brings the enrolment day’s education back among the others, on days it has not seen', () => {
    const model = scenarioModel('S2', { queuesPerWindow: 2, qualifiedFor: 6, thetaMinutes: 5 });
    const start = emptyStart(model.setup.windows.length, 0);
    const { moves } = advise(model, start);
    expect(moves.length).to.be.within(1, 6);
    for (const { move } of moves) {
      const own = model.plans.find(({ window }) => window === move.window);
      expect(own?.qualified).to.include(move.queue);
      expect(move.until - move.from).to.be.at.least(HOUR);
    }
    const plans = moves.reduce(
      (all: readonly WindowPlan[], { move }) => moved(model, all, move),
      model.plans,
    );
    const trial = new Trial(model, start, 9_000_000);
    const [without, after] = [trial.live(model.plans, 0, 20), trial.live(plans, 0, 20)];
    expect(meanWait(after) / meanWait(without)).to.be.below(0.65);
    const education = 10;
    expect(meanWaitOf(without, education) / meanWait(without)).to.be.above(4);
    expect(meanWaitOf(after, education) / meanWait(after)).to.be.below(2);
  });
});
