import type { Clock } from '../../server/ports.ts';
import { at } from './small-hall.ts';

/** A clock that stands where it is set. */
export class TestClock implements Clock {
  readonly speed = 1;

  constructor(private instant = at('09:00')) {}

  now(): number {
    return this.instant;
  }

  set(instant: number): void {
    this.instant = instant;
  }

  pass(milliseconds: number): void {
    this.instant += milliseconds;
  }
}
