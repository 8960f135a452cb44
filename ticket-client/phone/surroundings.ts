import type { Matter } from '../../common/contract/config.ts';
import type { PublishedRule } from '../../common/contract/fairness.ts';
import type { PhoneView } from '../../common/contract/socket.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { BoardView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { getBoard, getMatter } from '../api.ts';
import { getFairness } from '../fairness/api.ts';

/** What is around a ticket and does not change while one waits: its hall, its matters, the rule. */
export interface Surroundings {
  board: BoardView | null;
  rule: PublishedRule | null;
  /** By id; those that could not be read are left out. */
  matters: ReadonlyMap<string, Matter>;
}

export const UNKNOWN: Surroundings = { board: null, rule: null, matters: new Map() };

/** Of these the page shows something; another queue or matter is reason to read again. */
export function placeOf({ ticket }: PhoneView): string {
  return JSON.stringify([ticket.id, ticket.queue, ticket.matter, ticket.further]);
}

export async function readSurroundings({ hall, ticket }: PhoneView): Promise<Surroundings> {
  const ids = [ticket.matter, ...ticket.further.map((leg) => leg.matter)].filter((id) => id !== null);
  const [board, fairness, ...answers] = await Promise.all([
    getBoard(hall.id),
    getFairness(hall.id),
    ...ids.map((id) => getMatter(hall.id, id)),
  ]);
  const matters = new Map<string, Matter>();
  for (const answer of answers) if (answer.ok) matters.set(answer.value.matter.id, answer.value.matter);
  return {
    board: board.ok ? board.value : null,
    rule: fairness.ok ? fairness.value.rule : null,
    matters,
  };
}

/** What a matter of the visit is called: its own name, or that of its queue. */
export function nameOfLeg(
  { board, matters }: Surroundings,
  { queue, matter }: { queue: string; matter: string | null },
  locale: Locale,
): string {
  const name =
    (matter === null ? undefined : matters.get(matter)?.name) ??
    board?.queues.find(({ id }) => id === queue)?.name;
  return name === undefined ? '…' : inLocale(name, locale);
}
