import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { WhyView } from '../../common/contract/fairness.ts';
import type { Locale } from '../../common/contract/text.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import type { Loadable } from '../loadable.ts';
import './why-list.ts';
import { WHY_WORDS } from './words.ts';

/** The question everybody who waits has, to be opened. Sends `want-why` then, and when the line moves on. */
export class WhyNotMe extends LitElement {
  static override properties = {
    why: { attribute: false },
    locale: { attribute: false },
    timeZone: { attribute: false },
    ahead: { attribute: false },
    isOpen: { state: true },
  };
  declare why: Loadable<WhyView>;
  declare locale: Locale;
  declare timeZone: string;
  /** People ahead: when that changes, somebody was called. */
  declare ahead: number;
  declare isOpen: boolean;

  static override styles = [
    baseStyles,
    css`
      details {
        padding: 0 var(--ow-space-4);
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
      }
      summary {
        min-height: 56px;
        font-weight: var(--ow-weight-strong);
        line-height: 56px;
        cursor: pointer;
      }
      why-list {
        padding-bottom: var(--ow-space-4);
      }
    `,
  ];

  constructor() {
    super();
    this.isOpen = false;
  }

  override updated(changed: PropertyValues<this>): void {
    const isNew = changed.has('isOpen') || changed.has('ahead') || changed.has('locale');
    if (this.isOpen && isNew)
      this.dispatchEvent(new CustomEvent('want-why', { bubbles: true, composed: true }));
  }

  override render() {
    return html`<details @toggle=${this.#toggled}>
      <summary>${WHY_WORDS[this.locale].question}</summary>
      ${
        this.isOpen
          ? html`<why-list .why=${this.why} .locale=${this.locale} .timeZone=${this.timeZone}></why-list>`
          : nothing
      }
    </details>`;
  }

  #toggled(event: Event): void {
    if (event.target instanceof HTMLDetailsElement) this.isOpen = event.target.open;
  }
}

customElements.define('why-not-me', WhyNotMe);
