import type { RejectionCode } from '../../common/contract/rejections.ts';
import type { TicketState, WindowStatus } from '../../common/contract/views.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import type { HallEvent } from '../../server/hall/events.ts';
import { type Asker, atWindow, given, issued, ofWindow, opened, type Past, ticketId } from './given.ts';
import { smallSetup } from './small-hall.ts';

/** What makes window w1 be in each status; calling and serving with ticket A001. */
const CALLED: Past[] = [
  ofWindow('WindowOpened', 'w1'),
  issued('A001', '09:00'),
  atWindow('TicketCalled', 'A001', 'w1'),
];
const SERVING: Past[] = [...CALLED, atWindow('ServiceStarted', 'A001', 'w1')];

export const WINDOW_IS: Record<WindowStatus, Past[]> = {
  closed: [],
  free: [ofWindow('WindowOpened', 'w1')],
  ready: [ofWindow('WindowOpened', 'w1'), ofWindow('WindowReady', 'w1')],
  calling: CALLED,
  serving: SERVING,
  paused: [ofWindow('WindowOpened', 'w1'), { type: 'WindowPaused', window: 'w1', reason: 'meal' }],
};

/** States a ticket has while the day is open. */
export type OpenDayState = Exclude<TicketState, 'unserved' | 'unfinished'>;

/** What makes ticket A001 be in each state; at w1, if at any window. */
export const TICKET_IS: Record<OpenDayState, Past[]> = {
  waiting: [ofWindow('WindowOpened', 'w1'), issued('A001', '09:00')],
  called: CALLED,
  serving: SERVING,
  held: [...SERVING, held('A001', 'w1')],
  missed: [...CALLED, atWindow('TicketMissed', 'A001', 'w1')],
  finished: [...SERVING, atWindow('ServiceFinished', 'A001', 'w1')],
  cancelled: [
    ofWindow('WindowOpened', 'w1'),
    issued('A001', '09:00'),
    { type: 'TicketCancelled', ticket: ticketId('A001'), number: 'A001' },
  ],
};

export function held(number: string, window: string): HallEvent {
  return { type: 'TicketHeld', ticket: ticketId(number), number, window };
}

export function transferred(number: string, window: string, queue: string, more = {}): HallEvent {
  const names = { ticket: ticketId(number), number, window };
  return { type: 'TicketTransferred', ...names, queue, toWindow: null, ahead: 0, ...more };
}

/** The one event a cell of a table says, or why nothing happens. */
export type Cell = HallEvent | [code: RejectionCode, detail?: string];

export interface Line {
  command: HallCommand;
  cells: Record<string, Cell>;
  /** When it is asked, and by whom. */
  instant?: number;
  asker?: Asker;
  /** What happened besides, before. */
  before?: Past[];
  /** The hall's rule, where it is not the small hall's. */
  rule?: Record<string, unknown>;
}

/** One test for every cell: a command in one state of what it is about. */
export function tabulate(pasts: Record<string, Past[]>, what: string, lines: readonly Line[]): void {
  for (const { command, cells, instant, asker, before = [], rule } of lines) {
    for (const [state, cell] of Object.entries(cells)) {
      const refused = Array.isArray(cell);
      const says = refused ? `is refused: ${cell[0]}` : `is ${cell.type}`;
      it(`${command.type}, the ${what} ${state}, ${says}`, () => {
        const setup = rule === undefined ? smallSetup() : smallSetup({ rule });
        const decision = given(opened(setup), ...before, ...(pasts[state] ?? [])).when(
          command,
          instant,
          asker,
        );
        if (refused) decision.thenRefused(...cell);
        else decision.thenHappened(cell);
      });
    }
  }
}

/** The same cell for several states. */
export function all(states: readonly string[], cell: Cell): Record<string, Cell> {
  return Object.fromEntries(states.map((state) => [state, cell]));
}
