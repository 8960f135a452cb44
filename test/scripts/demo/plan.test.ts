import { expect } from 'chai';
import { planOf } from '../../../scripts/demo/plan.ts';
import { demoHall } from '../../../server/demo/hall.ts';
import { arrivals, scenarioOf } from '../../../server/demo/scenarios.ts';

describe('the plan of a played day', () => {
  const day = planOf('S1', 7, 480);

  it('is the same people for the same seed, and others for another', () => {
    expect(planOf('S1', 7, 480)).to.deep.equal(day);
    expect(planOf('S1', 8, 480)).to.not.deep.equal(day);
  });

  it("brings exactly the scenario's arrivals", () => {
    const expected = arrivals(scenarioOf('S1'), 7).map(({ minute }) => minute);
    expect(day.map(({ minute }) => minute)).to.deep.equal(expected);
  });

  it('begins a part of the day as the whole day begins', () => {
    const part = planOf('S1', 7, 20);
    expect(part).to.not.be.empty;
    expect(day.slice(0, part.length)).to.deep.equal(part);
    expect(day[part.length]?.minute).to.be.at.least(20);
  });

  it('asks only for what the demo hall has', () => {
    const { queues, categories, matters } = demoHall();
    const queueOf = new Map(matters.map(({ id, queue }) => [id, queue]));
    const queueIds = queues.map(({ id }) => id);
    const categoryIds = categories.map(({ id }) => id);
    for (const { queue, matter, category } of day) {
      expect(queueIds).to.include(queue);
      if (matter !== null) expect(queueOf.get(matter)).to.equal(queue);
      if (category !== null) expect(categoryIds).to.include(category);
    }
  });

  it('has about 3 % who never come, 1 % who may cancel and 8 % with a category', () => {
    const share = (of: typeof day): number => of.length / day.length;
    expect(share(day.filter(({ comes }) => !comes))).to.be.within(0.02, 0.04);
    expect(share(day.filter((each) => each.cancelsAfterMinutes !== null))).to.be.within(0.005, 0.016);
    expect(share(day.filter(({ category }) => category !== null))).to.be.within(0.065, 0.095);
  });
});
