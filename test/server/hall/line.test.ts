import { expect } from 'chai';
import * as fc from 'fast-check';
import { comparePlaces, Line, type Place } from '../../../server/hall/line.ts';

/** Does to a line and to a plain sorted array the same, and compares them after every step. */
function compareWithArray(steps: readonly Step[]): void {
  const line = new Line<Place>();
  const model: Place[] = [];
  for (const [index, step] of steps.entries()) {
    const asked: Place = { dueAt: step.dueAt, order: index };
    if (step.do === 'add') {
      line.add(asked);
      model.push(asked);
      model.sort(comparePlaces);
    } else {
      const place = step.do === 'take first' ? model[0] : model[step.which % Math.max(1, model.length)];
      const index = place === undefined ? -1 : model.indexOf(place);
      expect(line.remove(place ?? asked)).to.equal(index >= 0);
      if (index >= 0) model.splice(index, 1);
    }
    expect(line.remove(asked) && step.do !== 'add', 'removes nothing that is not there').to.equal(false);
    if (step.do === 'add') line.add(asked);
    expect(line.size).to.equal(model.length);
    expect(line.first()).to.equal(model[0]);
    expect(line.before(asked)).to.equal(model.filter((place) => comparePlaces(place, asked) < 0).length);
  }
  expect([...line]).to.deep.equal(model);
}

interface Step {
  do: 'add' | 'take first' | 'take any';
  dueAt: number;
  which: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('add' as const, 'add' as const, 'take first' as const, 'take any' as const),
  dueAt: fc.integer({ min: 0, max: 20 }),
  which: fc.nat(),
});

describe('a line', () => {
  it('is always what a sorted array would be, whatever is added and taken', () => {
    void fc.assert(fc.property(fc.array(step, { maxLength: 120, size: 'max' }), compareWithArray));
  });

  it('stays right past the point where what was taken from the front is cut off', () => {
    const line = new Line<Place>();
    const total = 5000;
    for (let order = 0; order < total; order++) line.add({ dueAt: order, order });
    for (let taken = 0; taken < total; taken++) {
      expect(line.first()?.order).to.equal(taken);
      expect(line.before({ dueAt: total, order: total })).to.equal(total - taken);
      expect(line.remove({ dueAt: taken, order: taken })).to.equal(true);
      if (taken % 1000 === 500) {
        line.add({ dueAt: -1, order: -1 });
        expect(line.first()?.order).to.equal(-1);
        expect(line.remove({ dueAt: -1, order: -1 })).to.equal(true);
      }
    }
    expect([line.size, line.first()]).to.deep.equal([0, undefined]);
  });

  it('orders by due instant, then by order', () => {
    const line = new Line<Place>();
    for (const [dueAt, order] of [
      [2, 1],
      [1, 3],
      [1, 2],
      [2, 0],
    ] as const)
      line.add({ dueAt, order });
    expect([...line].map(({ dueAt, order }) => `${dueAt}/${order}`)).to.deep.equal([
      '1/2',
      '1/3',
      '2/0',
      '2/1',
    ]);
  });
});
