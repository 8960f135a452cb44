import { css, html, LitElement, nothing } from 'lit';
import type { ConnectionStatus } from '../../common/connection.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { HallView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/clock.ts';
import { otherLocale } from '../../common/ui/words.ts';
import { SECTIONS, type Section } from './sections.ts';
import { MANAGER_WORDS, SECTION_WORDS } from './words.ts';

/** Which hall, which section, at what time, and whether the line to the hall holds. */
export class ManagerHeader extends LitElement {
  static override properties = {
    hall: { attribute: false },
    section: { type: String },
    advised: { type: Number },
    status: { type: String, reflect: true },
    now: { attribute: false },
    locale: { type: String },
  };
  declare hall: HallView | null;
  declare section: Section;
  /** Moves that are advised and not applied. */
  declare advised: number;
  declare status: ConnectionStatus;
  declare now: () => number;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    css`
      header {
        display: flex;
        align-items: stretch;
        gap: 0 var(--ow-space-5);
        min-height: 56px;
        padding: 0 var(--ow-space-4);
        border-bottom: 1px solid var(--ow-line-colour);
        background: var(--ow-surface);
        white-space: nowrap;
      }
      header > * {
        align-self: center;
      }
      h1 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
      }
      .hall {
        flex: 0 1 auto;
        overflow: hidden;
        color: var(--ow-ink-soft);
        text-overflow: ellipsis;
      }
      nav {
        display: flex;
        flex: 1;
        align-self: stretch;
        gap: var(--ow-space-1);
      }
      nav a {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-3);
        color: var(--ow-ink);
        text-decoration: none;
      }
      nav a:hover {
        background: var(--ow-surface-sunk);
      }
      nav a[aria-current] {
        color: var(--ow-primary);
        font-weight: var(--ow-weight-strong);
      }
      nav a[aria-current]::after {
        position: absolute;
        inset: auto var(--ow-space-3) 0;
        height: 3px;
        background: var(--ow-primary);
        content: '';
      }
      .count {
        min-width: 22px;
        padding: 0 6px;
        border-radius: var(--ow-radius-round);
        background: var(--ow-primary);
        color: var(--ow-on-primary);
        font-size: var(--ow-text-note);
        line-height: 22px;
        text-align: center;
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
        --ow-clock-day-size: var(--ow-text-note);
      }
      button {
        min-width: var(--ow-target);
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-2);
        border: 0;
        background: none;
        color: var(--ow-primary);
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
      }
      :focus-visible {
        outline-offset: -3px;
      }
      @media (max-width: 1200px) {
        header {
          flex-wrap: wrap;
        }
        .hall {
          flex: 1;
        }
        nav {
          flex: 1 0 100%;
          order: 1;
          overflow-x: auto;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.advised = 0;
  }

  override render() {
    const { hall, locale } = this;
    return html`<header>
      <h1>${MANAGER_WORDS.title[locale]}</h1>
      <span class="hall">${hall === null ? '' : inLocale(hall.name, locale)}</span>
      <nav aria-label=${MANAGER_WORDS.sections[locale]}>${SECTIONS.map((section) => this.#link(section))}</nav>
      ${this.#line()}
      ${
        hall === null
          ? nothing
          : html`<ow-clock .now=${this.now} .timeZone=${hall.timeZone} .locale=${locale}></ow-clock>`
      }
      <button type="button" lang=${otherLocale(locale)} @click=${() => this.dispatchEvent(new Event('manager-language'))}>
        ${MANAGER_WORDS.otherLanguage[locale]}
      </button>
    </header>`;
  }

  #link(section: Section) {
    const { locale, advised } = this;
    const count = section === 'advice' && advised > 0 ? html`<span class="count">${advised}</span>` : nothing;
    return html`<a href="#${section}" aria-current=${section === this.section ? 'page' : nothing}>
      ${SECTION_WORDS[section][locale]}${count}
    </a>`;
  }

  #line() {
    if (this.status !== 'live' && this.status !== 'stale') return nothing;
    const word = this.status === 'live' ? MANAGER_WORDS.connected : MANAGER_WORDS.disconnected;
    return html`<span class="line">${word[this.locale]}</span>`;
  }
}

customElements.define('manager-header', ManagerHeader);
