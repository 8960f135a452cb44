import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadKey, TicketSecrets } from '../../server/secrets.ts';
import { tempDirs } from '../support/temp-dir.ts';

const tempDir = tempDirs();

describe('the secrets of tickets', () => {
  const secrets = new TicketSecrets(Buffer.alloc(32, 1));

  it('are of one ticket of one hall, and always the same', () => {
    const secret = secrets.of('small', '20260302-A001');
    expect(secret)
      .to.match(/^[\w-]{16}$/)
      .and.to.equal(secrets.of('small', '20260302-A001'));
    expect(secrets.fits('small', '20260302-A001', secret)).to.equal(true);
    expect(secrets.fits('small', '20260302-A002', secret)).to.equal(false);
    expect(secrets.fits('large', '20260302-A001', secret)).to.equal(false);
    expect(new TicketSecrets(Buffer.alloc(32, 2)).fits('small', '20260302-A001', secret)).to.equal(false);
  });

  it('fit whole or not at all', () => {
    const secret = secrets.of('small', '20260302-A001');
    for (const wrong of ['', secret.slice(1), `${secret}x`, secret.toUpperCase(), '😀'.repeat(4)])
      expect(secrets.fits('small', '20260302-A001', wrong), wrong).to.equal(false);
  });
});

describe('the key of the secrets', () => {
  it('is made once, at random, and read ever after', () => {
    const [one, other] = [join(tempDir(), 'key'), join(tempDir(), 'key')];
    const key = loadKey(one);
    expect(key).to.have.length(32);
    expect(loadKey(one)).to.deep.equal(key);
    expect(loadKey(other)).not.to.deep.equal(key);
    expect(readFileSync(one, 'utf8')).to.equal(key.toString('base64'));
  });

  it('is refused when the file holds something else: new slips would not fit the old ones', () => {
    const file = join(tempDir(), 'key');
    for (const content of ['', 'short', 'x'.repeat(100)]) {
      writeFileSync(file, content);
      expect(() => loadKey(file)).to.throw(`${file} does not hold a key`);
    }
  });
});
