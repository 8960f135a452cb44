import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { REJECTIONS } from '../../../common/contract/rejections.ts';

/** The rejection codes that the TypeScript files of a folder spell out. */
function codesIn(folder: URL): Set<string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'rejections.test.ts');
  const sources = files.map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const quoted = sources.flatMap((source) => [...source.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)]);
  return new Set(quoted.map(([, code = '']) => code).filter((code) => code in REJECTIONS));
}

describe('the rejections of the hall', () => {
  it('are each in one of the tables, which name no other', () => {
    const named = codesIn(new URL('../../../server/hall/decide/', import.meta.url));
    expect(named.size).to.be.above(40);
    // From their text and not from their runs: a table that another test's grep leaves out still counts.
    expect([...codesIn(new URL('./', import.meta.url))].sort()).to.deep.equal([...named].sort());
  });
});
