import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Settings } from './config.ts';
import type { Operation } from './http/operation.ts';
import type { Clock } from './ports.ts';
import { networkPrinter } from './printing/network-printer.ts';
import type { Printer } from './printing/printer.ts';
import { type PrinterModel, printerModels } from './printing/printer-model.ts';
import { trayPrinter } from './printing/tray-printer.ts';
import { printerOperation, trayOperation } from './printing-operations.ts';

export interface Printing {
  device: Printer;
  model: PrinterModel;
  operations: Operation[];
}

/** The printer the settings ask for: the tray or a network printer. */
export function printing(settings: Settings, clock: Clock, log: Logger): Printing {
  const model = printerModels[settings.PRINTER_MODEL];
  const { PRINTER } = settings;
  if (PRINTER.startsWith('tcp://')) {
    const { hostname, port } = new URL(PRINTER);
    const device = networkPrinter({ host: hostname, port: port === '' ? 9100 : Number(port), log });
    return { device, model, operations: [printerOperation(device)] };
  }
  const device = trayPrinter({ directory: join(settings.DATA_DIR, 'tray'), now: () => clock.now() });
  return { device, model, operations: [printerOperation(device), trayOperation(device, model)] };
}
