import { expect } from 'chai';
import { MAX_WAITING, mostOfALine, startOf } from '../../../../server/balance/simulate/start.ts';
import { MAX_STRETCHED, withTheRest } from '../../../../server/balance/wait/beyond.ts';
import type { ExpectedWait, ExpectedWaits } from '../../../../server/balance/wait/wait.ts';
import type { HallState } from '../../../../server/hall/state.ts';
import { hallAfter, issued, opened, type Past, ticketId } from '../../../support/given.ts';
import { at } from '../../../support/small-hall.ts';

function crowd(social: number, tax: number): HallState {
  const many = (prefix: string, count: number): Past[] =>
    Array.from({ length: count }, (_, index) => issued(`${prefix}${10_000 + index}`, '09:30'));
  return hallAfter(opened(), ...many('A', social), ...many('B', tax));
}

const wait = (minutes: number): ExpectedWait => ({
  ...{ mean: minutes, p10: minutes - 1, p50: minutes, p90: minutes + 2 },
});

describe('more than can be simulated', () => {
  const table: [string, number[], number][] = [
    ['nobody', [], Number.POSITIVE_INFINITY],
    ['as many as there may be', [2000, 3000], Number.POSITIVE_INFINITY],
    ['one line: so much of it', [9000], 5000],
    ['two long lines: half of it each', [9000, 8000], 2500],
    ['short lines are whole, and leave the rest to the long', [9000, 500, 1500], 3000],
  ];
  for (const [title, sizes, most] of table)
    it(`are cut to the first of each line: ${title}`, () => {
      expect(mostOfALine(sizes)).to.equal(most);
      const known = sizes.reduce((sum, size) => sum + Math.min(size, most), 0);
      expect(known).to.be.at.most(MAX_WAITING);
    });

  it('begin with the first of each line, and nobody is left out of a hall that is not crowded', () => {
    const start = startOf(crowd(6000, 100), at('10:00'));
    expect(start.waiting.filter(({ queue }) => queue === 'tax')).to.have.length(100);
    const social = start.waiting.filter(({ queue }) => queue === 'social').map(({ id }) => id);
    expect(social).to.have.length(4900);
    expect(social[0]).to.equal(ticketId('A10000'));
    expect(startOf(crowd(4900, 100), at('10:00')).waiting).to.have.length(5000);
  });

  it('wait as much longer than the last one known as they stand further back', () => {
    const state = crowd(8, 2);
    const found: ExpectedWaits = {
      tickets: new Map([0, 1, 2, 3].map((index) => [ticketId(`A1000${index}`), wait(10 * (index + 1))])),
      queues: new Map([
        ['social', wait(40)],
        ['tax', wait(5)],
      ]),
    };
    const { tickets, queues } = withTheRest(found, state, 4);
    expect(tickets.get(ticketId('A10003'))).to.deep.equal(wait(40));
    expect(tickets.get(ticketId('A10005'))?.p50).to.equal(60);
    expect(tickets.get(ticketId('A10007'))?.p50).to.equal(80);
    expect(tickets.get(ticketId('A10007'))?.p90).to.equal(84);
    // Nine places to the front instead of five.
    expect(queues.get('social')?.p50).to.equal(72);
    expect(queues.get('tax')).to.deep.equal(wait(5));
    expect(withTheRest(found, state, Number.POSITIVE_INFINITY)).to.equal(found);
  });

  it('are told nothing behind a line that nobody calls, and not more of them than a named maximum', () => {
    const none = withTheRest({ tickets: new Map(), queues: new Map() }, crowd(8, 2), 4);
    expect(none.tickets.size).to.equal(0);
    const first: ExpectedWaits = { tickets: new Map([[ticketId('A10000'), wait(1)]]), queues: new Map() };
    const all = withTheRest(first, crowd(MAX_STRETCHED + 50, 0), 1);
    expect(all.tickets.size).to.equal(MAX_STRETCHED + 1);
  });
});
