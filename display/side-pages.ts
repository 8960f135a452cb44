import type { MissedView, QueueView } from '../common/contract/views.ts';
import { pageOf } from './window-grid.ts';

/** What one page of the column beside the calls shows; pages of each kind are counted by themselves. */
export type SidePage = { page: number; pages: number } & (
  | { of: 'waiting'; queues: QueueView[] }
  | { of: 'missed'; missed: MissedView[] }
);

export interface SideSizes {
  /** Queues on a page, and missed numbers. */
  queues: number;
  missed: number;
}

/** The waiting, then the missed where there are any: one column for both, so that neither crowds the calls. */
export function sidePages(
  queues: readonly QueueView[],
  missed: readonly MissedView[],
  sizes: SideSizes,
): SidePage[] {
  const waitingPages = Math.max(1, Math.ceil(queues.length / sizes.queues));
  const missedPages = Math.ceil(missed.length / sizes.missed);
  return [
    ...times(waitingPages, (page) => ({
      of: 'waiting' as const,
      page,
      pages: waitingPages,
      queues: pageOf(queues, page, sizes.queues),
    })),
    ...times(missedPages, (page) => ({
      of: 'missed' as const,
      page,
      pages: missedPages,
      missed: pageOf(missed, page, sizes.missed),
    })),
  ];
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
