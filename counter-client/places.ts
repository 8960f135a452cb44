import type { Locale } from '../common/contract/text.ts';
import type { BoardView, MatterSummary, QueueView } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import type { Place } from './flow.ts';
import { windowName } from './words.ts';

/** One answer of a list: its mark is the digit, letter or window number it is found by. */
export interface Option {
  id: string;
  mark: string;
  name: string;
}

/** Where a ticket may be sent, and what may be added to it. */
export interface Places {
  /** The window that asks. */
  window: string;
  queues: Record<string, QueueView>;
  /** The whole hall, once it has been read. */
  board: BoardView | null;
  /** Matters found for what is typed. */
  matters: readonly MatterSummary[];
}

/** Every queue of the hall; those of the window, until the hall has been read. */
export function queuePlaces({ queues, board }: Places, locale: Locale): Option[] {
  return (board?.queues ?? Object.values(queues)).map(({ id, prefix, name }) =>
    option(`q:${id}`, prefix, inLocale(name, locale)),
  );
}

/** Every window but the one that asks. */
export function windowPlaces({ window, board }: Places, locale: Locale): Option[] {
  return (board?.windows ?? [])
    .filter(({ id }) => id !== window)
    .sort((one, other) => one.number - other.number)
    .map(({ id, number }) => option(`w:${id}`, String(number), windowName(number, locale)));
}

/** The matters that were found, each marked with the letter of its queue. */
export function matterPlaces({ matters, queues, board }: Places, locale: Locale): Option[] {
  const all = board?.queues ?? Object.values(queues);
  return matters.map(({ id, name, queue }) => {
    const prefix = all.find((each) => each.id === queue)?.prefix ?? '';
    return option(`m:${id}`, prefix, inLocale(name, locale));
  });
}

/**
 * The options that what is typed may mean, the likeliest first: its very letter or number, then a
 * beginning of it or of an id, then a part of a name. Matters were found by the hall and stay.
 */
export function found(options: readonly Option[], typed: string): Option[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return options.filter(({ id }) => !id.startsWith('m:'));
  const ranked = options
    .map((each) => ({ each, rank: rankOf(each, wanted) }))
    .filter(({ rank }) => rank < NOT_FOUND);
  // Array.sort is stable: within a rank the order stays.
  return ranked.sort((one, other) => one.rank - other.rank).map(({ each }) => each);
}

const NOT_FOUND = 9;

function rankOf({ id, mark, name }: Option, wanted: string): number {
  const matter = id.startsWith('m:');
  if (!matter && mark.toLowerCase() === wanted) return 0;
  if (!matter && mark.toLowerCase().startsWith(wanted)) return 1;
  if (name.toLowerCase().includes(wanted)) return 2;
  if (matter) return 3;
  return id.startsWith('q:') && id.slice(2).startsWith(wanted) ? 2 : NOT_FOUND;
}

function option(id: Place, mark: string, name: string): Option {
  return { id, mark, name };
}
