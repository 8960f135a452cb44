import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { REJECTIONS } from '../../../common/contract/rejections.ts';
import { REFUSED } from '../../support/given.ts';
import './day.test.ts';
import './decide-bookings.test.ts';
import './decide-exceptions.test.ts';
import './decide-quotas.test.ts';
import './decide-returns.test.ts';
import './decide-services.test.ts';
import './decide-supplements.test.ts';
import './decide-tickets.test.ts';
import './decide-undo.test.ts';
import './decide-windows.test.ts';
import './one-open-ticket.test.ts';

describe('the rejections of the hall', () => {
  it('are each reached by one of the tables, which give no other', () => {
    const folder = new URL('../../../server/hall/decide/', import.meta.url);
    const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const quoted = sources.flatMap((source) => [...source.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)]);
    const named = new Set(quoted.map(([, code = '']) => code).filter((code) => code in REJECTIONS));
    expect(named.size).to.be.above(40);
    expect([...REFUSED].sort()).to.deep.equal([...named].sort());
  });
});
