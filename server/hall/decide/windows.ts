import type { RejectionCode } from '../../../common/contract/rejections.ts';
import type { WindowStatus } from '../../../common/contract/views.ts';
import type { CommandOf, Decision } from '../commands.ts';
import { chooseTicket } from '../rule.ts';
import type { HallState, WindowState } from '../state.ts';
import { atWindow, happened, reject } from './decision.ts';

/** Windows open, pause, close, and call. */

type WindowMove = CommandOf<'OpenWindow' | 'ReopenWindow' | 'PauseWindow' | 'CloseWindow' | 'CallNext'>;

export function moveWindow(state: HallState, window: WindowState, command: WindowMove, at: number): Decision {
  const { id } = window.setup;
  const { status } = window;
  switch (command.type) {
    case 'OpenWindow':
      return status === 'closed'
        ? happened({ type: 'WindowOpened', window: id })
        : reject('WINDOW_ALREADY_OPEN', id);
    case 'ReopenWindow':
      return status === 'paused'
        ? happened({ type: 'WindowReopened', window: id })
        : reject('WINDOW_NOT_PAUSED', id);
    case 'PauseWindow': {
      const no = notFree(status);
      return no === null
        ? happened({ type: 'WindowPaused', window: id, reason: command.reason })
        : reject(no, id);
    }
    case 'CloseWindow': {
      const no = status === 'paused' ? null : notFree(status);
      return no === null ? happened({ type: 'WindowClosed', window: id }) : reject(no, id);
    }
    case 'CallNext':
      return callNext(state, window, command.ready, at);
  }
}

function callNext(state: HallState, window: WindowState, ready: boolean, at: number): Decision {
  const { id } = window.setup;
  const no = notFree(window.status);
  if (no !== null) return reject(no, id);
  const ticket = chooseTicket(state, window, at);
  if (ticket !== null) return happened({ type: 'TicketCalled', ...atWindow(ticket, window) });
  if (ready && window.status === 'free') return happened({ type: 'WindowReady', window: id });
  return reject('NO_ONE_WAITING', id);
}

/** Why nobody is sent to wait for this window: a paused one's clerk comes back, behind a closed one sits nobody. */
export function refusesToWaitAt(state: HallState, id: string): Decision | null {
  const window = state.windows.get(id);
  if (window === undefined) return reject('UNKNOWN_WINDOW', id);
  return window.status === 'closed' ? reject('WINDOW_CLOSED', id) : null;
}

/** Why a window can not take what only a free one can; null when it can. */
export function notFree(status: WindowStatus): RejectionCode | null {
  switch (status) {
    case 'free':
    case 'ready':
      return null;
    case 'closed':
      return 'WINDOW_CLOSED';
    case 'paused':
      return 'WINDOW_PAUSED';
    default:
      return 'WINDOW_BUSY';
  }
}
