import type { HallState } from '../../server/hall/state.ts';

/**
 * All of a hall as plain data, deep-equal when two halls are alike: maps as entries in order, lines as what
 * stands in them. Lines without anybody are left out: whether one was ever used decides nothing.
 */
export function plainHall(state: Readonly<HallState>): unknown {
  return structuredClone({
    ...state,
    tickets: [...state.tickets],
    queues: [...state.queues].map(([id, { lines, ...queue }]) => [
      id,
      {
        ...queue,
        lines: [...lines].filter(([, line]) => line.size > 0).map(([key, line]) => [key, [...line]]),
      },
    ]),
    windows: [...state.windows],
  });
}
