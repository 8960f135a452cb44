import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../../common/contract/text.ts';
import type { WindowView } from '../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { addressOf, WINDOW_SCREENS } from './addresses.ts';
import type { HomeWords, ScreenId } from './words.ts';

/** One screen of the hall: what it is for, and its link; for a window's own screen, which window. */
export class HomeScreen extends LitElement {
  static override properties = {
    screen: { attribute: false },
    words: { attribute: false },
    hall: { attribute: false },
    windows: { attribute: false },
    locale: { attribute: false },
    window: { state: true },
  };
  declare screen: ScreenId;
  declare words: HomeWords;
  declare hall: string;
  declare windows: readonly WindowView[];
  declare locale: Locale;
  declare window: string | null;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--ow-space-2);
        height: 100%;
        padding: var(--ow-space-5);
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
      }
      h2 {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .about {
        flex: 1;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.45;
      }
      .go {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ow-space-3);
        margin-top: var(--ow-space-3);
      }
      .go .button {
        flex: 1 1 6em;
      }
      select {
        flex: 2 1 8em;
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-3);
        border: 2px solid var(--ow-line-strong);
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface);
      }
      .scan {
        min-height: var(--ow-target);
        line-height: var(--ow-target);
        font-weight: var(--ow-weight-strong);
      }
    `,
  ];

  constructor() {
    super();
    this.window = null;
  }

  override render() {
    const { name, about } = this.words.screens[this.screen];
    return html`<h2>${name}</h2>
      <p class="about">${about}</p>
      <div class="go">${WINDOW_SCREENS.has(this.screen) ? this.#choice() : nothing} ${this.#link(name)}</div>`;
  }

  #choice() {
    const { words } = this;
    const choose = (event: Event) => {
      if (event.target instanceof HTMLSelectElement) this.window = event.target.value;
    };
    return html`<select aria-label=${words.chooseWindow} @change=${choose}>
      ${this.windows.map(
        ({ id, number }) =>
          html`<option value=${id} ?selected=${id === this.#window}>${words.windowName(number)}</option>`,
      )}
    </select>`;
  }

  #link(name: string) {
    const address = addressOf(this.screen, this.hall, this.#window, this.locale);
    if (address === null) return html`<p class="scan">${this.words.scanSlip}</p>`;
    return html`<a class="button primary" href=${address} target="_blank" aria-label="${this.words.open} ${name}">
      ${this.words.open}
    </a>`;
  }

  get #window(): string {
    return this.window ?? this.windows[0]?.id ?? '';
  }
}

customElements.define('home-screen', HomeScreen);
