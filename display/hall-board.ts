import { css, html, LitElement } from 'lit';
import type { WallView } from '../common/contract/socket.ts';
import type { Locale } from '../common/contract/text.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/clock.ts';
import { otherLocale } from '../common/ui/words.ts';
import { type Announcements, listedCalls, NOTHING_ANNOUNCED, standingCall } from './announcements.ts';
import './hall-call.ts';
import './hall-calls.ts';
import './hall-notices.ts';
import './hall-waiting.ts';
import './hall-windows.ts';
import { queuesShown } from './queues-shown.ts';
import { wallStyles } from './wall-styles.ts';
import { callScale, FEW_QUEUES, gridOf, listRows } from './window-grid.ts';

/** What the frame leaves to the windows, lying and standing; see `.board`. */
const WINDOWS_LYING = { width: 1840, height: 352 } as const;
const WINDOWS_UPRIGHT = { width: 1000, height: 712 } as const;
/** What it leaves to the standing call. */
const CALL_WIDTH = { lying: 840, few: 1250, upright: 1000 } as const;

/** Missed numbers that fit the column of the waiting, and its lower place when the queues are few. */
const MISSED_ROOM = { column: 15, few: 4 } as const;

/** The whole hall display 大厅屏, drawn from a wall's view and what is announced. */
export class HallBoard extends LitElement {
  static override properties = {
    view: { attribute: false },
    announcements: { attribute: false },
    zone: { attribute: false },
    locale: { type: String },
    now: { attribute: false },
    fresh: { type: Boolean },
    stale: { type: Boolean, reflect: true },
    upright: { type: Boolean },
  };
  declare view: WallView | null;
  declare announcements: Announcements;
  declare zone: string | null;
  declare locale: Locale;
  declare now: () => number;
  /** Whether the standing call has just been announced. */
  declare fresh: boolean;
  /** While the banner of the stale state stands above, the notices give it their place. */
  declare stale: boolean;
  declare upright: boolean;

  static override styles = [
    baseStyles,
    wallStyles,
    css`
      :host {
        display: block;
        height: 100%;
      }
      .board {
        display: grid;
        grid-template:
          'head head head' auto
          'call calls waiting' minmax(0, 1fr)
          'windows windows windows' auto
          'notices notices notices' auto / minmax(0, 1fr) calc(380 * var(--u)) calc(540 * var(--u));
        gap: calc(22 * var(--u)) calc(40 * var(--u));
        height: 100%;
        padding: calc(22 * var(--u)) calc(40 * var(--u));
        line-height: 1.2;
      }
      header {
        display: flex;
        grid-area: head;
        align-items: baseline;
        gap: calc(28 * var(--u));
        white-space: nowrap;
      }
      h1 {
        font-size: calc(46 * var(--u));
        font-weight: var(--ow-weight-strong);
      }
      .zone {
        color: var(--ow-primary);
        font-size: calc(46 * var(--u));
        font-weight: var(--ow-weight-strong);
      }
      header .second {
        font-size: calc(26 * var(--u));
      }
      ow-clock {
        --ow-clock-day-size: 0.6em;
        margin-inline-start: auto;
        font-size: calc(56 * var(--u));
        line-height: 1;
      }
      ow-hall-call {
        grid-area: call;
      }
      /* The banner takes a little more than the notices give. */
      :host([stale]) ow-hall-call {
        --shrink: 0.95;
      }
      ow-hall-calls {
        grid-area: calls;
      }
      ow-hall-waiting {
        grid-area: waiting;
      }
      ow-hall-windows {
        grid-area: windows;
      }
      ow-hall-notices {
        grid-area: notices;
      }
      .board.few {
        grid-template:
          'head head' auto
          'call calls' minmax(0, 3fr)
          'call waiting' minmax(0, 1fr)
          'windows windows' auto
          'notices notices' auto / minmax(0, 1fr) calc(550 * var(--u));
      }
      @media (orientation: portrait) {
        .board,
        .board.few {
          grid-template:
            'head head' auto
            'call call' minmax(0, 1fr)
            'calls waiting' calc(400 * var(--u))
            'windows windows' auto
            'notices notices' auto / minmax(0, 1fr) calc(545 * var(--u));
        }
        header {
          flex-wrap: wrap;
          gap: calc(8 * var(--u)) calc(28 * var(--u));
        }
        ow-clock {
          font-size: calc(46 * var(--u));
        }
      }
    `,
  ];

  constructor() {
    super();
    this.view = null;
    this.announcements = NOTHING_ANNOUNCED;
    this.zone = null;
    this.locale = 'zh-CN';
    this.now = () => Date.now();
    this.fresh = false;
    this.stale = false;
    this.upright = false;
  }

  override render() {
    const { view, locale, announcements } = this;
    if (view === null) return '';
    const standing = standingCall(announcements, view.calls);
    const windows = Object.values(view.windows).sort((a, b) => a.number - b.number);
    const bounds = this.upright ? WINDOWS_UPRIGHT : WINDOWS_LYING;
    const queues = queuesShown(Object.values(view.queues), this.zone);
    const few = queues.length <= FEW_QUEUES;
    const width = CALL_WIDTH[this.upright ? 'upright' : few ? 'few' : 'lying'];
    const grid = gridOf(windows.length, bounds);
    const scale = callScale(grid, bounds, width);
    const rows = listRows(grid, bounds, !this.upright && !few);
    return html`<main class="board ${few ? 'few' : ''}">
      ${this.#header(view)}
      <ow-hall-call
        style="--scale: ${scale}"
        .call=${standing}
        .fresh=${this.fresh}
        .locale=${locale}
      ></ow-hall-call>
      <ow-hall-calls
        .calls=${listedCalls(announcements, view.calls, standing, rows.calls)}
        .locale=${locale}
      ></ow-hall-calls>
      <ow-hall-waiting
        .queues=${queues}
        .missed=${view.missed}
        .rows=${rows.queues}
        .missedRoom=${few && !this.upright ? MISSED_ROOM.few : MISSED_ROOM.column}
        .locale=${locale}
        .stale=${this.stale}
      ></ow-hall-waiting>
      <ow-hall-windows .windows=${windows} .bounds=${bounds} .locale=${locale}></ow-hall-windows>
      <ow-hall-notices ?hidden=${this.stale} .notices=${view.hall.notices} .locale=${locale}></ow-hall-notices>
    </main>`;
  }

  #header({ hall }: WallView) {
    const { locale } = this;
    const zone = hall.zones.find(({ id }) => id === this.zone);
    const second = otherLocale(locale);
    const name = zone?.name ?? hall.name;
    return html`<header>
      <h1>${inLocale(hall.name, locale)}</h1>
      ${zone === undefined ? '' : html`<span class="zone">${inLocale(zone.name, locale)}</span>`}
      ${name[second] === undefined ? '' : html`<span class="second" lang=${second}>${name[second]}</span>`}
      <ow-clock .now=${this.now} .timeZone=${hall.timeZone} .locale=${locale}></ow-clock>
    </header>`;
  }
}

customElements.define('ow-hall-board', HallBoard);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-board': HallBoard;
  }
}
