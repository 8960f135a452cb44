import { expect } from 'chai';
import { judge, maskIdentity } from '../../ticket-client/identity.ts';

const NOW = Date.parse('2026-11-23T01:00:00Z');

describe('who somebody says they are', () => {
  const cases: [typed: string, state: string][] = [
    ['', 'empty'],
    ['1101', 'short'],
    ['11010519491', 'short'],
    ['11010519491231002', 'short'],
    ['11010519491231002x', 'right'],
    ['110105194912310021', 'wrong'],
    ['13812345678', 'right'],
    ['138 1234 5678', 'right'],
    ['12012345678', 'wrong'],
    ['010 66668888', 'right'],
  ];
  for (const [text, state] of cases) {
    it(`${text === '' ? 'nothing' : text} is ${state}`, () => {
      expect(judge(text, NOW).state).to.equal(state);
    });
  }

  it('is shown with its middle hidden', () => {
    expect(maskIdentity({ idNumber: '11010519491231002X' })).to.equal('110***********002X');
    expect(maskIdentity({ phone: '13812345678' })).to.equal('138****5678');
  });
});
