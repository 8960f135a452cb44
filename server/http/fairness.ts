import * as z from 'zod';
import { Day, TicketId } from '../../common/contract/commands.ts';
import { FairnessView, WhyView } from '../../common/contract/fairness.ts';
import { Locale } from '../../common/contract/text.ts';
import { whySentence } from '../../common/phrases-why.ts';
import { fairnessCounts } from '../hall/views/fairness.ts';
import { whyView } from '../hall/views/why.ts';
import type { Clock, LogReader } from '../ports.ts';
import type { Hall, Reception } from '../reception.ts';
import { hallNamed } from './halls.ts';
import { type Operation, operation, shown } from './operation.ts';
import { refuse } from './problem.ts';

/** Days whose last hashes are listed: half a year, as long as an audit is kept at the least (R48). */
const MAX_DAYS_LISTED = 190;

/** Writes a day of a log as a file that proves itself; null when there is no such day. */
export type ExportDay = (
  log: LogReader,
  hall: string,
  day: string,
) => Promise<AsyncIterable<string[]> | null>;

/** What anybody may know: how the hall calls, why somebody was called first, and the log itself. */
export function fairnessOperations(reception: Reception, clock: Clock, exportDay: ExportDay): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/fairness',
      summary:
        'Calls today, in turn and out of turn by reason, the rule in force, and the log’s published hashes',
      tag: 'fairness',
      answer: FairnessView,
      run: ({ params }) => fairness(hallNamed(reception, params.hall), clock.now()),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/tickets/:ticket/why',
      summary: 'Why not me yet: the calls this ticket can be compared with, and what put each first',
      tag: 'fairness',
      query: z.strictObject({ secret: z.string().min(1).max(64).optional(), locale: Locale.optional() }),
      secret: true,
      answer: WhyView,
      run: ({ params, query, secret }) =>
        why(reception, params, { locale: query.locale, secret: shown(secret, query.secret) }),
    }),
    operation({
      method: 'get',
      path: '/api/v1/halls/:hall/days/:day/export',
      summary: 'A day of the log as lines of JSON, to be proved by npm run verify; no personal data is in it',
      tag: 'fairness',
      answer: z.string(),
      media: 'application/x-ndjson',
      run: async ({ params }) => {
        const hall = hallNamed(reception, params.hall);
        const day = Day.safeParse(params.day);
        const lines = day.success ? await exportDay(hall.service.log, hall.config.id, day.data) : null;
        if (lines === null) throw refuse('UNKNOWN_DAY', params.day?.slice(0, 40));
        return asText(lines);
      },
    }),
  ];
}

async function fairness({ service }: Hall, at: number): Promise<FairnessView> {
  const [head, days] = await Promise.all([service.log.last(), service.log.days()]);
  const closed = days.map(({ day }, index) => {
    const next = days[index + 1];
    return { day, lastSeq: (next?.seq ?? head.seq + 1) - 1, hash: next?.previousHash ?? head.hash };
  });
  return {
    ...fairnessCounts(service.state, at),
    seq: head.seq,
    hash: head.hash,
    days: closed.slice(-MAX_DAYS_LISTED).reverse(),
  };
}

function why(
  reception: Reception,
  { hall = '', ticket: id = '' }: Record<string, string>,
  { secret, locale }: { secret: string; locale?: Locale | undefined },
): WhyView {
  const { config, service } = hallNamed(reception, hall);
  const ticket = service.state.tickets.get(id);
  if (!TicketId.safeParse(id).success || ticket === undefined)
    throw refuse('UNKNOWN_TICKET', id.slice(0, 40));
  if (!reception.holds(hall, id, secret)) throw refuse('WRONG_SECRET');
  const view = whyView(service.state, ticket);
  const wording = { locale: locale ?? ticket.locale, timeZone: config.timeZone };
  const calls = view.calls.map((call) => ({ ...call, sentence: whySentence(call, view.ticket, wording) }));
  return { ...view, calls };
}

async function* asText(pages: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const lines of pages) yield lines.map((line) => `${line}\n`).join('');
}
