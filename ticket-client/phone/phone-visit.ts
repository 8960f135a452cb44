import { css, html, LitElement } from 'lit';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { TURN_WORDS } from './turn-words.ts';
import type { PhoneWords } from './words.ts';

/** Several matters on one ticket: which one it is about now, and what comes after it. */
export class PhoneVisit extends LitElement {
  static override properties = {
    words: { attribute: false },
    now: { attribute: false },
    next: { attribute: false },
  };
  declare words: PhoneWords;
  declare now: string;
  declare next: readonly string[];

  static override styles = [
    baseStyles,
    css`
      section {
        padding: var(--ow-space-4);
        border-radius: var(--ow-radius-l);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
      }
      h2 {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: baseline;
        gap: var(--ow-space-3);
        padding: var(--ow-space-2) 0;
        line-height: 1.35;
      }
      .when {
        min-width: 4em;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
      }
      .is-now {
        color: var(--ow-primary);
        font-weight: var(--ow-weight-strong);
      }
      .is-now .when {
        color: var(--ow-primary);
      }
      .meaning {
        margin-top: var(--ow-space-2);
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.4;
      }
    `,
  ];

  override render() {
    const turn = TURN_WORDS[this.words.locale];
    return html`<section>
      <h2>${turn.matters}</h2>
      <ol>
        <li class="is-now" aria-current="step"><span class="when">${turn.matterNow}</span>${this.now}</li>
        ${this.next.map((name) => html`<li><span class="when">${turn.matterNext}</span>${name}</li>`)}
      </ol>
      <p class="meaning">${turn.mattersMeaning}</p>
    </section>`;
  }
}

customElements.define('phone-visit', PhoneVisit);
