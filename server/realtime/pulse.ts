import { SOCKET_LIMITS } from '../../common/contract/limits.ts';
import type { Clock } from '../ports.ts';
import type { Broadcast, Io } from './broadcast.ts';
import { sliceGap } from './slices.ts';

/** Where everything of a hall but its phones hears the pulse. */
export function staffPulse(hall: string): string {
  return `${hall}/pulse`;
}

/**
 * Lets every screen notice a silent line within seconds. The transport's own ping would cost an
 * answer from each phone; this is one way, and phones get it slice by slice. A hall whose log can not be
 * reached has no pulse: what its screens show may be old, and they say so.
 */
export function startPulse(io: Io, broadcasts: ReadonlyMap<string, Broadcast>, clock: Clock): () => void {
  const staff = setInterval(() => {
    for (const [hall, broadcast] of broadcasts)
      if (broadcast.inTouch) io.to(staffPulse(hall)).emit('pulse', { at: clock.now() });
  }, SOCKET_LIMITS.pulseMs);
  let sending = false;
  const phones = setInterval(async () => {
    if (sending) return;
    sending = true;
    await pulsePhones(io, broadcasts, clock);
    sending = false;
  }, SOCKET_LIMITS.phonePulseMs);
  return () => {
    clearInterval(staff);
    clearInterval(phones);
  };
}

async function pulsePhones(io: Io, broadcasts: ReadonlyMap<string, Broadcast>, clock: Clock): Promise<void> {
  for (const broadcast of broadcasts.values()) {
    if (!broadcast.inTouch) continue;
    for (const line of broadcast.lines()) {
      for (const room of line.rooms()) {
        io.to(room).emit('pulse', { at: clock.now() });
        await sliceGap();
      }
    }
  }
}
