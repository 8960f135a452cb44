import type { QueueView, WindowView } from '../../../common/contract/views.ts';
import { crossedBy, type Threshold } from '../../../common/thresholds.ts';
import type { WindowState } from '../../../common/ui/words.ts';

const MINUTE_MS = 60_000;

/** A service as long as this stands out on the map: most take a quarter of it. */
export const LONG_SERVICE_MS = 20 * MINUTE_MS;

/** A window as the map shows it. */
export interface Tile {
  id: string;
  number: number;
  state: WindowState;
  /** The number at the window; empty without one. */
  ticket: string;
  /** How long it has been in this state, milliseconds, never below 0. */
  lastsMs: number;
  /** It serves other queues than its own for a while. */
  isAssigned: boolean;
  /** Its queues, the primary one first. */
  queues: readonly QueueView[];
  served: number;
}

/** The windows in the order of their numbers. @param now the server's time, milliseconds. */
export function tilesOf(
  windows: Readonly<Record<string, WindowView>>,
  queues: Readonly<Record<string, QueueView>>,
  now: number,
): Tile[] {
  return Object.values(windows)
    .sort((a, b) => a.number - b.number)
    .map((window) => {
      const lastsMs = Math.max(0, now - window.since);
      return {
        id: window.id,
        number: window.number,
        state: window.status === 'serving' && lastsMs >= LONG_SERVICE_MS ? 'long' : window.status,
        ticket: window.ticket?.number ?? '',
        lastsMs,
        isAssigned: window.assignment?.begun === true && window.assignment.opens !== true,
        queues: window.queues.flatMap((id) => queues[id] ?? []),
        served: window.served,
      };
    });
}

/** How many windows are in each state, those of no window left out. */
export function countStates(tiles: readonly Tile[]): Map<WindowState, number> {
  const counts = new Map<WindowState, number>();
  for (const { state } of tiles) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** The hall in one line of figures. */
export interface HallFigures {
  waiting: number;
  /** Of the one who has waited longest, milliseconds; 0 with nobody waiting. */
  longestMs: number;
  served: number;
  openWindows: number;
  windows: number;
}

export function figuresOf(tiles: readonly Tile[], queues: readonly QueueView[], now: number): HallFigures {
  return {
    waiting: queues.reduce((sum, { waiting }) => sum + waiting, 0),
    longestMs: queues.reduce((longest, queue) => Math.max(longest, longestWaitMs(queue, now)), 0),
    served: tiles.reduce((sum, { served }) => sum + served, 0),
    openWindows: tiles.filter(({ state }) => state !== 'closed' && state !== 'paused').length,
    windows: tiles.length,
  };
}

/** How long the first of a queue has waited, milliseconds; 0 with nobody waiting. */
export function longestWaitMs({ waitingSince }: QueueView, now: number): number {
  return waitingSince === null ? 0 : Math.max(0, now - waitingSince);
}

/** One threshold a queue has crossed, and by what. */
export interface Crossing {
  queue: QueueView;
  /** unserved: people wait and no window serves the queue. */
  kind: Threshold | 'unserved';
  /** Minutes, people, people a window, or people. */
  value: number;
}

/** The worst crossing of each queue, those who wait longest first. */
export function crossingsOf(queues: readonly QueueView[], now: number): Crossing[] {
  return queues
    .map((queue) => ({ queue, crossing: crossingOf(queue, now) }))
    .filter(({ crossing }) => crossing !== null)
    .sort((a, b) => longestWaitMs(b.queue, now) - longestWaitMs(a.queue, now))
    .flatMap(({ crossing }) => crossing ?? []);
}

function crossingOf(queue: QueueView, now: number): Crossing | null {
  const { waiting, openWindows } = queue;
  if (waiting > 0 && openWindows === 0) return { queue, kind: 'unserved', value: waiting };
  const [worst] = crossedBy(queue, now);
  return worst === undefined ? null : { queue, kind: worst.kind, value: Math.round(worst.value) };
}
