import qrcode from 'qrcode';

/** A QR symbol: `isDark(row, column)`, without its quiet zone. */
export type QrSymbol = { readonly size: number; readonly isDark: (row: number, column: number) => boolean };

/** Error correction M (15 %): thermal slips are folded and rubbed, but a denser symbol is harder to read. */
export function qrSymbol(text: string): QrSymbol {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

/** Dots of one module so that the symbol comes near `targetDots`; 3 dots (0.375 mm) still scan, 8 is coarse. */
export function moduleDots(symbolSize: number, targetDots: number): number {
  return Math.min(8, Math.max(3, Math.floor(targetDots / symbolSize)));
}

/**
 * GS v 0 data of a symbol centred on a full line: `bytesPerRow × rows`, bit 7 leftmost.
 * Full-width rows need no ESC a, which some printers ignore for images.
 */
export function qrRaster(text: string, lineDots: number, targetDots: number): QrRaster {
  const symbol = qrSymbol(text);
  const dots = moduleDots(symbol.size, targetDots);
  const rows = symbol.size * dots;
  const bytesPerRow = lineDots / 8;
  const left = Math.floor((lineDots - rows) / 2);
  const data = Buffer.alloc(bytesPerRow * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < rows; x++) {
      if (!symbol.isDark(Math.floor(y / dots), Math.floor(x / dots))) continue;
      const at = y * bytesPerRow + ((left + x) >> 3);
      data[at] = (data[at] ?? 0) | (0x80 >> ((left + x) & 7));
    }
  }
  return { bytesPerRow, rows, data };
}

export type QrRaster = { readonly bytesPerRow: number; readonly rows: number; readonly data: Buffer };
