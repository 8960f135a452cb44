import { expect } from 'chai';
import { LogRegression, type Prior } from '../../../../server/balance/forecast/log-regression.ts';

const PRIORS: Record<string, Prior> = {
  level: { mean: 2, deviation: 1 },
  monday: { mean: 0, deviation: 0.5 },
  event: { mean: 1, deviation: 0.2 },
};
const priorOf = (name: string): Prior => PRIORS[name] ?? { mean: 0, deviation: 0 };
const regression = (drift = 0, noise = 0.25): LogRegression => new LogRegression(priorOf, drift, noise);

describe('regression on the logarithm of a count', () => {
  it('knows its priors before anything is learned', () => {
    const { mean, variance, noise } = regression().predict({ monday: 1, event: 0.5 });
    expect(mean).to.be.closeTo(2 + 0.5, 1e-12);
    expect(variance).to.be.closeTo(1 + 0.25 + 0.01, 1e-12);
    expect(noise).to.equal(0.25);
  });

  it('one observation moves the coefficients as the conjugate normal posterior does', () => {
    const one = regression();
    // Prior variance 1 + 0.25, noise 0.25 + 0.5: what is 1 too much is shared out as 1 : 0.25 : 0.75.
    one.learn({ monday: 1 }, 3, 0.5);
    expect(one.coefficient('level')).to.be.closeTo(2 + 1 / 2, 1e-12);
    expect(one.coefficient('monday')).to.be.closeTo(0.25 / 2, 1e-12);
    // 1 − 1²/2 of the level's variance is left, and of both together 1.25 − 1.25²/2.
    expect(one.predict({}).variance).to.be.closeTo(0.5, 1e-12);
    expect(one.predict({ monday: 1 }).variance).to.be.closeTo(1.25 - 1.25 ** 2 / 2, 1e-12);
  });

  it('a coefficient met later begins with its prior', () => {
    const late = regression();
    late.learn({}, 2, 0);
    late.learn({ event: 1 }, 3, 0);
    expect(late.coefficient('event')).to.be.closeTo(1, 1e-12);
    expect(late.coefficient('level')).to.be.closeTo(2, 1e-12);
  });

  it('a broken day teaches as much as one 2.5 standard deviations off, however broken', () => {
    const [bad, worse, edge] = [regression(), regression(), regression()];
    bad.learn({}, -10, 0);
    worse.learn({}, -100, 0);
    edge.learn({}, 2 - 2.5 * Math.sqrt(1.25), 0);
    expect(bad.coefficient('level')).to.be.closeTo(worse.coefficient('level'), 1e-12);
    expect(bad.coefficient('level')).to.be.closeTo(edge.coefficient('level'), 1e-12);
  });

  it('the level wanders: the farther ahead, the less is known', () => {
    const wandering = regression(0.1);
    expect(wandering.predict({}, 9).variance - wandering.predict({}, 1).variance).to.be.closeTo(0.08, 1e-12);
  });

  it('learns by how much days differ beyond chance', () => {
    const noisy = regression(0, 1);
    for (let day = 0; day < 400; day++) noisy.learn({}, 5 + (day % 2 === 0 ? 0.3 : -0.3), 0.04);
    expect(noisy.predict({}).noise).to.be.closeTo(0.3 ** 2 - 0.04, 0.01);
  });
});
