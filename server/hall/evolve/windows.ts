import type { WindowStatus } from '../../../common/contract/views.ts';
import type { WindowState } from '../state.ts';
import type { EventOf } from './known.ts';

/** Windows open, wait, pause and close. */

type WindowEvent = EventOf<
  'WindowOpened' | 'WindowReady' | 'WindowPaused' | 'WindowReopened' | 'WindowClosed'
>;

export function moveWindow(window: WindowState, event: WindowEvent): void {
  switch (event.type) {
    case 'WindowOpened':
    case 'WindowReopened':
      return become(window, 'free', event.at);
    case 'WindowReady':
      return become(window, 'ready', event.at);
    case 'WindowPaused':
      become(window, 'paused', event.at);
      window.pauseReason = event.reason;
      return;
    case 'WindowClosed':
      return become(window, 'closed', event.at);
  }
}

export function become(window: WindowState, status: WindowStatus, at: number): void {
  window.status = status;
  window.since = at;
  window.pauseReason = null;
}
