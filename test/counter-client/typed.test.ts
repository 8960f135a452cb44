import { expect } from 'chai';
import { caseNumberOf, isTooEarly, numberOf, ticketIdOf } from '../../counter-client/typed.ts';

describe('a ticket that is typed or scanned', () => {
  const CASES: [typed: string, ticket: string | null][] = [
    ['A012', '20261123-A012'],
    [' a12 ', '20261123-A012'],
    ['a 012', '20261123-A012'],
    ['A-12', '20261123-A012'],
    ['ＡＢ１２', '20261123-AB012'],
    ['A1000', '20261123-A1000'],
    ['R012', '20261123-R012'],
    ['20261122-B007', '20261122-B007'],
    ['http://192.168.1.10:8080/phone#demo.20261123-A012.Atkd8pPslNvBOcXZ', '20261123-A012'],
    ['', null],
    ['12', null],
    ['A', null],
    ['ABC12', null],
    ['A0', '20261123-A000'],
    ['https://example.com/', null],
  ];
  for (const [typed, ticket] of CASES) {
    it(`“${typed}” is ${ticket ?? 'none'}`, () => {
      expect(ticketIdOf(typed, '2026-11-23')).to.equal(ticket);
    });
  }

  it('is none by its number before the first day has begun', () => {
    expect(ticketIdOf('A012', null)).to.equal(null);
    expect(ticketIdOf('20261123-A012', null)).to.equal('20261123-A012');
  });

  it('has its number in its id', () => {
    expect(numberOf('20261123-A012')).to.equal('A012');
  });
});

describe('a case number', () => {
  const CASES: [typed: string, recorded: string | null | undefined][] = [
    ['', undefined],
    ['  ', undefined],
    ['11010020261123-1', '11010020261123-1'],
    ['ab 12', 'AB12'],
    ['１１０', '110'],
    ['A'.repeat(43), 'A'.repeat(43)],
    ['A'.repeat(44), null],
    ['案件1', null],
    ['A_1', null],
  ];
  for (const [typed, recorded] of CASES) {
    it(`“${typed}” is recorded as ${recorded}`, () => {
      expect(caseNumberOf(typed)).to.equal(recorded);
    });
  }

  it('that came before its question was seen had begun before it', () => {
    expect([0, 40, 119, 120, 900].map(isTooEarly)).to.deep.equal([true, true, true, false, false]);
  });
});
