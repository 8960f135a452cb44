import { css, html, LitElement } from 'lit';
import type { CounterView } from '../common/contract/socket.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import './action-bar.ts';
import './current-ticket.ts';
import type { Desk } from './desk.ts';
import './message-line.ts';
import './pause-reasons.ts';
import './session-list.ts';
import type { Settings } from './settings.ts';
import { waitingAt } from './waiting.ts';
import './waiting-list.ts';

/** What the desk shows of itself at one moment. */
export type DeskShown = Pick<Desk, 'underWay' | 'choosing' | 'asked' | 'note' | 'ended'>;

/**
 * The counter's parts in their places. The lists at the side are one column, so that a list more stands
 * between them; the actions are at the foot, so that no banner above moves them under the pointer.
 */
export class CounterBoard extends LitElement {
  static override properties = {
    view: { attribute: false },
    desk: { attribute: false },
    settings: { attribute: false },
    stale: { type: Boolean },
    now: { type: Number },
  };
  declare view: CounterView;
  declare desk: DeskShown;
  declare settings: Settings;
  declare stale: boolean;
  /** The server's time, milliseconds. */
  declare now: number;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      main {
        display: grid;
        grid-template:
          'ticket side' minmax(220px, 1fr)
          'message message' auto
          'actions actions' auto
          / minmax(0, 1fr) clamp(320px, 30vw, 520px);
        gap: var(--ow-space-3);
        height: 100%;
        padding: var(--ow-space-3) var(--ow-space-4) 0;
      }
      .ticket {
        grid-area: ticket;
      }
      .side {
        display: flex;
        grid-area: side;
        flex-direction: column;
        gap: var(--ow-space-3);
        min-height: 0;
      }
      .side > * {
        flex: none;
      }
      .side > session-list {
        flex: 1 1 0;
        min-height: 96px;
      }
      message-line {
        grid-area: message;
      }
      action-bar {
        grid-area: actions;
      }
      @media (max-width: 760px) {
        main {
          grid-template:
            'ticket' auto
            'message' auto
            'side' minmax(0, 1fr)
            'actions' auto
            / minmax(0, 1fr);
          gap: var(--ow-space-2);
          padding: var(--ow-space-2) var(--ow-space-2) 0;
        }
        .ticket {
          min-height: 208px;
        }
        .side {
          gap: var(--ow-space-2);
          overflow-y: auto;
        }
      }
    `,
  ];

  override render() {
    const { view, desk, settings, stale, now } = this;
    const { locale } = settings;
    const waiting = waitingAt(view, now);
    const { status, ticket } = view.window;
    const bar = {
      status,
      ticket,
      waiting: waiting.total,
      stale,
      underWay: desk.underWay,
      asked: desk.asked?.about ?? null,
      finishCallsNext: settings.finishCallsNext,
      hotkeys: settings.hotkeys,
    };
    return html`<main>
      ${
        desk.choosing
          ? html`<pause-reasons class="ticket" .locale=${locale}></pause-reasons>`
          : html`<current-ticket
              class="ticket"
              .view=${view}
              .now=${now}
              .locale=${locale}
              .stale=${stale}
            ></current-ticket>`
      }
      <div class="side">
        <waiting-list .waiting=${waiting} .locale=${locale}></waiting-list>
        <session-list
          .ended=${desk.ended}
          .queues=${view.queues}
          .timeZone=${view.hall.timeZone}
          .locale=${locale}
        ></session-list>
      </div>
      <message-line .note=${desk.note} .locale=${locale}></message-line>
      <action-bar .bar=${bar} .locale=${locale}></action-bar>
    </main>`;
  }
}

customElements.define('counter-board', CounterBoard);

declare global {
  interface HTMLElementTagNameMap {
    'counter-board': CounterBoard;
  }
}
