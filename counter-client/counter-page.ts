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
import { Directory } from './directory.ts';
import { findMatters, readBoard, readPerson } from './halls.ts';
import { type Key, keyOf } from './keys.ts';
import { PersonLine } from './person-line.ts';
import { keepSettings, readSettings, type Settings } from './settings.ts';
import { Strokes } from './strokes.ts';
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
  #unguarding: ReturnType<typeof setTimeout> | undefined;
  readonly #now = (): number => this.#connection?.now() ?? Date.now();
  readonly #desk = new Desk({
    send: async (command, commandId) =>
      (await this.#connection?.command(command, commandId)) ?? { ok: false, rejection: { code: 'INTERNAL' } },
    newCommandId,
    clock: () => performance.now(),
    now: this.#now,
    changed: () => this.requestUpdate(),
  });
  readonly #directory = new Directory({
    readBoard: () => readBoard(this.#hall),
    findMatters: (query) => findMatters(this.#hall, query),
    changed: () => this.requestUpdate(),
  });
  readonly #person = new PersonLine({
    read: () => readPerson(this.#hall, this.#window),
    changed: () => this.requestUpdate(),
  });
  /** The question the directory was last opened for. */
  #asked: Desk['flow'] = null;
  readonly #strokes = new Strokes();

  constructor() {
    super();
    this.state = { status: 'loading', view: null, seq: 0, rejection: null };
    const kept = readSettings(() => localStorage);
    const asked = this.#address.get('lang');
    this.settings = asked === null ? kept : { ...kept, locale: localeOf(asked) };
    this.addEventListener('counter-settings', (event) => this.#set(event));
    this.addEventListener('counter-press', ({ detail }) => void this.#desk.press(detail));
    this.addEventListener('counter-reply', ({ detail }) => void this.#desk.reply(detail));
    this.addEventListener('counter-handout', ({ detail }) => this.#desk.show(detail));
    this.addEventListener('counter-print', () => void this.#desk.print(this.settings.locale));
    this.addEventListener('counter-search', ({ detail }) => this.#directory.search(detail));
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
    clearTimeout(this.#unguarding);
    window.removeEventListener('keydown', this.#keydown);
    this.#strokes.stop();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('state') || changed.has('settings')) this.#show();
    this.#look();
    this.#unguard();
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
    const { underWay, flow, asked, note, ended, handout } = this.#desk;
    const guarded = underWay !== null || this.#desk.guardedMs > 0;
    const { board, matters } = this.#directory;
    return html`<counter-board
      .view=${view}
      .desk=${{ underWay, flow, asked, note, ended, handout, guarded }}
      .directory=${{ board, matters }}
      .person=${this.#person.person}
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

  /** What is on the screen now may need more than the counter's own view. */
  #look(): void {
    const { flow, view } = this.#desk;
    if (flow !== this.#asked) {
      this.#asked = flow;
      this.#directory.search('');
      if (flow?.of === 'transfer' || flow?.of === 'add' || flow?.of === 'exception')
        void this.#directory.open();
    }
    void this.#person.show(view?.window.ticket?.id ?? null);
  }

  /** Draws the buttons as they are again at the very moment presses count. */
  #unguard(): void {
    clearTimeout(this.#unguarding);
    const { guardedMs } = this.#desk;
    if (guardedMs > 0) this.#unguarding = setTimeout(() => this.requestUpdate(), Math.ceil(guardedMs));
  }

  #set({ detail }: CounterEvents['counter-settings']): void {
    this.settings = { ...this.settings, ...detail };
    keepSettings(() => localStorage, this.settings);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    // Shift goes down together with its letter; a held key is one press.
    if (event.key === 'Shift') return;
    const key = this.#heard(event);
    // Also for a held key: Space would scroll the page.
    if (key !== null) event.preventDefault();
    if (event.repeat) return;
    const press = key === null ? null : () => void this.#desk.press(key);
    this.#strokes.hear(event.timeStamp, key !== 'Space' && event.key.length === 1, press);
  };

  #heard(event: KeyboardEvent): Key | null {
    const key = meantFor(event);
    const off = !this.settings.hotkeys && key !== 'Escape';
    return off || this.state.status === 'error' ? null : key;
  }
}

/** The hotkey meant; null for what belongs to the element in focus: its own Space, Enter, or text. */
function meantFor(event: KeyboardEvent): Key | null {
  const key = event.defaultPrevented ? null : keyOf(event);
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return key;
  if (target.matches('input:not([type="checkbox"])')) return key === 'Escape' ? key : null;
  const own = target.closest('a, button, input, label') !== null;
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
