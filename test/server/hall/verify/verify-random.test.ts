import * as fc from 'fast-check';
import { verifyDay } from '../../../../server/hall/verify/verify.ts';
import { dayFiles, verifierParts } from '../../../support/day-file.ts';
import { forgeCall, forgeRuled } from '../../../support/forgery.ts';
import { type Play, playHall, randomDay } from '../../../support/random-hall.ts';

const breaksOf = (lines: readonly string[]): number => verifyDay(lines, verifierParts).breakCount;

const KINDS: Play[] = [
  {},
  { days: 3, changes: { rule: { keepOver: true } } },
  { changes: { rule: { automatic: true } } },
  { days: 2 },
];

const kind = fc.constantFrom(...KINDS);

/** A way to change a file's lines; null when it would leave them as they are. */
type Tear = (lines: string[], which: number, other: number) => string[] | null;

const TEARS: Record<string, Tear> = {
  'one byte changed': (lines, which, other) => {
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const place = which % bytes.length;
    bytes[place] = ((bytes[place] ?? 0) + 1 + (other % 255)) % 256;
    const torn = bytes.toString().split('\n');
    return torn.at(-1) === '' ? torn.slice(0, -1) : torn;
  },
  'one line removed': (lines, which) => lines.toSpliced(which % lines.length, 1),
  'one line added again elsewhere': (lines, which, other) =>
    lines.toSpliced(other % (lines.length + 1), 0, lines[which % lines.length] ?? ''),
  'two lines changed about': (lines, which, other) => {
    const [a, b] = [which % lines.length, other % lines.length];
    return a === b ? null : lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  },
  'the end cut off': (lines, which) => lines.slice(0, which % lines.length),
};

describe('the proof of any day', () => {
  it('finds nothing wrong with what the hall itself has done, whatever was asked of it', () => {
    void fc.assert(
      fc.property(randomDay(), kind, (presses, play) =>
        dayFiles(playHall(presses, play).drafts).every((lines) => breaksOf(lines) === 0),
      ),
      { numRuns: 150 },
    );
  });

  for (const [title, tear] of Object.entries(TEARS)) {
    it(`finds ${title}, wherever it is`, () => {
      void fc.assert(
        fc.property(randomDay(80), kind, fc.nat(), fc.nat(), (presses, play, which, other) => {
          const [lines = []] = dayFiles(playHall(presses, play).drafts);
          const torn = tear(lines, which, other);
          fc.pre(torn !== null);
          return breaksOf(torn) > 0;
        }),
        { numRuns: 200 },
      );
    });
  }

  it('finds a call given to somebody else, though the rest of the chain was sealed again', () => {
    void fc.assert(
      fc.property(randomDay(150), kind, fc.nat(), fc.nat(), (presses, play, which, whom) => {
        const forged = forgeCall(playHall(presses, { ...play, days: 1 }).drafts, which, whom);
        fc.pre(forged !== null);
        return dayFiles(forged).some((lines) => breaksOf(lines) > 0);
      }),
      { numRuns: 150 },
    );
  });

  it('finds whatever the rule has written when it is written otherwise and sealed again', () => {
    void fc.assert(
      fc.property(
        randomDay(150),
        kind,
        fc.nat(),
        fc.integer({ min: -9, max: 9 }),
        (presses, play, which, by) => {
          const forged = forgeRuled(playHall(presses, { ...play, days: 1 }).drafts, which, by);
          fc.pre(forged !== null);
          return dayFiles(forged).some((lines) => breaksOf(lines) > 0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
