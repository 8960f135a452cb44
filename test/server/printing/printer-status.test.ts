import { expect } from 'chai';
import { findingOf, isStatusByte } from '../../../server/printing/printer-status.ts';

describe('status bytes of a printer', () => {
  it('say nothing when all is well', () => {
    expect(findingOf([0x12, 0x12, 0x12])).to.deep.equal({ warnings: [] });
  });

  it('warn of paper running low, and not any more once it is out', () => {
    expect(findingOf([0x12, 0x12, 0x1e])).to.deep.equal({ warnings: ['PAPER_LOW'] });
    expect(findingOf([0x1a, 0x32, 0x7e])).to.deep.equal({ fault: 'PAPER_OUT', warnings: [] });
  });

  it('name the cover before the paper: with the cover open no paper is seen', () => {
    expect(findingOf([0x1a, 0x36, 0x72]).fault).to.equal('COVER_OPEN');
  });

  it('are told from flow control and automatic status', () => {
    expect([0x12, 0x1a, 0x7e].every(isStatusByte)).to.equal(true);
    expect([0x10, 0x14, 0x11, 0x13, 0x00, 0x0f].some(isStatusByte)).to.equal(false);
  });
});
