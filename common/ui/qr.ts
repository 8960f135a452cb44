import { create } from 'qrcode';

/** Light modules around the code that a camera needs, ISO/IEC 18004 §6.3.8. */
const QUIET_ZONE = 4;

export interface QrDrawing {
  /** Modules along a side, the quiet zone included: the size of the viewBox. */
  size: number;
  /** Path data that covers the dark modules, one module a unit. */
  path: string;
}

/** The drawing of a QR code. Level M: slips crumple, screens glare. */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) === 0) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1) !== 0) column++;
      parts.push(`M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${column - from + 1}v1h${from - column - 1}z`);
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: parts.join('') };
}
