import { expect } from 'chai';
import fc from 'fast-check';
import { draw } from '../../../server/printing/draw.ts';
import { escposOf } from '../../../server/printing/escpos.ts';
import { printerModels } from '../../../server/printing/printer-model.ts';
import { render } from '../../../server/printing/render.ts';
import { slipOf } from '../../../server/printing/slip.ts';
import { sampleTicket } from './samples.ts';

const model = printerModels['kiosk-58'];
const slipBytes = escposOf(slipOf(sampleTicket, 'zh-CN'), model);

describe('a drawn slip', () => {
  it('is a picture with a title and its text for those who do not see it', () => {
    const { svg, text, unknown } = render(slipBytes, model.dots);
    expect(unknown).to.deep.equal([]);
    expect(svg).to.match(/^<svg [^>]*role="img"/);
    expect(svg).to.include('<title>A012</title>').and.to.include('应叫时刻');
    expect(text).to.include('社保综合业务');
  });

  it('draws the native QR code and its raster form dot for dot alike', () => {
    const raster = { ...model, qr: 'raster' as const };
    const dotsOf = (bytes: Buffer): Set<string> => {
      const { bars } = draw(bytes, model.dots);
      const top = Math.min(...bars.map((bar) => bar.y));
      const dots = new Set<string>();
      for (const bar of bars) {
        for (let y = 0; y < bar.height; y++) {
          for (let x = 0; x < bar.width; x++) dots.add(`${bar.x + x},${bar.y + y - top}`);
        }
      }
      return dots;
    };
    const native = dotsOf(slipBytes);
    expect(native.size).to.be.greaterThan(10_000);
    expect(dotsOf(escposOf(slipOf(sampleTicket, 'zh-CN'), raster))).to.deep.equal(native);
  });

  it('places each cell where the printer does: centred, double size, on one base line', () => {
    // ESC a 1, GS ! 0x11, "A", GS ! 0, "b", LF
    const drawing = draw(Buffer.from('1b61011d2111411d2100620a', 'hex'), 384);
    expect(drawing.runs.map(({ x, y, text }) => ({ x, y, text }))).to.deep.equal([
      { x: 174, y: 0, text: 'A' },
      { x: 198, y: 24, text: 'b' },
    ]);
    expect(drawing.heightDots).to.equal(48);
  });

  it('breaks a line that is too long, as the printer does', () => {
    const drawing = draw(Buffer.from(`${'x'.repeat(33)}\n`), 384);
    expect(drawing.text).to.equal(`${'x'.repeat(32)}\nx\n`);
  });

  it('escapes what would be markup', () => {
    expect(render(Buffer.from('<b>&\n'), 384).svg)
      .to.include('&#60;b&#62;&#38;')
      .and.not.to.include('<b>');
  });
});

describe('bytes that are not understood', () => {
  const cases: [string, string, { at: number; hex: string }[]][] = [
    ['an unknown command', '411b990a', [{ at: 1, hex: '1b99' }]],
    [
      'Chinese without kanji mode',
      'd6d00a',
      [
        { at: 0, hex: 'd6' },
        { at: 1, hex: 'd0' },
      ],
    ],
    ['half a character', '1c26d60a', [{ at: 2, hex: 'd6' }]],
    [
      'a QR code cut short',
      '1d286b6400315030410a',
      [
        { at: 0, hex: '1d28' },
        { at: 4, hex: '00' },
      ],
    ],
    ['a QR code without data', '1d286b0300315130', [{ at: 8, hex: '' }]],
    ['a QR code without text', '1d286b03003150301d286b0300315130', [{ at: 16, hex: '' }]],
    ['text without its line feed', '4142', [{ at: 2, hex: '' }]],
  ];
  for (const [what, hex, expected] of cases) {
    it(`are listed and marked: ${what}`, () => {
      const rendering = render(Buffer.from(hex, 'hex'), 384);
      for (const item of expected) expect(rendering.unknown).to.deep.include(item);
      expect(rendering.text).to.include('[?');
      expect(rendering.svg).to.include('#b00020');
    });
  }

  it('are listed when any byte of the head of a slip is lost', () => {
    const lost = Buffer.concat([slipBytes.subarray(0, 2), slipBytes.subarray(4)]);
    expect(render(lost, model.dots).unknown).not.to.deep.equal([]);
  });

  it('never make the drawing fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const { svg } = render(Buffer.from(noise), 384);
        expect(svg.endsWith('</svg>')).to.equal(true);
      }),
    );
  });
});
