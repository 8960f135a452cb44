import * as z from 'zod';
import { Day } from '../../common/contract/commands.ts';
import { DayReport, ReportsAnswer } from '../../common/contract/report.ts';
import { Locale } from '../../common/contract/text.ts';
import type { Hall, Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation } from './operation.ts';
import { refuse } from './problem.ts';

/** Reports asked for at once; a day that is not on the shelf is read from its log. */
const MAX_ASKED = 50;

/** The figures of days that are over. */
export interface ReportSource {
  days(hall: Hall): Promise<string[]>;
  of(hall: Hall, day: string): Promise<DayReport | null>;
  /** As a spreadsheet opens it. */
  csv(report: DayReport, locale: Locale): string;
}

/** What a hall did on a day, in figures. */
export function reportOperations(reception: Reception, source: ReportSource): Operation[] {
  let asked = 0;
  const reportOf = async ({ hall: id, day }: Record<string, string>): Promise<DayReport> => {
    const hall = hallNamed(reception, id);
    if (!Day.safeParse(day).success) throw refuse('UNKNOWN_DAY', day?.slice(0, 40));
    if (asked >= MAX_ASKED) throw refuse('BUSY');
    asked++;
    try {
      const report = await source.of(hall, day ?? '');
      if (report === null) throw refuse('UNKNOWN_DAY', day);
      return report;
    } finally {
      asked--;
    }
  };
  return [
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/reports',
      summary: 'The days a report can be had of: those that are over, the latest first',
      tag: 'reports',
      answer: ReportsAnswer,
      run: async ({ params }) => ({ days: await source.days(hallNamed(reception, params.hall)) }),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/reports/:day',
      summary: 'A day in figures: waits, services, rates; by department, queue, window, clerk and hour',
      tag: 'reports',
      answer: DayReport,
      run: ({ params }) => reportOf(params),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/reports/:day/csv',
      summary: 'The same for a spreadsheet, times in minutes',
      tag: 'reports',
      query: z.strictObject({ locale: Locale.optional() }),
      answer: z.string(),
      media: 'text/csv',
      run: async ({ params, query: { locale = 'zh-CN' } }) =>
        asText(source.csv(await reportOf(params), locale)),
    }),
  ];
}

async function* asText(text: string): AsyncGenerator<string> {
  yield text;
}
