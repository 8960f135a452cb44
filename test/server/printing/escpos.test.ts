import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { draw } from '../../../server/printing/draw.ts';
import { escposOf } from '../../../server/printing/escpos.ts';
import { type PrinterModelName, printerModels } from '../../../server/printing/printer-model.ts';
import { plainText } from '../../../server/printing/render.ts';
import { slipOf } from '../../../server/printing/slip.ts';
import { supplementSlipOf } from '../../../server/printing/supplement-slip.ts';
import { fullTicket, sampleTicket } from './samples.ts';
import { plainSupplement, supplementSample } from './supplement-samples.ts';

/** Write the golden files anew with UPDATE_GOLDEN=1, and read the .txt files before committing them. */
function compareWithGolden(name: string, actual: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, actual);
  expect(actual).to.equal(readFileSync(file, 'utf8'));
}

function hexOf(bytes: Buffer): string {
  return `${bytes.toString('hex').replace(/(.{96})/g, '$1\n')}\n`;
}

describe('bytes of a slip', () => {
  const cases: [string, PrinterModelName, 'zh-CN' | 'en', typeof sampleTicket][] = [
    ['58-zh', 'kiosk-58', 'zh-CN', sampleTicket],
    ['58-zh-full', 'kiosk-58', 'zh-CN', fullTicket],
    ['58-en', 'kiosk-58', 'en', sampleTicket],
    ['58-zh-raster-qr', 'basic-58', 'zh-CN', sampleTicket],
    ['80-zh', 'kiosk-80', 'zh-CN', sampleTicket],
    ['80-en-full', 'kiosk-80', 'en', fullTicket],
    ['80-en-latin', 'latin-80', 'en', sampleTicket],
  ];
  for (const [name, modelName, locale, ticket] of cases) {
    it(`are those of the golden file ${name}`, () => {
      const model = printerModels[modelName];
      const bytes = escposOf(slipOf(ticket, locale), model);
      compareWithGolden(`${name}.hex`, hexOf(bytes));
      compareWithGolden(`${name}.txt`, plainText(bytes, model.dots));
    });
  }

  const supplements: [string, PrinterModelName, 'zh-CN' | 'en', typeof supplementSample][] = [
    ['58-zh-supplement', 'kiosk-58', 'zh-CN', supplementSample],
    ['58-zh-supplement-plain', 'basic-58', 'zh-CN', plainSupplement],
    ['80-zh-supplement', 'kiosk-80', 'zh-CN', supplementSample],
    ['80-en-supplement', 'kiosk-80', 'en', supplementSample],
    ['80-en-supplement-latin', 'latin-80', 'en', plainSupplement],
  ];
  for (const [name, modelName, locale, supplement] of supplements) {
    it(`of a supplement are those of the golden file ${name}`, () => {
      const model = printerModels[modelName];
      const bytes = escposOf(supplementSlipOf(supplement, locale), model);
      compareWithGolden(`${name}.hex`, hexOf(bytes));
      compareWithGolden(`${name}.txt`, plainText(bytes, model.dots));
      expect(draw(bytes, model.dots).unknown).to.deep.equal([]);
    });
  }

  it('begin with a reset and end with a cut', () => {
    const bytes = escposOf(slipOf(sampleTicket, 'zh-CN'), printerModels['kiosk-58']);
    expect(bytes.subarray(0, 4).toString('hex')).to.equal('1b401c26');
    expect(bytes.subarray(-4).toString('hex')).to.equal('1d564200');
  });

  it('hold no real-time command, not even inside the raster of a QR code', () => {
    fc.assert(
      fc.property(fc.webUrl({ size: 'small' }), (url) => {
        fc.pre(Buffer.byteLength(url) <= 200);
        const bytes = escposOf(slipOf({ ...sampleTicket, url }, 'en'), printerModels['basic-80']);
        for (const n of [0x04, 0x05, 0x14]) expect(bytes.includes(Buffer.from([0x10, n]))).to.equal(false);
      }),
      { numRuns: 30 },
    );
  });

  it('refuse an address that no QR code of a slip can hold', () => {
    const slip = slipOf({ ...sampleTicket, url: `http://hall/${'x'.repeat(200)}` }, 'en');
    expect(() => escposOf(slip, printerModels['kiosk-58'])).to.throw(RangeError, '200 bytes');
  });
});

describe('a slip printed and read back', () => {
  const han = fc.oneof(
    fc.integer({ min: 0x4e00, max: 0x9fa5 }),
    fc.integer({ min: 0x3400, max: 0x4db5 }),
    fc.integer({ min: 0x20000, max: 0x2a6d6 }),
    fc.constantFrom(0x3402, 0x20bb7),
  );
  const name = fc
    .array(han, { minLength: 1, maxLength: 24 })
    .map((codes) => String.fromCodePoint(...codes).normalize('NFC'));
  const modelName = fc.constantFrom<PrinterModelName>('kiosk-58', 'kiosk-80');

  it('says the same, whatever the Chinese names', () => {
    fc.assert(
      fc.property(name, name, name, modelName, (hall, queue, notice, modelKey) => {
        const model = printerModels[modelKey];
        const input = {
          ...sampleTicket,
          hall: { ...sampleTicket.hall, name: { 'zh-CN': hall } },
          queueName: { 'zh-CN': queue },
          notices: [{ 'zh-CN': notice }],
        };
        const drawing = draw(escposOf(slipOf(input, 'zh-CN'), model), model.dots);
        expect(drawing.unknown).to.deep.equal([]);
        const text = drawing.text.replace(/\s/g, '');
        for (const part of [hall, queue, notice]) expect(text).to.include(part);
      }),
    );
  });

  it('keeps inside the paper and runs from top to bottom', () => {
    fc.assert(
      fc.property(
        name,
        modelName,
        fc.constantFrom('zh-CN' as const, 'en' as const),
        (queue, modelKey, locale) => {
          const model = printerModels[modelKey];
          const input = { ...fullTicket, queueName: { 'zh-CN': queue } };
          const drawing = draw(escposOf(slipOf(input, locale), model), model.dots);
          let y = 0;
          for (const run of drawing.runs) {
            const cells = [...run.text].length * (run.isWide ? 24 : 12) * run.widthScale;
            expect(run.x).to.be.at.least(0);
            expect(run.x + cells).to.be.at.most(model.dots);
            const bottom = run.y + run.heightScale * 24;
            expect(bottom).to.be.at.least(y);
            y = bottom;
          }
        },
      ),
    );
  });
});
