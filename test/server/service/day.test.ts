import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { DayReader } from '../../../server/service/day.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

type Row = [timeZone: string, instant: string, day: string, startsAt: string];

/** Instants around midnights and clock changes, with the day they are in and the instant it began. */
const DAYS: Row[] = [
  ['Asia/Shanghai', '2026-03-02T15:59:59.999Z', '2026-03-02', '2026-03-01T16:00:00.000Z'],
  ['Asia/Shanghai', '2026-03-02T16:00:00.000Z', '2026-03-03', '2026-03-02T16:00:00.000Z'],
  ['Asia/Shanghai', '2026-03-03T01:23:45.678Z', '2026-03-03', '2026-03-02T16:00:00.000Z'],
  ['Asia/Urumqi', '2026-03-02T18:00:00.000Z', '2026-03-03', '2026-03-02T18:00:00.000Z'],
  ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31', '2026-12-31T00:00:00.000Z'],
  ['Asia/Kathmandu', '2026-03-02T18:15:00.001Z', '2026-03-03', '2026-03-02T18:15:00.000Z'],
  // Summer time begins at 02:00: the day has 23 hours.
  ['Europe/Berlin', '2026-03-29T00:59:59.000Z', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29T12:34:56.789Z', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29T22:00:00.000Z', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  // Summer time ends at 03:00: the day has 25 hours.
  ['Europe/Berlin', '2026-10-25T12:00:00.000Z', '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['America/New_York', '2026-11-01T20:00:00.000Z', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  // The clock jumps from 00:00 to 01:00: the day begins at 01:00.
  ['Africa/Cairo', '2026-04-23T22:30:00.000Z', '2026-04-24', '2026-04-23T22:00:00.000Z'],
];

describe('the business day', () => {
  for (const [timeZone, instant, day, startsAt] of DAYS) {
    it(`in ${timeZone} at ${instant} is ${day}, begun at ${startsAt}`, () => {
      const read = new DayReader(timeZone).at(Date.parse(instant));
      expect({ day: read.day, startsAt: new Date(read.startsAt).toISOString() }).to.deep.equal({
        day,
        startsAt,
      });
    });
  }

  it('is the same from a reader asked before as from a fresh one', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
    const year = Date.parse('2026-01-01T00:00:00Z');
    const instants = fc.array(fc.integer({ min: 0, max: 365 * 86_400_000 }), { minLength: 2, maxLength: 6 });
    void fc.assert(
      fc.property(zone, instants, (timeZone, offsets) => {
        const used = new DayReader(timeZone);
        for (const offset of offsets)
          expect(used.at(year + offset)).to.deep.equal(new DayReader(timeZone).at(year + offset));
      }),
    );
  });

  it('does not depend on the time zone of the machine', () => {
    const script = `
      const { DayReader } = await import('./server/service/day.ts');
      const rows = ${JSON.stringify(DAYS)};
      console.log(JSON.stringify(rows.map(([zone, instant]) => new DayReader(zone).at(Date.parse(instant)))));
    `;
    const read = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia'].map((TZ) => {
      const args = ['--import', './test/support/register.mjs', '--input-type=module', '-e', script];
      const out = execFileSync(process.execPath, args, {
        cwd: ROOT,
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      return JSON.parse(out) as unknown;
    });
    const expected = DAYS.map(([, , day, startsAt]) => ({ day, startsAt: Date.parse(startsAt) }));
    for (const days of read) expect(days).to.deep.equal(expected);
  });
});
