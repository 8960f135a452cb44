import * as z from 'zod';
import type { HallConfig } from '../../common/contract/config.ts';
import { Locale } from '../../common/contract/text.ts';
import type { Draft } from '../hall/events.ts';
import type { HallState } from '../hall/state.ts';
import type { Slip } from '../printing/slip.ts';
import { supplementSlipOf } from '../printing/supplement-slip.ts';

/** What of a supplement stands on its slip, as a job carries it; the secret is derived by who prints it. */
export const SupplementFacts = z.object({
  supplement: z.string(),
  queue: z.string(),
  matter: z.string().nullable(),
  until: z.string(),
  window: z.string(),
  printedAt: z.number(),
  locale: Locale,
});
type SupplementFacts = z.infer<typeof SupplementFacts>;

/** Null where the number has become useless meanwhile: nobody is sent home with it. */
export function supplementFacts(event: Draft, state: Readonly<HallState>): SupplementFacts | null {
  if (event.type !== 'SupplementPrinted') return null;
  const supplement = state.supplements.get(event.supplement);
  if (supplement === undefined) return null;
  const { queue, matter, until } = supplement;
  const { window, locale, at } = event;
  return { supplement: event.supplement, queue, matter, until, window, printedAt: at, locale };
}

/**
 * The slip: all of it from the job and the hall's file.
 * @param secretOf of a number, in this hall.
 */
export function supplementSlip(
  config: HallConfig,
  secretOf: (number: string) => string,
  facts: SupplementFacts,
): Slip {
  const queue = config.queues.find(({ id }) => id === facts.queue);
  const zone = config.zones.find(({ id }) => id === queue?.zone);
  const window = config.windows.find(({ id }) => id === facts.window);
  if (queue === undefined || zone === undefined || window === undefined)
    throw new Error(`${facts.supplement}: its queue or window is not in the hall's setup`);
  const matter = config.matters.find(({ id }) => id === facts.matter);
  const secret = secretOf(facts.supplement);
  return supplementSlipOf(
    {
      hall: { name: config.name, timeZone: config.timeZone },
      zoneName: zone.name,
      queueName: queue.name,
      matterName: matter?.name ?? null,
      papers: matter?.papers.map(({ name, form }) => `${name}：${form}`) ?? [],
      number: facts.supplement,
      until: facts.until,
      window: window.number,
      printedAt: new Date(facts.printedAt).toISOString(),
      code: `${config.id}.${facts.supplement}.${secret}`,
      secret,
    },
    facts.locale,
  );
}
