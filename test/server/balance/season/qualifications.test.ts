import { expect } from 'chai';
import type { Model } from '../../../../server/balance/model.ts';
import { missingQualifications } from '../../../../server/balance/season/qualifications.ts';
import { scenarioModel } from '../../../support/scenario-hall.ts';

const EDUCATION = 'q10';

describe('missing qualifications', function () {
  this.timeout(30_000);

  it('in the enrolment season, clerks for education are worth most', () => {
    const model = scenarioModel('S2', { queuesPerWindow: 1 });
    const [first] = missingQualifications(model, 2);
    expect(first?.queue).to.equal(EDUCATION);
    expect(first?.windows.length).to.equal(2);
    expect(first?.effect.mean).to.be.below(-3);
    expect(-(first?.effect.mean ?? 0)).to.be.above(2 * (first?.effect.standardError ?? 0));
    expect(first?.queueWaits.with).to.be.below((first?.queueWaits.without ?? 0) / 1.5);
    const education = model.plans.filter(({ open }) => open[0]?.queues.includes(EDUCATION));
    expect(education.some(({ window }) => first?.windows.includes(window))).to.equal(false);
  });

  it('the same question has the same answer', () => {
    const model = scenarioModel('S2', { queuesPerWindow: 1 });
    expect(missingQualifications(model, 2)).to.deep.equal(missingQualifications(model, 2));
  });

  it('where every clerk is qualified for everything, none is missing', () => {
    expect(missingQualifications(scenarioModel('S2', { queuesPerWindow: 'all' }), 1)).to.deep.equal([]);
  });

  it('a qualification that the clerk has and the window does not use is not missing', () => {
    const base = scenarioModel('S2', { queuesPerWindow: 1 });
    const all = base.setup.queues.map(({ id }) => id);
    const qualified: Model = { ...base, plans: base.plans.map((plan) => ({ ...plan, qualified: all })) };
    expect(missingQualifications(qualified, 1)).to.deep.equal([]);
  });
});
