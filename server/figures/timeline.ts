import type { WindowStatus } from '../../common/contract/views.ts';
import type { WindowState } from '../hall/state.ts';

/** A stretch of time in which a window did one thing. */
export interface Stretch {
  window: string;
  clerk: string | null;
  status: Exclude<WindowStatus, 'closed'>;
  /** Of the ticket at the window; null without one. */
  ticket: { queue: string; matter: string | null } | null;
  from: number;
  until: number;
}

type Begun = Omit<Stretch, 'status' | 'until'> & { status: WindowStatus };

/** What the windows did all day. An action that was undone has not been. */
export class Timeline {
  #begun = new Map<string, Begun[]>();

  /** Takes up what a window does now; it may have been found to do so since earlier than was thought. */
  note(window: WindowState, clerk: string | null): void {
    const { status, since, ticket, setup } = window;
    const stretches = this.#begun.get(setup.id) ?? [];
    const last = stretches.at(-1);
    if (last?.status === status && last.from === since) return;
    while ((stretches.at(-1)?.from ?? Number.NEGATIVE_INFINITY) >= since) stretches.pop();
    stretches.push({ window: setup.id, clerk, status, ticket: of(ticket), from: since });
    this.#begun.set(setup.id, stretches);
  }

  /**
   * Everything but what was closed.
   * @param lastSeenAt when the clerk of a window last did anything there: one that nobody has closed was left then.
   */
  stretches(lastSeenAt: (window: string) => number): Stretch[] {
    return [...this.#begun.entries()].flatMap(([window, all]) =>
      all.flatMap(({ status, ...begun }, index) => {
        const seen = lastSeenAt(window);
        const until = Math.min(all[index + 1]?.from ?? seen, seen);
        return status === 'closed' || until <= begun.from ? [] : [{ ...begun, status, until }];
      }),
    );
  }
}

function of(ticket: WindowState['ticket']): Stretch['ticket'] {
  return ticket === null ? null : { queue: ticket.queue, matter: ticket.matter };
}
