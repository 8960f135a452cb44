import { css, html, LitElement, nothing } from 'lit';
import type { ConnectionStatus } from '../common/connection.ts';
import type { CounterView } from '../common/contract/socket.ts';
import type { Locale } from '../common/contract/text.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/clock.ts';
import { otherLocale } from '../common/ui/words.ts';
import { settingsChanged } from './counter-events.ts';
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
    css`
      header {
        display: flex;
        align-items: center;
        gap: 0 var(--ow-space-4);
        min-height: 52px;
        padding: 0 var(--ow-space-4);
        border-bottom: 1px solid var(--ow-line-colour);
        background: var(--ow-surface);
        white-space: nowrap;
      }
      h1 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
      }
      .place {
        flex: 1;
        overflow: hidden;
        color: var(--ow-ink-soft);
        text-overflow: ellipsis;
      }
      .line {
        display: inline-flex;
        align-items: center;
        gap: var(--ow-space-2);
        color: var(--ow-state-free);
      }
      .line::before {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: currentColor;
        content: '';
      }
      :host([status='stale']) .line {
        color: var(--ow-danger);
      }
      :host([status='stale']) .line::before {
        border: 2px solid currentColor;
        background: none;
      }
      ow-clock {
        font-size: var(--ow-text-lead);
      }
      a,
      button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        min-width: var(--ow-target);
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-2);
        border: 0;
        border-radius: var(--ow-radius-s);
        background: none;
        color: var(--ow-primary);
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
      }
      :focus-visible {
        outline-offset: -3px;
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
        .line-word {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .line {
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
      ${this.#line()}
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
      <a href="?hall=${encodeURIComponent(this.hall)}">${WORDS.changeWindow[locale]}</a>
      <button
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

  #line() {
    if (this.status !== 'live' && this.status !== 'stale') return nothing;
    const word = this.status === 'live' ? WORDS.connected : WORDS.disconnected;
    return html`<span class="line"><span class="line-word">${word[this.locale]}</span></span>`;
  }
}

customElements.define('counter-header', CounterHeader);

declare global {
  interface HTMLElementTagNameMap {
    'counter-header': CounterHeader;
  }
}
