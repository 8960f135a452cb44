import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { SeedError } from '../../../scripts/seed/options.ts';
import { pastDays } from '../../../scripts/seed/past.ts';
import { writePast } from '../../../scripts/seed/write.ts';
import { historyBefore } from '../../../server/balance-knowledge.ts';
import { demoHall } from '../../../server/demo/hall.ts';
import { SqliteJournal } from '../../../server/journal/sqlite.ts';
import { main as verify } from '../../../server/verify.ts';
import { smallHall } from '../../support/small-hall.ts';
import { tempDirs } from '../../support/temp-dir.ts';

const asked = { days: 4, until: '2026-11-23', lastYear: false, share: 0.5, seed: 3 };
const DAYS = ['2026-11-20', '2026-11-23'];

describe('a past that is written', function () {
  this.timeout(60_000);
  const temp = tempDirs();
  let folder: string;

  before(async () => {
    folder = temp();
    await writePast(demoHall(), folder, asked);
  });

  for (const day of DAYS)
    it(`verifies: every call of ${day} was the rule’s`, async () => {
      const said: string[] = [];
      const args = ['--hall', 'demo', '--data', folder, '--day', day];
      expect(await verify(args, (text) => said.push(text), {}), said.join('\n')).to.equal(0);
    });

  it('is what the forecast learns from: who came, when, and that nearly all were served', async () => {
    const journal = new SqliteJournal(join(folder, 'demo.db'));
    try {
      const [first] = await historyBefore(journal, '2026-11-23');
      const came = pastDays(asked)[0]?.comers ?? [];
      expect(first?.day).to.equal(DAYS[0]);
      const counted = Object.values(first?.queues ?? {}).flatMap(({ perSlot }) => perSlot);
      expect(counted.reduce((sum, each) => sum + each, 0)).to.equal(came.length);
      expect(first?.called).to.be.above(0.95 * came.length);
      expect(first?.missed).to.be.above(0);
    } finally {
      await journal.close();
    }
  });

  it('is not printed, told or written twice', async () => {
    const end = readFileSync(join(folder, 'demo.printed'), 'utf8');
    expect(Number(end)).to.be.above(5000);
    for (const effect of ['pushed', 'notified'])
      expect(readFileSync(join(folder, `demo.${effect}`), 'utf8')).to.equal(end);
    const again = await writePast(demoHall(), folder, asked).catch((error: unknown) => error);
    expect(again).to.be.instanceOf(SeedError);
  });

  it('is not invented for queues that nothing is known of', async () => {
    const refused = await writePast(smallHall(), temp(), asked).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(SeedError);
  });
});
