import { css, html, LitElement, nothing } from 'lit';
import type { ConnectionStatus } from '../../common/connection.ts';
import type { Locale } from '../../common/contract/text.ts';
import type { HallView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/clock.ts';
import { otherLocale } from '../../common/ui/words.ts';
import '../../common/ui/line-state.ts';
import { headerStyles } from '../header-styles.ts';
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
    headerStyles,
    css`
      header {
        align-items: stretch;
        gap: 0 var(--ow-space-5);
        min-height: 56px;
      }
      header > * {
        align-self: center;
      }
      .place {
        flex: 0 1 auto;
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
      ow-clock {
        --ow-clock-day-size: var(--ow-text-note);
      }
      @media (max-width: 1200px) {
        header {
          flex-wrap: wrap;
        }
        .place {
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
      <span class="place">${hall === null ? '' : inLocale(hall.name, locale)}</span>
      <nav aria-label=${MANAGER_WORDS.sections[locale]}>${SECTIONS.map((section) => this.#link(section))}</nav>
      <ow-line-state .status=${this.status} .locale=${locale}></ow-line-state>
      ${
        hall === null
          ? nothing
          : html`<ow-clock .now=${this.now} .timeZone=${hall.timeZone} .locale=${locale}></ow-clock>`
      }
      <button class="press" type="button" lang=${otherLocale(locale)} @click=${() => this.dispatchEvent(new Event('manager-language'))}>
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
}

customElements.define('manager-header', ManagerHeader);
