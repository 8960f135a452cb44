import { css, html, LitElement, nothing } from 'lit';
import type { CounterView } from '../common/contract/socket.ts';
import type { PersonView } from '../common/person.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import type { BarState } from './action-bar.ts';
import './action-bar.ts';
import { callsOf } from './calls.ts';
import './current-ticket.ts';
import type { Desk } from './desk.ts';
import type { Directory } from './directory.ts';
import './handout-sheet.ts';
import './held-list.ts';
import './message-line.ts';
import { questionOf } from './question.ts';
import { questionSheet } from './question-sheet.ts';
import './session-list.ts';
import type { Settings } from './settings.ts';
import { isUndoable, waitingAt } from './waiting.ts';
import './waiting-list.ts';

/** What the desk shows of itself at one moment. */
export interface DeskShown extends Pick<Desk, 'underWay' | 'flow' | 'asked' | 'note' | 'ended' | 'handout'> {
  /** Whether a press now may be taken for one meant for what stood there before. */
  guarded: boolean;
}

/**
 * The counter's parts in their places. The lists at the side are one column, so that a list more stands
 * between them; the actions are at the foot, so that no banner above moves them under the pointer.
 */
export class CounterBoard extends LitElement {
  static override properties = {
    view: { attribute: false },
    desk: { attribute: false },
    directory: { attribute: false },
    person: { attribute: false },
    settings: { attribute: false },
    stale: { type: Boolean },
    now: { type: Number },
  };
  declare view: CounterView;
  declare desk: DeskShown;
  declare directory: Pick<Directory, 'board' | 'matters'>;
  declare person: PersonView | null;
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
        /* What can be undone is in reach while it can. */
        .side > session-list[undoable] {
          flex: none;
          order: -1;
        }
      }
    `,
  ];

  override render() {
    const { view, desk, settings, now } = this;
    const { locale } = settings;
    const waiting = waitingAt(view, now);
    return html`<main>
      ${this.#place()}
      <div class="side">
        <waiting-list .waiting=${waiting} .locale=${locale} .stale=${this.stale}></waiting-list>
        ${this.#held()}
        <session-list
          .ended=${desk.ended}
          .undoable=${view.undoable}
          .now=${now}
          .hotkeys=${settings.hotkeys}
          .queues=${view.queues}
          .timeZone=${view.hall.timeZone}
          .locale=${locale}
        ></session-list>
      </div>
      <message-line .note=${desk.note} .locale=${locale}></message-line>
      <action-bar
        .bar=${this.#bar(waiting.total)}
        .guarded=${desk.guarded}
        .locale=${locale}
      ></action-bar>
    </main>`;
  }

  /** The ticket, or what is asked or told in its place. */
  #place() {
    const { view, desk, directory, now, stale } = this;
    const { locale } = this.settings;
    const { flow, handout } = desk;
    if (flow !== null && flow.of !== 'resume') {
      const { hall, held, queues, window } = view;
      const sources = { hall, held, queues, window: window.id, ...directory };
      return questionSheet(questionOf(flow, sources, locale), locale);
    }
    if (handout !== null)
      return html`<handout-sheet
        class="ticket"
        .hall=${view.hall.id}
        .handout=${handout}
        .locale=${locale}
      ></handout-sheet>`;
    return html`<current-ticket
      class="ticket"
      .view=${view}
      .person=${this.person}
      .now=${now}
      .locale=${locale}
      .stale=${stale}
    ></current-ticket>`;
  }

  #held() {
    const { view, desk, settings } = this;
    if (view.held.length === 0) return nothing;
    const { status } = view.window;
    return html`<held-list
      .held=${view.held}
      .queues=${view.queues}
      .timeZone=${view.hall.timeZone}
      .locale=${settings.locale}
      .choosing=${desk.flow?.of === 'resume'}
      .resumable=${status === 'free' || status === 'ready'}
    ></held-list>`;
  }

  #bar(waiting: number): BarState {
    const { view, desk, settings, stale, now } = this;
    const { status, ticket } = view.window;
    return {
      status,
      ticket,
      calls: callsOf(view.ticket, view.rule, now),
      waiting,
      held: view.held.map(({ id }) => id),
      undoable: isUndoable(view.undoable, now),
      role: view.role,
      stale,
      flow: desk.flow?.of ?? null,
      underWay: desk.underWay,
      asked: desk.asked?.about ?? null,
      finishCallsNext: settings.finishCallsNext,
      hotkeys: settings.hotkeys,
    };
  }
}

customElements.define('counter-board', CounterBoard);

declare global {
  interface HTMLElementTagNameMap {
    'counter-board': CounterBoard;
  }
}
