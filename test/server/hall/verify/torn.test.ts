import { expect } from 'chai';
import type { BreakCode } from '../../../../server/hall/verify/report.ts';
import { fileOf, morning, prove } from '../../../support/morning.ts';

describe('the proof of a file that was torn', () => {
  const torn: [title: string, tear: (lines: string[]) => string[], code: BreakCode, words: RegExp][] = [
    [
      'a changed byte',
      (lines) => lines.with(5, (lines[5] ?? '').replace('A002', 'A007')),
      'HASH_MISMATCH',
      /./,
    ],
    ['a removed event', (lines) => lines.toSpliced(8, 1), 'HASH_MISMATCH', /./],
    ['an event twice', (lines) => lines.toSpliced(8, 0, lines[8] ?? ''), 'HASH_MISMATCH', /./],
    [
      'two events changed about',
      (lines) => lines.with(8, lines[9] ?? '').with(9, lines[8] ?? ''),
      'HASH_MISMATCH',
      /./,
    ],
    ['a cut at the end', (lines) => lines.slice(0, -3), 'CUT_OFF', /without its last line/],
    [
      'events missing before the last line',
      (lines) => lines.toSpliced(-4, 3),
      'CUT_OFF',
      /ended with event 25/,
    ],
    [
      'another beginning',
      (lines) => lines.with(0, (lines[0] ?? '').replace('"firstSeq":1', '"firstSeq":2')),
      'SEQ_GAP',
      /./,
    ],
    ['a line that is no event', (lines) => lines.with(8, '{"event":{}}'), 'NOT_A_DAY_FILE', /line 9/],
    [
      'something behind the end',
      (lines) => [...lines, lines[3] ?? ''],
      'NOT_A_DAY_FILE',
      /follows the last one/,
    ],
    [
      'another hall',
      (lines) => lines.with(0, (lines[0] ?? '').replace('small', 'other')),
      'NOT_A_DAY_FILE',
      /of other/,
    ],
    ['nothing at all', () => [], 'CUT_OFF', /./],
  ];
  for (const [title, tear, code, words] of torn) {
    it(`finds ${title}`, () => {
      const { breaks } = prove(tear(fileOf(morning)));
      const found = breaks.find((each) => each.code === code);
      expect(found, JSON.stringify(breaks)).not.to.equal(undefined);
      expect(found?.words).to.match(words);
    });
  }
});
