import { css, html, LitElement, nothing } from 'lit';
import type { ConnectionStatus } from '../common/connection.ts';
import type { CounterView } from '../common/contract/socket.ts';
import type { Locale } from '../common/contract/text.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/clock.ts';
import { otherLocale } from '../common/ui/words.ts';
import '../common/ui/line-state.ts';
import { settingsChanged } from './counter-events.ts';
import { headerStyles } from './header-styles.ts';
import { WORDS, windowName } from './words.ts';

/** Which window this is, where, at what time, and whether the line to the hall holds. */
export class CounterHeader extends LitElement {
  static override properties = {
    view: { attribute: false },
    hall: { type: String },
    status: { type: String, reflect: true },
    now: { attribute: false },
    locale: { type: String },
  };
  declare view: CounterView | null;
  /** The hall of the address, known before its view. */
  declare hall: string;
  declare status: ConnectionStatus;
  declare now: () => number;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    headerStyles,
    css`
      header {
        align-items: center;
        gap: 0 var(--ow-space-4);
        min-height: 52px;
      }
      .place {
        flex: 1;
      }
      @media (max-width: 760px) {
        header {
          gap: 0 var(--ow-space-1);
          padding: 0 var(--ow-space-1) 0 var(--ow-space-3);
        }
        h1 {
          font-size: 20px;
        }
        .place,
        ow-line-state::part(word) {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        ow-line-state {
          flex: 1;
          padding-inline-start: var(--ow-space-2);
        }
      }
    `,
  ];

  override render() {
    const { view, locale } = this;
    return html`<header>
      <h1>${view === null ? WORDS.title[locale] : windowName(view.window.number, locale)}</h1>
      <span class="place">${this.#place()}</span>
      <ow-line-state .status=${this.status} .locale=${locale}></ow-line-state>
      ${
        view === null
          ? nothing
          : html`<ow-clock
              .now=${this.now}
              .timeZone=${view.hall.timeZone}
              .locale=${locale}
              .day=${false}
            ></ow-clock>`
      }
      <a class="press" href="?hall=${encodeURIComponent(this.hall)}">${WORDS.changeWindow[locale]}</a>
      <button
        class="press"
        type="button"
        lang=${otherLocale(locale)}
        @click=${() => this.dispatchEvent(settingsChanged({ locale: otherLocale(locale) }))}
      >
        ${WORDS.otherLanguage[locale]}
      </button>
    </header>`;
  }

  #place(): string {
    const { view, locale } = this;
    if (view === null) return '';
    const zone = view.hall.zones.find(({ id }) => id === view.window.zone);
    const hall = inLocale(view.hall.name, locale);
    return zone === undefined ? hall : `${hall} · ${inLocale(zone.name, locale)}`;
  }
}

customElements.define('counter-header', CounterHeader);

declare global {
  interface HTMLElementTagNameMap {
    'counter-header': CounterHeader;
  }
}
