import { afterKey, type Keys, NO_KEYS, type Reading, readingOf } from './scan.ts';

/** Listens for a scanner or card reader on the whole page, before any field does. */
export class ScanWatch {
  #keys: Keys = NO_KEYS;

  constructor(
    private readonly page: EventTarget,
    private readonly onReading: (reading: Reading) => void,
  ) {}

  start(): void {
    this.page.addEventListener('keydown', this.#key, { capture: true });
  }

  stop(): void {
    this.page.removeEventListener('keydown', this.#key, { capture: true });
  }

  #key = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const { keys, isDevice, read } = afterKey(this.#keys, event.key, event.timeStamp);
    this.#keys = keys;
    if (isDevice) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (read !== null) this.onReading(readingOf(read, Date.now()));
  };
}
