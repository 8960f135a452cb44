import type { WindowPlan } from '../model.ts';
import type { Layout } from './layout.ts';
import type { Start } from './start.ts';

/** A window opens for these queues, or shuts. */
export interface Change {
  at: number;
  window: number;
  /** The primary queue first; null when it shuts. */
  queues: readonly number[] | null;
}

/** What the plans make of the windows from the start on, in order of time; what began before, at the start. */
export function changesOf(layout: Layout, plans: readonly WindowPlan[], start: Start): Change[] {
  const changes: Change[] = [];
  for (const plan of plans) {
    const window = layout.window(plan.window);
    const opens = Math.max(start.at, start.windows[window]?.awayUntil ?? start.at);
    for (const [index, { from, until, queues }] of plan.open.entries()) {
      if (until <= opens) continue;
      changes.push({
        at: Math.max(from, opens),
        window,
        queues: queues.map((queue) => layout.queue(queue)),
      });
      // One span after another without a pause in between changes the queues and shuts nothing.
      if (plan.open[index + 1]?.from !== until && until < Number.POSITIVE_INFINITY)
        changes.push({ at: until, window, queues: null });
    }
  }
  return changes.sort((a, b) => a.at - b.at);
}
