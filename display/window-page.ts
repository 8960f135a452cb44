import { html, LitElement } from 'lit';
import { Connection, type ConnectionState } from '../common/connection.ts';
import '../common/ui/page-state.ts';
import { whichHall } from '../common/ui/which-hall.ts';
import { addressOf } from './address.ts';
import './window-board.ts';
import { callKey, FLASH_MS, startsFlash } from './window-call.ts';

/** The window display's page: holds the connection and lets a fresh call flash. */
export class WindowPage extends LitElement {
  static override properties = { connected: { state: true }, flashing: { state: true } };
  declare connected: ConnectionState<'window'>;
  declare flashing: boolean;

  #address = addressOf(location.search);
  #connection: Connection<'window'> | null = null;
  #shown: string | null | undefined;
  #flash: ReturnType<typeof setTimeout> | undefined;
  #now = (): number => this.#connection?.now() ?? Date.now();

  constructor() {
    super();
    this.connected = { status: 'loading', view: null, seq: 0, rejection: null };
    this.flashing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { window, locale } = this.#address;
    document.documentElement.lang = locale;
    if (window !== null) void this.#connect(window);
    else this.connected = { ...this.connected, status: 'error', rejection: { code: 'UNKNOWN_WINDOW' } };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.close();
    this.#connection = null;
    clearTimeout(this.#flash);
  }

  // The page's own styles reach its one child: nothing to encapsulate.
  protected override createRenderRoot(): this {
    return this;
  }

  override render() {
    const { status, view, rejection } = this.connected;
    const { locale } = this.#address;
    return html`<ow-page-state
      .status=${status}
      .rejection=${rejection}
      .locale=${locale}
      .now=${this.#now}
      .timeZone=${view?.hall.timeZone ?? 'Asia/Shanghai'}
    >
      <ow-window-board .window=${view?.window ?? null} .flashing=${this.flashing} .stale=${status === 'stale'} .locale=${locale}>
      </ow-window-board>
    </ow-page-state>`;
  }

  async #connect(window: string): Promise<void> {
    const hall = await whichHall(this.#address.hall);
    if (!this.isConnected) return;
    this.#connection = new Connection({ hall, audience: 'window', window }, (state) => this.#changed(state));
  }

  #changed(state: ConnectionState<'window'>): void {
    this.connected = state;
    if (state.view === null) return;
    const { window } = state.view;
    if (startsFlash(this.#shown, window, this.#now())) void this.#startFlash();
    this.#shown = callKey(window);
  }

  /** Off for one frame first, so that a recall during a flash is seen to begin again. */
  async #startFlash(): Promise<void> {
    clearTimeout(this.#flash);
    this.flashing = false;
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    this.flashing = true;
    this.#flash = setTimeout(() => {
      this.flashing = false;
    }, FLASH_MS);
  }
}

customElements.define('ow-window-page', WindowPage);
