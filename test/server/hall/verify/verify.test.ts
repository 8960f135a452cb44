import { expect } from 'chai';
import { Verifier } from '../../../../server/hall/verify/verify.ts';
import { dayFiles, verifierParts } from '../../../support/day-file.ts';
import { without } from '../../../support/forgery.ts';
import { type Asked, fileOf, MORNING, morning, play, prove } from '../../../support/morning.ts';
import { at, DAY, MIDNIGHT, smallSetup } from '../../../support/small-hall.ts';

describe('the proof of a day', () => {
  it('finds nothing wrong with a day that kept to the rule, and counts its calls', () => {
    const report = prove(fileOf(morning));
    expect(report.breaks).to.deep.equal([]);
    expect(report).to.include({ hall: 'small', day: DAY, closed: false, breakCount: 0 });
    expect(report).to.include({ events: morning.length, lastSeq: morning.length, calls: 6, inTurn: 5 });
  });

  it('names whoever was served out of turn: by whom, in which role, and why', () => {
    expect(prove(fileOf(morning)).outOfTurn).to.deep.equal([
      {
        ...{ seq: 11, at: at('09:07'), type: 'CalledOutOfTurn', number: 'B002', window: 'w2' },
        ...{ by: 'counter:w2', role: 'lead', reason: 'infant' },
      },
    ]);
  });

  it('proves a closed day, and what a day has handed on to the next when the day before is at hand', () => {
    const asked: Asked[] = [
      ...MORNING,
      ['18:00', { type: 'CloseDay' }],
      [
        '18:00',
        { type: 'OpenDay', day: '2026-03-03', startsAt: MIDNIGHT, setup: smallSetup(), bookable: [] },
      ],
    ];
    const [first = [], second = []] = dayFiles(play(asked));
    expect(prove(first)).to.include({ closed: true, breakCount: 0 });
    expect(prove(second).breakCount).to.equal(0);
    const verifier = new Verifier(verifierParts);
    for (const line of first.slice(1, -1))
      verifier.prime(line.slice('{"event":'.length, line.lastIndexOf(',"hash"')));
    for (const line of second) verifier.take(line);
    expect(verifier.end().breaks).to.deep.equal([]);
  });

  it('finds a day rewritten as a whole by comparing it with the hash that was published', () => {
    const published = prove(fileOf(morning)).lastHash;
    expect(prove(fileOf(morning), published).breakCount).to.equal(0);
    const rewritten = fileOf(without(morning, (draft) => draft.seq >= 24));
    expect(prove(rewritten).breakCount).to.equal(0);
    expect(prove(rewritten, published).breaks.map(({ code }) => code)).to.deep.equal([
      'OTHER_THAN_PUBLISHED',
    ]);
  });

  it('keeps no more breaks than it can show, and counts them all', () => {
    const lines = fileOf(morning);
    const report = prove([...lines, ...Array.from({ length: 500 }, () => lines[1] ?? '')]);
    expect(report.breaks).to.have.length(100);
    expect(report.breakCount).to.equal(500);
  });
});
