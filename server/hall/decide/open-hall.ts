import type { Setup } from '../../../common/contract/config.ts';
import type { HallState } from '../state.ts';

/** A hall whose business day is open. */
export type OpenHall = HallState & { setup: Setup; day: string };
