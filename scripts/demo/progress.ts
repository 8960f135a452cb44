import { OPENS_AT } from '../../server/demo/scenarios.ts';
import type { Look } from './play.ts';

const BAR_WIDTH = 30;
/** Off a terminal, a line comes each time so much more of the day has passed. */
const LINE_EVERY_PERCENT = 5;
const REDRAW_EVERY_MS = 250;

export interface Paper {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** How far the day is, on one line of a terminal or as a line every few percent elsewhere. */
export class Progress {
  #percent = -LINE_EVERY_PERCENT;
  #drawnAt = 0;

  constructor(
    private readonly paper: Paper,
    private readonly minutes: number,
  ) {}

  show(look: Look): void {
    const percent = Math.floor(Math.max(0, Math.min(1, look.minute / this.minutes)) * 100);
    if (this.paper.isTTY === true) {
      if (performance.now() - this.#drawnAt < REDRAW_EVERY_MS) return;
      this.#drawnAt = performance.now();
      this.paper.write(`\r${lineOf(look, percent)}\u001b[K`);
    } else if (percent >= this.#percent + LINE_EVERY_PERCENT) {
      this.#percent = percent - (percent % LINE_EVERY_PERCENT);
      this.paper.write(`${lineOf(look, percent)}\n`);
    }
  }

  end(): void {
    if (this.paper.isTTY === true) this.paper.write('\n');
  }
}

function lineOf({ minute, issued, planned, waiting, served, phones }: Look, percent: number): string {
  const full = Math.round((percent / 100) * BAR_WIDTH);
  const bar = '#'.repeat(full) + '-'.repeat(BAR_WIDTH - full);
  const counts = `issued ${issued}/${planned}  waiting ${waiting}  served ${served}  phones ${phones}`;
  return `[${bar}] ${String(percent).padStart(3)}%  ${clockOf(minute)}  ${counts}`;
}

/** The time of day at a minute from opening. */
export function clockOf(minute: number): string {
  const [hours = 0, minutes = 0] = OPENS_AT.split(':').map(Number);
  const total = Math.floor(hours * 60 + minutes + minute);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
