import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { deriveKey, Seal, VaultBroken } from '../../../server/vault/seal.ts';

const key = deriveKey(randomBytes(32), 'test');
const seal = new Seal(key, 'small');

function opening(by: Seal, recordKey: string, sealed: Uint8Array): unknown {
  try {
    return by.open(recordKey, sealed);
  } catch (error) {
    return error;
  }
}

function expectBroken(outcome: unknown, recordKey: string): void {
  expect(outcome).to.be.instanceOf(VaultBroken).and.to.include({ record: recordKey });
  expect((outcome as Error).message).to.include(recordKey);
}

describe('a sealed record', () => {
  it('opens to what was sealed, whatever text it is', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, recordKey) => {
        expect(seal.open(recordKey, seal.seal(recordKey, text))).to.equal(text);
      }),
    );
  });

  it('is sealed differently every time, and shows nothing of the text', () => {
    const text = '{"idNumber":"11010519491231002X"}';
    const [one, two] = [seal.seal('a', text), seal.seal('a', text)];
    expect(one).not.to.deep.equal(two);
    expect(Buffer.from(one).includes('11010519491231002X')).to.equal(false);
  });

  it('does not open, and is named, when any one bit of it is changed', () => {
    const sealed = seal.seal('row-7', 'x');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expectBroken(opening(seal, 'row-7', changed), 'row-7');
    }
  });

  it('does not open when it is cut short, or empty', () => {
    const sealed = seal.seal('row-7', 'a name');
    for (let length = 0; length < sealed.length; length++)
      expectBroken(opening(seal, 'row-7', sealed.subarray(0, length)), 'row-7');
  });

  it('does not open with another key, under another key of the vault, or in another hall', () => {
    const sealed = seal.seal('row-7', 'a name');
    expectBroken(opening(new Seal(deriveKey(randomBytes(32), 'test'), 'small'), 'row-7', sealed), 'row-7');
    expectBroken(opening(seal, 'row-8', sealed), 'row-8');
    expectBroken(opening(new Seal(key, 'other'), 'row-7', sealed), 'row-7');
  });

  it('has a key of its own for every purpose', () => {
    const vaultKey = randomBytes(32);
    expect(deriveKey(vaultKey, 'a')).not.to.deep.equal(deriveKey(vaultKey, 'b'));
    expect(deriveKey(vaultKey, 'a')).to.deep.equal(deriveKey(vaultKey, 'a')).and.not.to.deep.equal(vaultKey);
  });
});
