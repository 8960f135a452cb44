import { expect } from 'chai';
import { randomOf } from '../../../server/demo/random.ts';
import {
  arrivals,
  CHAIN_ORDER,
  closuresOf,
  DAY_FACTOR_SIGMA,
  DEMAND,
  expectedTickets,
  OPEN_MINUTES,
  type ScenarioId,
  SERVICE_SCV,
  SLOT_MINUTES,
  SLOT_SHARES,
  scenarioOf,
  serviceMinutes,
} from '../../../server/demo/scenarios.ts';

const DAYS = 200;
const SCENARIO_IDS: readonly ScenarioId[] = ['S1', 'S2', 'S3', 'S5'];

describe('the scenarios of a day', () => {
  it('share all arrivals among the queues, the slots of the day and the 55 windows', () => {
    expect(sum(DEMAND.map((demand) => demand.share))).to.be.closeTo(1, 1e-9);
    expect(sum(SLOT_SHARES)).to.be.closeTo(1, 1e-5);
    expect(SLOT_SHARES.length * SLOT_MINUTES).to.equal(OPEN_MINUTES);
    expect(sum(DEMAND.map((demand) => demand.primaryWindows))).to.equal(55);
    expect([...CHAIN_ORDER].sort((a, b) => a - b)).to.deep.equal(DEMAND.map((_, index) => index));
  });

  it('have the same arrivals for the same seed, others for another', () => {
    expect(arrivals(scenarioOf('S1'), 7)).to.deep.equal(arrivals(scenarioOf('S1'), 7));
    expect(arrivals(scenarioOf('S1'), 7)).to.not.deep.equal(arrivals(scenarioOf('S1'), 8));
  });

  it('list arrivals in order of time, within opening', () => {
    const minutes = arrivals(scenarioOf('S2'), 1).map((arrival) => arrival.minute);
    expect(minutes).to.deep.equal([...minutes].sort((a, b) => a - b));
    expect(minutes[0]).to.be.at.least(0);
    expect(minutes.at(-1)).to.be.below(OPEN_MINUTES);
  });

  for (const id of SCENARIO_IDS) {
    it(`${id} has its number of tickets on an average day, to four standard errors`, () => {
      const scenario = scenarioOf(id);
      const expected = sum(DEMAND.map((_, index) => expectedTickets(scenario, index))) * sum(SLOT_SHARES);
      const totals = days(id).map((day) => day.length);
      const variance = expected + Math.expm1(DAY_FACTOR_SIGMA ** 2) * expected ** 2;
      expect(mean(totals)).to.be.closeTo(expected, 4 * Math.sqrt(variance / DAYS));
    });
  }

  it('spread a day as its multipliers and profile say: education seven times, two peaks', () => {
    const perDay = days('S2').flat();
    const education = perDay.filter((arrival) => arrival.queueIndex === 10).length / DAYS;
    expect(education).to.be.closeTo(434, 4 * Math.sqrt((434 + 0.01 * 434 ** 2) / DAYS));
    const slots = SLOT_SHARES.map(
      (_, slot) => perDay.filter((arrival) => Math.floor(arrival.minute / SLOT_MINUTES) === slot).length,
    );
    slots.forEach((count, slot) => {
      expect(count / perDay.length, `slot ${slot}`).to.be.closeTo(SLOT_SHARES[slot] ?? 0, 0.001);
    });
  });

  it('have lognormal service times with the mean of the queue and the coefficient of variation', () => {
    const random = randomOf(3);
    const times = Array.from({ length: 100_000 }, () => serviceMinutes(3, random));
    const average = mean(times);
    const variance = mean(times.map((time) => (time - average) ** 2));
    expect(average).to.be.closeTo(11, 4 * Math.sqrt((SERVICE_SCV * 121) / times.length));
    expect(variance / average ** 2).to.be.closeTo(SERVICE_SCV, 0.03);
    expect(Math.min(...times)).to.be.above(0);
  });

  it('close every window for one half hour of lunch, half of them at a time', () => {
    const spans = Array.from({ length: 55 }, (_, index) => closuresOf(scenarioOf('S1'), index));
    expect(spans.filter((span) => span[0]?.from === 180)).to.have.length(28);
    expect(spans.filter((span) => span[0]?.from === 210)).to.have.length(27);
    for (const span of spans) expect(sum(span.map(({ from, until }) => until - from))).to.equal(30);
  });

  it('S5 keeps 22 of 55 windows open from 11:45 to 13:45, without another lunch', () => {
    const spans = Array.from({ length: 55 }, (_, index) => closuresOf(scenarioOf('S5'), index));
    expect(spans.filter((span) => span.length === 0)).to.have.length(22);
    expect(spans.filter((span) => span.length > 0)).to.deep.equal(
      Array(33).fill([{ from: 165, until: 285 }]),
    );
  });

  it('refuses a queue that is not there', () => {
    expect(() => serviceMinutes(14, randomOf(1))).to.throw(RangeError, 'there is no queue 14');
  });
});

describe('the seeded generator', () => {
  it('is uniform on [0, 1) to four standard errors, and repeats for a seed', () => {
    const random = randomOf(1);
    const numbers = Array.from({ length: 100_000 }, random);
    expect(mean(numbers)).to.be.closeTo(0.5, 4 / Math.sqrt(12 * numbers.length));
    expect(Math.max(...numbers)).to.be.below(1);
    const again = randomOf(1);
    expect(numbers.slice(0, 5)).to.deep.equal(Array.from({ length: 5 }, again));
  });

  it('gives neighbouring seeds unrelated streams', () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => randomOf(seed)());
    expect(mean(firsts)).to.be.closeTo(0.5, 4 / Math.sqrt(12 * firsts.length));
    expect(new Set(firsts).size).to.equal(1000);
  });
});

function days(id: ScenarioId) {
  return Array.from({ length: DAYS }, (_, seed) => arrivals(scenarioOf(id), seed + 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
