import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { PersonHash } from '../../../common/contract/commands.ts';
import { identitiesOf, identityOf, PersonHashes } from '../../../server/vault/person-hash.ts';

const key = randomBytes(32);
const hashes = new PersonHashes(key, 'small');
const identity = 'id 11010519491231002X';

describe('the hash that stands for a person', () => {
  it('is what the log takes, and the same every time', () => {
    for (const hash of [
      hashes.daily('2026-03-02', identity),
      hashes.booking(identity),
      hashes.vault(identity),
    ])
      expect(PersonHash.safeParse(hash).success, hash).to.equal(true);
    expect(hashes.booking(identity)).to.equal(new PersonHashes(key, 'small').booking(identity));
  });

  it('differs by day, by use, by hall, by person and by key', () => {
    const all = [
      hashes.daily('2026-03-02', identity),
      hashes.daily('2026-03-03', identity),
      hashes.booking(identity),
      hashes.vault(identity),
      new PersonHashes(key, 'other').booking(identity),
      hashes.booking('phone 13812341234'),
      new PersonHashes(randomBytes(32), 'small').booking(identity),
    ];
    expect(new Set(all).size).to.equal(all.length);
  });

  it('is of the ID number when there is one, else of the phone, and of nobody by name alone', () => {
    const [idNumber, phone] = ['11010519491231002X', '13812341234'];
    expect(identityOf({ name: '张三', phone, idNumber })).to.equal(`id ${idNumber}`);
    expect(identityOf({ phone })).to.equal(`phone ${phone}`);
    expect(identityOf({ name: '张三' })).to.equal(null);
    expect(identitiesOf({ phone, idNumber })).to.deep.equal([`id ${idNumber}`, `phone ${phone}`]);
  });
});
