import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkDigit } from '../../common/person.ts';
import { SqliteJournal } from '../../server/journal/sqlite.ts';
import { deriveKey, Seal } from '../../server/vault/seal.ts';
import { SqliteVault } from '../../server/vault/sqlite.ts';
import { type Child, endChildren, startChild } from '../support/child.ts';
import { readAll } from '../support/drafts.ts';
import { personalHall, startPersonalServer } from '../support/personal-server.ts';
import { tempDirs } from '../support/temp-dir.ts';
import { waitFor } from '../support/wait-for.ts';

const ROUNDS = 4;
const AT_ONCE = 8;
const NAME = '张三丰';
const tempDir = tempDirs();

/** A different ID number for every request. */
function idNumber(index: number): string {
  const first17 = `110105${1950 + (index % 50)}0101${String(Math.floor(index / 50)).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
}

async function startMain(folder: string): Promise<{ child: Child; address: string }> {
  const child = startChild('server/main.ts', [], {
    ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, HALL_CONFIG: join(folder, 'small.json') },
    CLOCK_START: '2026-03-02T09:00:00+08:00',
  });
  const port = await waitFor('the server to listen', () => /localhost:(\d+)/.exec(child.out())?.[1], 20_000);
  return { child, address: `http://127.0.0.1:${port}` };
}

/** Takes numbers until the server is gone; `acknowledged` gets the keys of those it has answered. */
async function takeNumbers(address: string, next: () => number, acknowledged: string[]): Promise<void> {
  for (;;) {
    const index = next();
    const key = `request-${index}`;
    // Every third is refused: what came with it must not stay.
    const queue = index % 3 === 0 ? 'nowhere' : 'social';
    const answer = await fetch(`${address}/api/v1/halls/small/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ queue, person: { name: NAME, idNumber: idNumber(index) } }),
    }).catch(() => null);
    if (answer === null) return;
    if (answer.status === 201) acknowledged.push(key);
  }
}

describe('a server killed between vault and log', function () {
  this.timeout(90_000);
  afterEach(endChildren);

  it('has the record of every ticket in its log, and retention removes what has no ticket', async () => {
    const folder = tempDir();
    writeFileSync(join(folder, 'small.json'), JSON.stringify(personalHall()));
    const acknowledged: string[] = [];
    let index = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { child, address } = await startMain(folder);
      const enough = acknowledged.length + 5 + Math.floor(Math.random() * 20);
      const takers = Array.from({ length: AT_ONCE }, () => takeNumbers(address, () => index++, acknowledged));
      await waitFor('numbers to be taken', () => acknowledged.length >= enough, 20_000);
      await child.kill('SIGKILL');
      await Promise.all(takers);
    }

    const journal = new SqliteJournal(join(folder, 'small.db'));
    const issued = (await readAll(journal)).filter((event) => event.type === 'TicketIssued');
    await journal.close();
    expect(issued.map((event) => event.commandId)).to.include.members(acknowledged);

    const vaultKey = Buffer.from(readFileSync(join(folder, 'vault.key'), 'utf8'), 'base64');
    const seal = new Seal(deriveKey(vaultKey, 'sealing'), 'small');
    const vault = new SqliteVault(join(folder, 'small.vault.db'));
    for (const { commandId } of issued) {
      const record = await vault.get(commandId);
      expect(record, `the record of ${commandId}`).not.to.equal(null);
      const expected = { name: NAME, idNumber: idNumber(Number(commandId.slice('request-'.length))) };
      expect(JSON.parse(seal.open(commandId, record?.sealed ?? new Uint8Array()))).to.deep.equal({
        person: expected,
      });
    }
    await vault.close();

    const later = await startPersonalServer(folder, {}, '2026-04-02T09:00:00+08:00');
    await later.stop();
    const after = new SqliteVault(join(folder, 'small.vault.db'));
    for (let each = 0; each < index; each++) expect(await after.get(`request-${each}`)).to.equal(null);
    await after.close();
  });
});
