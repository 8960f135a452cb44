import type { Step } from './trail.ts';

/** When a kiosk left alone goes back to its start. Milliseconds. */
export const IDLE_LIMITS = {
  stepMs: 60_000,
  /** Large type is for people who read slower. */
  largeStepMs: 90_000,
  ticketMs: 12_000,
  warnMs: 15_000,
} as const;

export interface Idle {
  /** Whole seconds until the start; null where nothing counts down. */
  secondsLeft: number | null;
  /** Whether the countdown is shown. */
  warns: boolean;
  isOver: boolean;
}

export interface Idleness {
  /** Since the last touch, or since the number was shown. */
  idleMs: number;
  step: Step['at'];
  /** Nothing has been touched since the start: there is nothing to go back from. */
  isPristine: boolean;
  /** A number is under way: nobody is sent away from it. */
  isBusy: boolean;
  isLarge: boolean;
}

export function idleAfter({ idleMs, step, isPristine, isBusy, isLarge }: Idleness): Idle {
  if (isPristine || isBusy) return { secondsLeft: null, warns: false, isOver: false };
  const leftMs = Math.max(0, limitOf(step, isLarge) - idleMs);
  return {
    secondsLeft: Math.ceil(leftMs / 1000),
    warns: step === 'ticket' || leftMs <= IDLE_LIMITS.warnMs,
    isOver: leftMs === 0,
  };
}

function limitOf(step: Step['at'], isLarge: boolean): number {
  const extraMs = isLarge ? IDLE_LIMITS.largeStepMs - IDLE_LIMITS.stepMs : 0;
  return step === 'ticket' ? IDLE_LIMITS.ticketMs + (isLarge ? 8000 : 0) : IDLE_LIMITS.stepMs + extraMs;
}
