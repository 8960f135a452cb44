import { expect } from 'chai';
import fc from 'fast-check';
import { windowsNeeded } from '../../../../server/balance/season/staffing.ts';

const EXPONENTIAL = { meanMinutes: 1, squaredVariation: 1 };
const needed = (load: number, targetMinutes: number, overShare: number, meanMinutes = 1): number =>
  windowsNeeded(load, { ...EXPONENTIAL, meanMinutes }, { targetMinutes, overShare });

describe('windows needed', () => {
  const table: [string, number, number][] = [
    ['nobody comes: none', needed(0, 20, 0.1), 0],
    // M/M/4 at 3.2: P(wait) .596432, P(wait > 1) .267994 exactly.
    ['M/M/4 is enough for P(wait) ≤ .597', needed(3.2, 0, 0.597), 4],
    ['and not for .596', needed(3.2, 0, 0.596), 5],
    ['M/M/4 is enough for P(wait > 1) ≤ .268', needed(3.2, 1, 0.268), 4],
    ['and not for .2679', needed(3.2, 1, 0.2679), 5],
    // M/M/55 at 49.5: P(wait) .343326, P(wait > 5 min) .054891 with 15 minutes.
    ['M/M/55 is enough for P(wait > 5) ≤ .0549', needed(49.5, 5, 0.0549, 15), 55],
    ['and not for .0548', needed(49.5, 5, 0.0548, 15), 56],
  ];
  for (const [title, windows, expected] of table)
    it(title, () => {
      expect(windows).to.equal(expected);
    });

  it('services that vary less need no more windows: the wait is (1 + c²) / 2 times as long', () => {
    const lessVaried = { meanMinutes: 1, squaredVariation: 0.6 };
    const windows = (overShare: number): number =>
      windowsNeeded(3.2, lessVaried, { targetMinutes: 1, overShare });
    // Four windows: .596432 exp(−0.8 / 0.8) = .219415.
    expect([windows(0.2195), windows(0.2193)]).to.deep.equal([4, 5]);
  });

  it('staffs a sine for P(wait) ≤ .2 as the exact answer does', () => {
    // Eight half hours of λ = 1 + 0.6 sin(2πt / 240), 30 minutes' service.
    const turned = (30 * 2 * Math.PI) / 240;
    const loadAt = (t: number): number => {
      const angle = (2 * Math.PI * t) / 240;
      return 30 * (1 + (0.6 * (Math.sin(angle) - turned * Math.cos(angle))) / (1 + turned ** 2));
    };
    const windows = Array.from({ length: 8 }, (_, period) => {
      const each = Array.from({ length: 300 }, (_, step) => loadAt(30 * period + (step + 0.5) / 10));
      return needed(each.reduce((sum, load) => sum + load, 0) / each.length, 0, 0.2, 30);
    });
    expect(windows).to.deep.equal([33, 44, 51, 50, 41, 29, 22, 23]);
  });

  it('never fewer for more load, a shorter target or a smaller share; always more than the load', () => {
    const load = fc.double({ min: 0.01, max: 120, noNaN: true });
    const target = fc.double({ min: 0, max: 40, noNaN: true });
    const share = fc.double({ min: 0.001, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(load, target, share, (erlangs, minutes, over) => {
        const windows = needed(erlangs, minutes, over, 8);
        expect(windows).to.be.above(erlangs);
        expect(needed(erlangs * 1.1, minutes, over, 8)).to.be.at.least(windows);
        expect(needed(erlangs, minutes / 2, over, 8)).to.be.at.least(windows);
        expect(needed(erlangs, minutes, over / 2, 8)).to.be.at.least(windows);
      }),
    );
  });
});
