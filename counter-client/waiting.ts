import type { CounterView } from '../common/contract/socket.ts';
import type { LocalText } from '../common/contract/text.ts';
import type { UndoView, WaitRange } from '../common/contract/views.ts';

/** One queue of the window and who waits in it. */
export interface WaitingRow {
  id: string;
  prefix: string;
  name: LocalText;
  primary: boolean;
  waiting: number;
  /** Of the longest waiting, milliseconds; null with nobody waiting. */
  longestMs: number | null;
  /** Whether the longest waiting has waited longer than the hall promises. */
  late: boolean;
  /** How long who takes a number now is expected to wait; null where nobody can tell. */
  wait: WaitRange | null;
}

export interface Waiting {
  rows: WaitingRow[];
  /** People who wait for this very window. */
  reserved: number;
  total: number;
  longestMs: number | null;
  late: boolean;
}

const MINUTE_MS = 60_000;

/** The window's queues in its own order, the primary first, as they are at this instant of the server. */
export function waitingAt({ window, queues }: Pick<CounterView, 'window' | 'queues'>, now: number): Waiting {
  const rows: WaitingRow[] = [];
  for (const id of window.queues) {
    const queue = queues[id];
    if (queue === undefined) continue;
    const longestMs = queue.waitingSince === null ? null : Math.max(0, now - queue.waitingSince);
    rows.push({
      id,
      prefix: queue.prefix,
      name: queue.name,
      primary: id === window.queues[0],
      waiting: queue.waiting,
      longestMs,
      late: longestMs !== null && longestMs > queue.targetMinutes * MINUTE_MS,
      wait: queue.wait,
    });
  }
  const waits = rows.flatMap(({ longestMs }) => longestMs ?? []);
  return {
    rows,
    reserved: window.reserved,
    total: rows.reduce((sum, { waiting }) => sum + waiting, window.reserved),
    longestMs: waits.length === 0 ? null : Math.max(...waits),
    late: rows.some(({ late }) => late),
  };
}

/** Whether it may still be taken back at this instant of the server. */
export function isUndoable(undoable: UndoView | null, now: number): undoable is UndoView {
  return undoable !== null && now <= undoable.until;
}
