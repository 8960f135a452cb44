import type { Figures } from '../../common/contract/report.ts';
import { abandonRate, onTargetRate, utilisation } from './definitions.ts';
import { spreadOf } from './spread.ts';
import type { Stretch } from './timeline.ts';

/** Which figures have a meaning for what is summed up. */
export interface Meaning {
  /** Tickets are issued there. */
  issues: boolean;
  /** It opens, pauses and closes. */
  opens: boolean;
}

/** What is counted of a department, queue, window, clerk or hour, or of all. */
export class Sums {
  issued = 0;
  called = 0;
  missed = 0;
  served = 0;
  onTarget = 0;
  readonly waits: number[] = [];
  readonly walks: number[] = [];
  readonly services: number[] = [];
  #servingMs = 0;
  #openMs = 0;
  #pausedMs = 0;

  addStretch(status: Stretch['status'], ms: number): void {
    this.#openMs += ms;
    if (status === 'serving') this.#servingMs += ms;
    if (status === 'paused') this.#pausedMs += ms;
  }

  figures({ issues, opens }: Meaning): Figures {
    const { issued, called, missed, served, onTarget } = this;
    const times = { servingMs: this.#servingMs, openMs: this.#openMs, pausedMs: this.#pausedMs };
    return {
      issued: issues ? issued : null,
      wait: spreadOf(this.waits),
      ...{ called, missed, abandonRate: abandonRate({ missed, called }) },
      ...{ served, onTarget, onTargetRate: onTargetRate({ onTarget, served }) },
      walk: spreadOf(this.walks),
      service: spreadOf(this.services),
      servingMs: times.servingMs,
      openMs: opens ? times.openMs : null,
      pausedMs: opens ? times.pausedMs : null,
      utilisation: opens ? utilisation(times) : null,
    };
  }
}
