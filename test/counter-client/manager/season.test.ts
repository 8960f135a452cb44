import { expect } from 'chai';
import type { SeasonDayView } from '../../../common/contract/balance.ts';
import {
  arrivalsOn,
  hasLastYear,
  heatMapOf,
  hoursOf,
  needOf,
  peakOf,
  worthHaving,
} from '../../../counter-client/manager/season/season.ts';
import { dayLabel, missingSentence } from '../../../counter-client/manager/season/words.ts';

function halfHours(figures: Record<number, number>): number[] {
  return Array.from({ length: 48 }, (_, index) => figures[index] ?? 0);
}

function day(first: Record<number, number>, second: Record<number, number>): SeasonDayView {
  const queue = (id: string, arrivals: Record<number, number>) => ({
    queue: id,
    arrivals: halfHours(arrivals),
    low: halfHours({}),
    high: halfHours({}),
    windows: halfHours(Object.fromEntries(Object.keys(arrivals).map((place) => [place, 2]))),
    lastYear: null,
  });
  return {
    day: '2026-09-01',
    queues: [queue('a', first), queue('b', second)],
    pooled: halfHours({ 18: 3, 19: 1, 20: 3 }),
    rostered: halfHours({ 18: 2, 20: 1.5 }),
    events: [],
    lastYear: null,
  };
}

describe('season: queue by half hour', () => {
  it('shows the hours from the first to the last in which anybody comes', () => {
    const map = heatMapOf(day({ 18: 4.26 }, { 20: 7 }), 'arrivals');
    expect(map.times).to.deep.equal(['09:00', '09:30', '10:00']);
    expect(map.queues).to.deep.equal(['a', 'b']);
    expect(map.highest).to.equal(7);
    expect(map.cells[0]).to.deep.equal({ column: 0, row: 0, value: 4.3 });
    expect(map.cells).to.have.length(6);
    expect(peakOf(map)).to.deep.equal({ queue: 'b', time: '10:00', value: 7 });
  });

  it('keeps the hours when it shows the windows', () => {
    const map = heatMapOf(day({ 18: 4 }, { 20: 7 }), 'windows');
    expect(map.times).to.deep.equal(['09:00', '09:30', '10:00']);
    expect(map.highest).to.equal(2);
  });

  it('is empty on a day nobody comes', () => {
    const empty = day({ 18: 0.04 }, {});
    expect(hoursOf(empty)).to.equal(null);
    expect(heatMapOf(empty, 'arrivals')).to.deep.equal({ times: [], queues: [], cells: [], highest: 0 });
    expect(peakOf(heatMapOf(empty, 'arrivals'))).to.equal(null);
    expect(needOf(empty).times).to.deep.equal([]);
  });

  it('adds the windows of all queues up beside those of a pooled hall', () => {
    expect(needOf(day({ 18: 4, 19: 1 }, { 18: 1, 20: 7 }))).to.deep.equal({
      times: ['09:00', '09:30', '10:00'],
      apart: [4, 2, 2],
      pooled: [3, 1, 3],
      rostered: [2, 0, 1.5],
    });
  });

  it('counts a day in whole people', () => {
    expect(arrivalsOn(day({ 18: 4.3 }, { 20: 7.4 }))).to.equal(12);
  });

  it('knows last year when one queue does', () => {
    const known = day({ 18: 4 }, {});
    expect(hasLastYear(known)).to.equal(false);
    const [first] = known.queues;
    if (first !== undefined) first.lastYear = halfHours({ 18: 5 });
    expect(hasLastYear(known)).to.equal(true);
  });

  it('names a day of the calendar', () => {
    expect(dayLabel('2026-09-01', 'zh-CN')).to.deep.equal({ date: '9/1', weekday: '周二' });
    expect(dayLabel('2026-09-01', 'en')).to.deep.equal({ date: '1 Sept', weekday: 'Tue' });
  });

  it('has a sentence for what is surely worth it, and for no more than three', () => {
    const worth = (queue: string, mean: number, standardError: number) => ({
      queue,
      windows: [],
      effect: { mean, standardError },
      queueWaits: { without: 9, with: 8 },
    });
    const named = (...all: ReturnType<typeof worth>[]) => worthHaving(all).map(({ queue }) => queue);
    expect(
      named(worth('a', -0.1, 0.05), worth('b', -0.09, 0), worth('c', -1, 0.6), worth('d', 1, 0)),
    ).to.deep.equal(['a']);
    const sure = ['a', 'b', 'c', 'd'].map((queue) => worth(queue, -1, 0.1));
    expect(named(...sure)).to.deep.equal(['a', 'b', 'c']);
  });

  it('says what two more clerks are worth', () => {
    const worth = { effect: { mean: -4.1, standardError: 0.2 }, queueWaits: { without: 31.2, with: 12.4 } };
    expect(missingSentence(worth, '教育', [7, 9], 'zh-CN')).to.equal(
      '再有两名能办“教育”的窗口人员（如 7、9 号窗口），最忙一天全厅平均等候 −4.1 分钟（±0.4），该业务 31 → 12 分钟。',
    );
  });
});
