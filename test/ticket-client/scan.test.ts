import { expect } from 'chai';
import { parseCode } from '../../ticket-client/codes.ts';
import { afterKey, NO_KEYS, readingOf } from '../../ticket-client/kiosk/scan.ts';

const SLIP = 'http://192.0.2.2:8080/phone#demo.20261123-A012.NxmLZ-Ho0SaqHjGc';
const NOW = Date.parse('2026-11-23T01:00:00Z');

/** Types a text key by key; a capital comes with its Shift, as a wedge sends it. */
function type(text: string, gapMs: number, end: string) {
  let keys = NO_KEYS;
  let at = 1000;
  let kept = '';
  for (const key of text) {
    at += gapMs;
    if (/[A-Z:#]/.test(key)) keys = afterKey(keys, 'Shift', at).keys;
    const after = afterKey(keys, key, at);
    keys = after.keys;
    if (!after.isDevice) kept += key;
  }
  return { ...afterKey(keys, end, at + gapMs), kept };
}

describe('a scanner that types like a keyboard', () => {
  it('is told from a hand by its speed, and read to its Enter or Tab', () => {
    expect(type(SLIP, 8, 'Enter').read).to.equal(SLIP);
    expect(type(SLIP, 30, 'Tab').read).to.equal(SLIP);
    expect(type('SFZ', 200, 'Enter').read).to.equal(null);
    expect(type('SHENFENZHENG', 60, 'Enter').read).to.equal(null);
  });

  it('leaves next to nothing of the code in the field that had the focus', () => {
    expect(type(SLIP, 8, 'Enter').kept).to.equal('http');
    expect(type('SFZ', 200, 'Enter').kept).to.equal('SFZ');
  });

  it('starts anew after a pause, so that what a hand typed before is no part of it', () => {
    const hand = afterKey(NO_KEYS, 'S', 0);
    let { keys } = hand;
    let at = 5000;
    for (const key of SLIP) {
      at += 5;
      keys = afterKey(keys, key, at).keys;
    }
    expect(afterKey(keys, 'Enter', at + 5).read).to.equal(SLIP);
  });

  it('keeps no more than a code is long', () => {
    expect(type('x'.repeat(5000), 5, 'Enter').read).to.have.length(300);
  });
});

describe('what is scanned', () => {
  const cases: [text: string, reading: object][] = [
    [SLIP, { kind: 'ticket', link: { hall: 'demo', ticket: '20261123-A012', secret: 'NxmLZ-Ho0SaqHjGc' } }],
    [
      'http://192.0.2.2/booking#demo.B20261124-004.abc_DEF-123',
      { kind: 'booking', hall: 'demo', booking: 'B20261124-004', secret: 'abc_DEF-123' },
    ],
    ['demo.R012.s3cret', { kind: 'supplement', hall: 'demo', supplement: 'R012', secret: 's3cret' }],
    [' 11010519491231002x ', { kind: 'card', idNumber: '11010519491231002X' }],
    ['110105194912310021', { kind: 'unknown' }],
    ['https://example.org/', { kind: 'unknown' }],
    ['demo.R012.', { kind: 'unknown' }],
    ['demo.X012.secret', { kind: 'unknown' }],
    ['6901234567892', { kind: 'unknown' }],
  ];
  for (const [text, reading] of cases) {
    it(`${text.trim().slice(0, 40)} is read for what it is`, () => {
      expect(readingOf(text, NOW)).to.deep.equal(reading);
    });
  }

  it('is no code when a part is too much', () => {
    expect(parseCode('#demo.B20261124-004.abc.def')).to.equal(null);
  });
});
