import type { Draft, HallEvent } from '../events.ts';

/** An event of one type, with its place in the log. */
export type EventOf<T extends HallEvent['type']> = Extract<Draft, { type: T }>;

/** @throws when the log names what is not there: a bug, or a log this program did not write. */
export function known<T>(things: ReadonlyMap<string, T>, id: string, event: HallEvent): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`${event.type} names an unknown ${id}`);
  return thing;
}
