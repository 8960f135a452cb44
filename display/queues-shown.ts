import type { QueueView } from '../common/contract/views.ts';

/**
 * The queues a wall lists. Comprehensive windows serve queues of every zone: who waits before a zone's wall
 * waits in the zone's own, and the rest would only make them look for theirs. A zone without any of its own
 * has those that its windows serve. Pure.
 * @param queues as the hall sends them: the zone's own and those its windows serve.
 */
export function queuesShown(queues: readonly QueueView[], zone: string | null): readonly QueueView[] {
  const own = queues.filter((queue) => queue.zone === zone);
  return own.length === 0 ? queues : own;
}
