import { ReportsAnswer } from '../../common/contract/report.ts';
import {
  AgainAnswer,
  DeadLettersAnswer,
  type DeadLetterView,
  LinesAnswer,
  type LineView,
  PrinterView,
} from '../../common/jobs.ts';
import { type Reading, read } from '../halls.ts';

/** What stands behind a hall's screens. */
export interface Workings {
  printer: PrinterView;
  lines: LineView[];
  deadLetters: DeadLetterView[];
}

/** The printer of this server, and the jobs of one hall. */
export async function readWorkings(hall: string): Promise<Reading<Workings>> {
  const [printer, lines, letters] = await Promise.all([
    read('/api/v1/printer', (body) => PrinterView.parse(body)),
    read('/api/v1/operations/lines', (body) => LinesAnswer.parse(body).lines),
    read('/api/v1/operations/dead-letters', (body) => DeadLettersAnswer.parse(body).deadLetters),
  ]);
  if (!printer.ok) return printer;
  if (!lines.ok) return lines;
  if (!letters.ok) return letters;
  return {
    ok: true,
    value: {
      printer: printer.value,
      lines: lines.value.filter((line) => line.hall === null || line.hall === hall),
      deadLetters: letters.value.filter((letter) => letter.hall === hall),
    },
  };
}

/** Has one job, or all of a hall, done after all. @returns how many */
export function doAgain(
  hall: string,
  window: string,
  letter?: Pick<DeadLetterView, 'kind' | 'id'>,
): Promise<Reading<number>> {
  const asked = letter === undefined ? {} : { letter: { kind: letter.kind, id: letter.id } };
  return read('/api/v1/operations/dead-letters/again', (body) => AgainAnswer.parse(body).again, {
    hall,
    window,
    ...asked,
  });
}

/** The days a report can be had of, the latest first. */
export function readReportDays(hall: string): Promise<Reading<string[]>> {
  return read(`/api/v1/halls/${encodeURIComponent(hall)}/reports`, (body) => ReportsAnswer.parse(body).days);
}
