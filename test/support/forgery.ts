import type { Draft } from '../../server/hall/events.ts';
import { evolve } from '../../server/hall/evolve/evolve.ts';
import { emptyHall } from '../../server/hall/state.ts';

/** Logs rewritten by somebody who can seal them again: what no hash shows, only the rule does. */

/** What the rule writes into an event; nobody chooses these. */
const RULED = ['dueAt', 'ahead', 'times', 'returns', 'undoes', 'number', 'role', 'ended'] as const;

/** Changes something the rule has written, in one event; null when there is nothing of the kind in the log. */
export function forgeRuled(drafts: readonly Draft[], which: number, by: number): Draft[] | null {
  const places = drafts.flatMap((draft, index) =>
    RULED.filter((key) => key in draft).map((key) => ({ index, key })),
  );
  const place = places[which % Math.max(1, places.length)];
  if (place === undefined) return null;
  return drafts.map((draft, index) => {
    if (index !== place.index) return draft;
    return {
      ...draft,
      [place.key]: otherThan((draft as unknown as Record<string, unknown>)[place.key], by),
    } as Draft;
  });
}

function otherThan(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value + (by === 0 ? 1 : by);
  if (typeof value === 'string')
    return value === 'clerk' ? 'boss' : value.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
  return { ...(value as object), '20260302-Z999': 'unserved' };
}

/** Has one call go to somebody else who was waiting: a favour, sealed as if it were the rule's choice. */
export function forgeCall(drafts: readonly Draft[], which: number, whom: number): Draft[] | null {
  const calls = drafts.flatMap((draft, index) => (draft.type === 'TicketCalled' ? [index] : []));
  const index = calls[which % Math.max(1, calls.length)];
  const call = index === undefined ? undefined : drafts[index];
  if (index === undefined || call?.type !== 'TicketCalled') return null;
  const state = emptyHall();
  for (const draft of drafts.slice(0, index)) evolve(state, draft);
  const others = [...state.tickets.values()].filter(
    (each) => each.state === 'waiting' && each.id !== call.ticket,
  );
  const favoured = others[whom % Math.max(1, others.length)];
  if (favoured === undefined) return null;
  return drafts.map((draft, at) =>
    at === index ? { ...call, ticket: favoured.id, number: favoured.number } : draft,
  );
}

/** Takes events out and numbers the rest anew. */
export function without(drafts: readonly Draft[], leftOut: (draft: Draft) => boolean): Draft[] {
  const [first] = drafts;
  return drafts
    .filter((draft) => !leftOut(draft))
    .map((draft, index) => ({ ...draft, seq: (first?.seq ?? 1) + index }));
}
