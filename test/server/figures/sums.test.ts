import { expect } from 'chai';
import fc from 'fast-check';
import type { DayReport, Figures } from '../../../common/contract/report.ts';
import { dayReport } from '../../../server/figures/day-report.ts';
import { factsOf } from '../../../server/figures/facts.ts';
import { playHall, randomDay } from '../../support/random-hall.ts';
import { DAY, MIDNIGHT, smallHall } from '../../support/small-hall.ts';

/** What can be added up, as plain numbers. */
function addable({ wait, walk, service, ...figures }: Figures): Record<string, number | null> {
  const { called, missed, served, onTarget, issued, servingMs, openMs, pausedMs } = figures;
  const spreads = { wait, walk, service };
  const totals = Object.entries(spreads).flatMap(([name, { count, totalMs }]) => [
    [`${name}s`, count],
    [`${name}Ms`, totalMs],
  ]);
  const counts = { called, missed, served, onTarget, issued, servingMs, openMs, pausedMs };
  return { ...counts, ...Object.fromEntries(totals) };
}

/** With what each of them has no figure of. */
const GROUPINGS = {
  departments: ['openMs', 'pausedMs'],
  queues: ['openMs', 'pausedMs'],
  windows: ['issued'],
  clerks: ['issued'],
  hours: [],
} as const satisfies Partial<Record<keyof DayReport, string[]>>;
const groupings = Object.keys(GROUPINGS) as (keyof typeof GROUPINGS)[];

describe('the figures of any day', () => {
  const ofRandomDay = (check: (report: DayReport, played: ReturnType<typeof playHall>) => void): void =>
    fc.assert(
      fc.property(randomDay(200), (presses) => {
        const played = playHall(presses);
        const facts = factsOf(played.drafts);
        check(dayReport(smallHall(), { day: DAY, startsAt: MIDNIGHT, lastHash: '' }, facts), played);
      }),
      { numRuns: 60 },
    );

  it('add up to the total, whichever way they are grouped', () =>
    ofRandomDay((report) => {
      const total = addable(report.total);
      for (const grouping of groupings) {
        const rows = report[grouping].map(({ figures }) => addable(figures));
        for (const [name, whole] of Object.entries(total)) {
          const isNone = (GROUPINGS[grouping] as readonly string[]).includes(name);
          const values = rows.map((row) => row[name] ?? null);
          expect(values.some((value) => value === null)).to.equal(isNone && rows.length > 0);
          const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
          if (!isNone) expect(sum, `${name} of all ${grouping}`).to.equal(whole);
        }
      }
    }));

  it('are no rates above 1, and no times below 0', () =>
    ofRandomDay((report) => {
      const all = [report.total, ...groupings.flatMap((each) => report[each].map(({ figures }) => figures))];
      for (const { abandonRate, onTargetRate, utilisation, wait, walk, service } of all) {
        for (const rate of [abandonRate, onTargetRate, utilisation])
          if (rate !== null) expect(rate).to.be.within(0, 1);
        for (const { totalMs, medianMs, p90Ms, maxMs } of [wait, walk, service]) {
          expect(totalMs).to.be.at.least(0);
          if (maxMs !== null) expect(maxMs).to.be.at.least(p90Ms ?? 0);
          if (p90Ms !== null) expect(p90Ms).to.be.at.least(medianMs ?? 0);
        }
      }
    }));

  it('are what the hall itself has counted in public: waits, and who was served at each window', () =>
    ofRandomDay((report, { state }) => {
      const { waits, waitedMs, longestWaitMs } = state.record.tally;
      const { wait } = report.total;
      expect([wait.count, wait.totalMs, wait.maxMs ?? 0]).to.deep.equal([waits, waitedMs, longestWaitMs]);
      const served = [...state.windows.values()].map(({ setup, served: count }) => [setup.id, count]);
      const rows = new Map(report.windows.map(({ id, figures }) => [id, figures.served]));
      expect(served.map(([id]) => [id, rows.get(`${id}`) ?? 0])).to.deep.equal(served);
    }));
});
