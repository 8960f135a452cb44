import { expect } from 'chai';
import fc from 'fast-check';
import { columnsOf, printable, wrap } from '../../../server/printing/columns.ts';

describe('columns of a printed text', () => {
  it('counts Chinese, also of four bytes, as two columns and ASCII as one', () => {
    expect(columnsOf('A012号')).to.equal(6);
    expect(columnsOf('㐂𠮷')).to.equal(4);
  });

  it('never lets a line be wider than the paper, and loses nothing but spaces', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'社保业务㐂𠮷，。（ aZ09-:'.split(/(?:)/u)),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 48 }), (sample, width) => {
        const lines = wrap(sample, width);
        for (const line of lines) expect(columnsOf(line)).to.be.within(1, width);
        expect(lines.join('').replaceAll(' ', '')).to.equal(sample.replaceAll(' ', ''));
      }),
    );
  });

  it('keeps words whole and no closing mark at the head of a line', () => {
    expect(wrap('Transfer of pension', 12)).to.deep.equal(['Transfer of', 'pension']);
    expect(wrap('请到导办台，可再等候', 10)).to.deep.equal(['请到导办', '台，可再等', '候']);
  });

  it('prints a box for what the font of the printer does not hold', () => {
    expect(printable('𠮷😀', 'gb18030')).to.equal('𠮷□');
    expect(printable('𠮷社é', 'gbk')).to.equal('□社é');
    expect(printable('社A', 'none')).to.equal('?A');
  });

  it('takes from a name every byte that a printer would obey', () => {
    expect(printable('a\x1b@\x1dV\x00\nb', 'gb18030')).to.equal('a @ V  b');
  });
});
