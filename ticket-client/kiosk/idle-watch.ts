import { type Idle, type Idleness, idleAfter } from './idle.ts';

/** How often the countdown is looked at. */
const TICK_MS = 250;

const TOUCHES = ['pointerdown', 'keydown'] as const;

/** Counts the time since the last touch of a page; kiosks' clocks jump when they are set, this one does not. */
export class IdleWatch {
  #touchedAt = performance.now();
  #ticking: ReturnType<typeof setInterval> | undefined;
  #idle: Idle = { secondsLeft: null, warns: false, isOver: false };

  constructor(
    private readonly page: EventTarget,
    private readonly situation: () => Omit<Idleness, 'idleMs'>,
    private readonly onChange: (idle: Idle) => void,
  ) {}

  get idle(): Idle {
    return this.#idle;
  }

  start(): void {
    this.stop();
    this.touch();
    this.#ticking = setInterval(() => this.#look(), TICK_MS);
    for (const touch of TOUCHES) this.page.addEventListener(touch, this.touch);
  }

  stop(): void {
    clearInterval(this.#ticking);
    for (const touch of TOUCHES) this.page.removeEventListener(touch, this.touch);
  }

  touch = (): void => {
    this.#touchedAt = performance.now();
    // At once: the countdown of the step before must not be read on this one.
    this.#look();
  };

  #look(): void {
    const idle = idleAfter({ idleMs: performance.now() - this.#touchedAt, ...this.situation() });
    const { secondsLeft, isOver } = this.#idle;
    if (idle.secondsLeft === secondsLeft && idle.isOver === isOver) return;
    this.#idle = idle;
    this.onChange(idle);
  }
}
