import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { SealedRecord, Vault } from '../../../server/ports.ts';

export function sealedRecord(at: number, ...persons: string[]): SealedRecord {
  return { persons, at, sealed: Uint8Array.from(randomBytes(60)) };
}

/** What every vault keeps to, whatever it is made of. `open` gives a fresh, empty one. */
export function vaultContract(name: string, open: () => Vault | Promise<Vault>): void {
  describe(`${name}: the contract of every vault`, () => {
    let vault: Vault;

    beforeEach(async () => {
      vault = await open();
    });
    afterEach(() => vault.close());

    async function keys(...asked: string[]): Promise<string[]> {
      const there: string[] = [];
      for (const key of asked) if ((await vault.get(key)) !== null) there.push(key);
      return there;
    }

    it('has nothing at first', async () => {
      expect(await vault.get('a')).to.equal(null);
      expect(await vault.deletePerson('p')).to.equal(0);
      expect(await vault.deleteBefore(Number.MAX_SAFE_INTEGER)).to.equal(0);
      expect(await vault.delete('a')).to.equal(false);
    });

    it('gives back what was put, byte for byte', async () => {
      const records = [
        sealedRecord(1, 'p', 'q'),
        sealedRecord(2 ** 45),
        sealedRecord(Number.MAX_SAFE_INTEGER, 'p'),
      ];
      for (const [index, record] of records.entries())
        expect(await vault.put(`k${index}`, record)).to.equal(true);
      for (const [index, record] of records.entries())
        expect(await vault.get(`k${index}`)).to.deep.equal(record);
    });

    it('keeps what it has under a key: a second record is not taken', async () => {
      const first = sealedRecord(1, 'p');
      await vault.put('a', first);
      expect(await vault.put('a', sealedRecord(2, 'q'))).to.equal(false);
      expect(await vault.get('a')).to.deep.equal(first);
      expect(await vault.deletePerson('q')).to.equal(0);
      await vault.put('b', sealedRecord(3));
    });

    it('deletes one record and no other', async () => {
      for (const key of ['a', 'b']) await vault.put(key, sealedRecord(1, 'p'));
      expect(await vault.delete('a')).to.equal(true);
      expect(await keys('a', 'b')).to.deep.equal(['b']);
      expect(await vault.deletePerson('p')).to.equal(1);
    });

    it('deletes all of a person, under whichever hash, and nothing of another', async () => {
      await vault.put('a', sealedRecord(1, 'p', 'phone'));
      await vault.put('b', sealedRecord(2, 'p'));
      await vault.put('c', sealedRecord(3, 'q', 'phone'));
      await vault.put('d', sealedRecord(4));
      expect(await vault.deletePerson('p')).to.equal(2);
      expect(await keys('a', 'b', 'c', 'd')).to.deep.equal(['c', 'd']);
      expect(await vault.deletePerson('phone')).to.equal(1);
      expect(await keys('c', 'd')).to.deep.equal(['d']);
    });

    it('deletes what is older than an instant, not what is as old', async () => {
      for (const at of [1, 2, 3]) await vault.put(`k${at}`, sealedRecord(at, 'p'));
      expect(await vault.deleteBefore(2)).to.equal(1);
      expect(await keys('k1', 'k2', 'k3')).to.deep.equal(['k2', 'k3']);
    });

    it('tells every record it has, however many', async () => {
      const told = async (): Promise<Map<string, SealedRecord>> => {
        const all = new Map<string, SealedRecord>();
        for await (const page of vault.entries()) for (const [key, record] of page) all.set(key, record);
        return all;
      };
      expect(await told()).to.deep.equal(new Map());
      const records = new Map(
        Array.from({ length: 1201 }, (_, index) => [`k${index}`, sealedRecord(index, `p${index}`)]),
      );
      await Promise.all([...records].map(([key, record]) => vault.put(key, record)));
      expect(await told()).to.deep.equal(records);
    }).timeout(30_000);

    it('takes many at once', async () => {
      const many = Array.from({ length: 200 }, (_, index) => `k${index}`);
      await Promise.all(many.map((key, index) => vault.put(key, sealedRecord(index, `p${index % 10}`))));
      expect(await vault.deletePerson('p3')).to.equal(20);
      expect(await keys(...many)).to.have.length(180);
    });
  });
}
