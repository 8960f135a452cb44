import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Rejection } from '../common/contract/rejections.ts';
import type { Locale } from '../common/contract/text.ts';
import type { BoardView } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/page-state.ts';
import type { PageStatus } from '../common/ui/page-state.ts';
import { otherLocale } from '../common/ui/words.ts';
import { settingsChanged } from './counter-events.ts';
import { type HallName, type Reading, readBoard, readHalls } from './halls.ts';
import { windowChooserStyles } from './window-chooser-styles.ts';
import { windowAddress, windowTile } from './window-tile.ts';
import { WORDS } from './words.ts';

const REFRESH_MS = 5000;

/** Which hall, and which window of it: for an address that does not say. */
export class WindowChooser extends LitElement {
  static override properties = {
    hall: { type: String },
    locale: { type: String },
    status: { state: true },
    rejection: { state: true },
    halls: { state: true },
    board: { state: true },
    typed: { state: true },
  };
  /** The hall of the address; empty when it names none. */
  declare hall: string;
  declare locale: Locale;
  declare status: PageStatus;
  declare rejection: Rejection | null;
  declare halls: HallName[];
  declare board: BoardView | null;
  declare typed: string;

  static override styles = [baseStyles, windowChooserStyles];

  #refreshing: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.status = 'loading';
    this.rejection = null;
    this.halls = [];
    this.board = null;
    this.typed = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#refreshing = setInterval(() => void this.#read(), REFRESH_MS);
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#refreshing);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('status') && this.status === 'live') void this.#focusInput();
  }

  override render() {
    return html`<ow-page-state .status=${this.status} .rejection=${this.rejection} .locale=${this.locale}>
      <main>
        <header>
          <h1>
            ${WORDS[this.hall === '' ? 'chooseHall' : 'chooseWindow'][this.locale]}
            ${this.#hallName()}
          </h1>
          ${this.hall === '' ? nothing : this.#find()} ${this.#links()}
        </header>
        ${this.hall === '' ? this.#halls() : this.#zones()}
      </main>
    </ow-page-state>`;
  }

  #hallName() {
    const { board, locale } = this;
    if (this.hall === '' || board === null) return nothing;
    return html`<span class="hall">${inLocale(board.hall.name, locale)}</span>`;
  }

  async #focusInput(): Promise<void> {
    // Until the page state has drawn itself live, its content has no box and takes no focus.
    await this.renderRoot.querySelector('ow-page-state')?.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  #find() {
    const { locale, typed } = this;
    const known = typed === '' || this.board?.windows.some(({ number }) => String(number) === typed) === true;
    return html`<form @submit=${this.#go}>
      <label>
        <span class="said">${WORDS.findWindow[locale]}</span>
        <input
          inputmode="numeric"
          autocomplete="off"
          maxlength="4"
          placeholder=${WORDS.findWindow[locale]}
          .value=${typed}
          @input=${this.#type}
        />
      </label>
      <span class="none" role="status">${known ? '' : WORDS.noSuchWindow[locale]}</span>
    </form>`;
  }

  #links() {
    const { locale } = this;
    return html`<nav>
      ${this.hall !== '' && this.halls.length > 1 ? html`<a href="?">${WORDS.changeHall[locale]}</a>` : nothing}
      <button
        type="button"
        lang=${otherLocale(locale)}
        @click=${() => this.dispatchEvent(settingsChanged({ locale: otherLocale(locale) }))}
      >
        ${WORDS.otherLanguage[locale]}
      </button>
    </nav>`;
  }

  #halls() {
    if (this.halls.length === 0) return html`<p>${WORDS.noHalls[this.locale]}</p>`;
    return html`<ul class="tiles halls">
      ${this.halls.map(
        ({ id, name }) =>
          html`<li><a class="tile" href="?hall=${id}">${inLocale(name, this.locale)}</a></li>`,
      )}
    </ul>`;
  }

  #zones() {
    const { board } = this;
    if (board === null) return nothing;
    return board.hall.zones.map(({ id, name }) => {
      const windows = board.windows.filter(({ zone, number }) => zone === id && this.#isTyped(number));
      if (windows.length === 0) return nothing;
      return html`<section aria-labelledby="zone-${id}">
        <h2 id="zone-${id}">${inLocale(name, this.locale)}</h2>
        <ul class="tiles">
          ${windows.map((window) => windowTile(this.hall, window, this.locale))}
        </ul>
      </section>`;
    });
  }

  #isTyped(number: number): boolean {
    return String(number).startsWith(this.typed);
  }

  #type(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value.replace(/\D/g, '');
  }

  #go(event: Event): void {
    event.preventDefault();
    const window = this.board?.windows.find(({ number }) => String(number) === this.typed);
    if (window !== undefined) location.assign(windowAddress(this.hall, window.id));
  }

  async #read(): Promise<void> {
    const halls = await readHalls();
    if (halls.ok) this.halls = halls.value;
    const [only, another] = this.halls;
    // A server with one hall has nothing to choose.
    const undecided = this.hall === '' && this.status === 'loading';
    if (undecided && only !== undefined && another === undefined) this.hall = only.id;
    if (this.hall === '') return this.#took(halls);
    const board = await readBoard(this.hall);
    if (!board.ok && board.rejection.code === 'UNKNOWN_HALL' && this.halls.length > 0) {
      // A mistyped or old address: the halls that there are help more than an error.
      this.hall = '';
      return this.#took(halls);
    }
    if (board.ok) this.board = board.value;
    this.#took(board);
  }

  #took(reading: Reading<unknown>): void {
    this.rejection = reading.ok ? null : reading.rejection;
    const shown = this.status === 'live' || this.status === 'stale';
    this.status = reading.ok ? 'live' : shown ? 'stale' : 'error';
  }
}

customElements.define('window-chooser', WindowChooser);

declare global {
  interface HTMLElementTagNameMap {
    'window-chooser': WindowChooser;
  }
}
