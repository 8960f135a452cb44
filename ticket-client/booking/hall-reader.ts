import type { Rejection } from '../../common/contract/rejections.ts';
import type { BoardView } from '../../common/contract/views.ts';
import type { PageStatus } from '../../common/ui/page-state.ts';
import { whichHall } from '../../common/ui/which-hall.ts';
import { getBoard } from '../api.ts';

const RETRY_DELAY_MS = 3000;

/** The hall that is booked at: its queues and its day. */
export interface HallState {
  status: PageStatus;
  rejection: Rejection | null;
  board: BoardView | null;
}

/** Reads a hall once, again and again until it answers. */
export class HallReader {
  state: HallState = { status: 'loading', rejection: null, board: null };
  id = '';
  /** The server's clock ahead of the phone's; milliseconds. */
  #ahead = 0;
  #isStopped = false;

  constructor(private readonly onChange: (state: HallState) => void) {}

  async start(named: string | null): Promise<void> {
    this.id = await whichHall(named);
    while (!this.#isStopped && this.state.board === null) {
      await this.#read();
      if (this.state.board === null) await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** The server's time: a phone's clock may be wrong. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  async #read(): Promise<void> {
    const board = await getBoard(this.id);
    if (board.ok) {
      this.#ahead = board.value.at - Date.now();
      this.#set({ status: 'live', rejection: null, board: board.value });
    } else if (board.code !== 'UNREACHABLE') {
      this.#set({ ...this.state, status: 'error', rejection: { code: board.code } });
    }
  }

  #set(state: HallState): void {
    this.state = state;
    this.onChange(state);
  }
}
