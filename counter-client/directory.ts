import type { BoardView, MatterSummary } from '../common/contract/views.ts';
import type { Reading } from './halls.ts';

/** Typing pauses this long before the hall is asked. */
const SEARCH_AFTER_MS = 120;

export interface DirectoryParts {
  readBoard(): Promise<Reading<BoardView>>;
  findMatters(query: string): Promise<Reading<MatterSummary[]>>;
  changed(): void;
}

/** What a question needs of the hall beyond the counter's own view: read when it is asked. */
export class Directory {
  board: BoardView | null = null;
  matters: readonly MatterSummary[] = [];
  #parts: DirectoryParts;
  #reading = false;
  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: DirectoryParts) {
    this.#parts = parts;
  }

  /** Reads the hall once; after a reading that failed, again when next asked. */
  async open(): Promise<void> {
    if (this.board !== null || this.#reading) return;
    this.#reading = true;
    const reading = await this.#parts.readBoard();
    this.#reading = false;
    if (!reading.ok) return;
    this.board = reading.value;
    this.#parts.changed();
  }

  /** Matters for what has been typed; an answer to what was typed before it is dropped. */
  search(query: string): void {
    this.#wanted = query.trim();
    clearTimeout(this.#timer);
    if (this.#wanted === '') this.matters = [];
    else this.#timer = setTimeout(() => void this.#search(this.#wanted), SEARCH_AFTER_MS);
  }

  async #search(query: string): Promise<void> {
    const reading = await this.#parts.findMatters(query);
    if (query === this.#wanted && reading.ok) this.#found(reading.value);
  }

  #found(matters: readonly MatterSummary[]): void {
    this.matters = matters;
    this.#parts.changed();
  }
}
