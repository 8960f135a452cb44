import { css, html, LitElement, nothing } from 'lit';
import { newCommandId } from '../common/command-id.ts';
import { Connection, type ConnectionState } from '../common/connection.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/page-state.ts';
import { localeOf, WINDOW_STATE_WORDS } from '../common/ui/words.ts';
import './counter-board.ts';
import type { CounterEvents } from './counter-events.ts';
import './counter-header.ts';
import { Desk } from './desk.ts';
import { type Key, keyOf } from './keys.ts';
import { keepSettings, readSettings, type Settings } from './settings.ts';
import './window-chooser.ts';
import { WORDS, windowName } from './words.ts';

/** How often running times and fading messages are looked at. */
const TICK_MS = 250;

/** Keeps the line to the hall, hears the keyboard, and hands both to the desk. */
export class CounterPage extends LitElement {
  static override properties = { state: { state: true }, settings: { state: true } };
  declare state: ConnectionState<'counter'>;
  declare settings: Settings;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      ow-page-state,
      window-chooser {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  readonly #address = new URLSearchParams(location.search);
  readonly #hall = this.#address.get('hall') ?? '';
  readonly #window = this.#address.get('window') ?? '';
  #connection: Connection<'counter'> | null = null;
  #ticking: ReturnType<typeof setInterval> | undefined;
  readonly #now = (): number => this.#connection?.now() ?? Date.now();
  readonly #desk = new Desk({
    send: async (command, commandId) =>
      (await this.#connection?.command(command, commandId)) ?? { ok: false, rejection: { code: 'INTERNAL' } },
    newCommandId,
    clock: () => performance.now(),
    changed: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.state = { status: 'loading', view: null, seq: 0, rejection: null };
    const kept = readSettings(() => localStorage);
    const asked = this.#address.get('lang');
    this.settings = asked === null ? kept : { ...kept, locale: localeOf(asked) };
    this.addEventListener('counter-settings', (event) => this.#set(event));
    this.addEventListener('counter-press', ({ detail }) => void this.#desk.press(detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#hall === '' || this.#window === '') return;
    this.#connection ??= new Connection(
      { hall: this.#hall, audience: 'counter', window: this.#window },
      (state) => {
        this.state = state;
      },
    );
    this.#ticking = setInterval(() => this.requestUpdate(), TICK_MS);
    window.addEventListener('keydown', this.#keydown);
    this.addEventListener('mousedown', leaveFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.close();
    this.#connection = null;
    clearInterval(this.#ticking);
    window.removeEventListener('keydown', this.#keydown);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('state') || changed.has('settings')) this.#show();
    document.documentElement.lang = this.settings.locale;
    document.title = this.#title();
  }

  override render() {
    const { locale } = this.settings;
    if (this.#hall === '' || this.#window === '') {
      return html`<window-chooser .hall=${this.#hall} .locale=${locale}></window-chooser>`;
    }
    const { status, rejection } = this.state;
    const view = this.#desk.view;
    return html`<counter-header
        .view=${view}
        .hall=${this.#hall}
        .status=${status}
        .now=${this.#now}
        .locale=${locale}
      ></counter-header>
      <ow-page-state
        .status=${status}
        .rejection=${rejection}
        .locale=${locale}
        .now=${this.#now}
        .timeZone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
      >
        ${view === null ? nothing : this.#board(view)}
      </ow-page-state>`;
  }

  #board(view: NonNullable<Desk['view']>) {
    const { underWay, choosing, asked, note, ended } = this.#desk;
    return html`<counter-board
      .view=${view}
      .desk=${{ underWay, choosing, asked, note, ended }}
      .settings=${this.settings}
      .stale=${this.state.status === 'stale'}
      .now=${this.#now()}
    ></counter-board>`;
  }

  /** In the task bar, beside her business system: what the window does, and the number. */
  #title(): string {
    const { locale } = this.settings;
    const window = this.#desk.view?.window;
    if (window === undefined) return WORDS.title[locale];
    const state = `${WINDOW_STATE_WORDS[window.status][locale]} · ${windowName(window.number, locale)}`;
    return window.ticket === null ? state : `${window.ticket.number} ${state}`;
  }

  #show(): void {
    const { view, seq, status } = this.state;
    const { finishCallsNext } = this.settings;
    if (view !== null) this.#desk.see({ view, seq, stale: status === 'stale', finishCallsNext });
  }

  #set({ detail }: CounterEvents['counter-settings']): void {
    this.settings = { ...this.settings, ...detail };
    keepSettings(() => localStorage, this.settings);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const key = meantFor(event);
    if (key === null || !this.settings.hotkeys || this.state.status === 'error') return;
    // Also for a held key: Space would scroll the page.
    event.preventDefault();
    if (!event.repeat) void this.#desk.press(key);
  };
}

/** The hotkey meant; null for what belongs to the element in focus: its own Space, Enter, or text. */
function meantFor(event: KeyboardEvent): Key | null {
  const key = event.defaultPrevented ? null : keyOf(event);
  const [target] = event.composedPath();
  const own = target instanceof Element && target.closest('a, button, input, label') !== null;
  if (!own || (key !== 'Space' && event.key !== 'Enter')) return key;
  // A held Enter would click the focused button again and again.
  if (event.repeat) event.preventDefault();
  return null;
}

/** A button that was clicked keeps no focus: the next Space must call, not click it again. */
function leaveFocus(event: MouseEvent): void {
  const [target] = event.composedPath();
  if (target instanceof Element && target.closest('button, label') !== null) event.preventDefault();
}

customElements.define('counter-page', CounterPage);

declare global {
  interface HTMLElementTagNameMap {
    'counter-page': CounterPage;
  }
}
