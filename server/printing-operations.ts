import * as z from 'zod';
import { PrinterView } from '../common/jobs.ts';
import { type Operation, operation } from './http/operation.ts';
import type { Printer } from './printing/printer.ts';
import type { PrinterModel } from './printing/printer-model.ts';
import { render } from './printing/render.ts';
import type { TrayPrinter } from './printing/tray-printer.ts';

/** The slip tray: what would be on paper, drawn from the very bytes a printer gets. */
export function trayOperation(tray: TrayPrinter, model: PrinterModel): Operation {
  return operation({
    method: 'get',
    path: '/api/v1/tray',
    summary: 'The last slips of the tray printer, drawn from their bytes',
    tag: 'printing',
    answer: z.object({
      slips: z.array(z.object({ id: z.string(), at: z.string(), svg: z.string(), text: z.string() })),
    }),
    run: async () => {
      const slips = await tray.list();
      return { slips: slips.map(({ id, at, bytes }) => ({ id, at, ...picture(bytes, model) })) };
    },
  });
}

function picture(bytes: Buffer, model: PrinterModel): { svg: string; text: string } {
  const { svg, text } = render(bytes, model.dots);
  return { svg, text };
}

/** How the printer is: what staff must know before a citizen does (R31). */
export function printerOperation(printer: Printer): Operation {
  return operation({
    method: 'get',
    path: '/api/v1/printer',
    summary: 'The health of the slip printer, in words',
    tag: 'printing',
    answer: PrinterView,
    run: () => printer.status(),
  });
}
