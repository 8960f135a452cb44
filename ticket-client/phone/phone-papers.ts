import { css, html, LitElement } from 'lit';
import type { Matter } from '../../common/contract/config.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import type { PhoneWords } from './words.ts';

/** What to have ready, to be opened; with the promise of the department. */
export class PhonePapers extends LitElement {
  static override properties = { words: { attribute: false }, matter: { attribute: false } };
  declare words: PhoneWords;
  declare matter: Matter;

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
      li {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--ow-space-3);
        padding: var(--ow-space-3) 0;
        border-top: 1px solid var(--ow-line-colour);
        line-height: 1.4;
      }
      .name {
        font-weight: var(--ow-weight-strong);
      }
      .form,
      .need,
      .promise {
        color: var(--ow-ink-soft);
      }
      .need {
        flex: none;
        font-size: var(--ow-text-note);
      }
      .promise {
        padding: var(--ow-space-3) 0;
        border-top: 1px solid var(--ow-line-colour);
      }
    `,
  ];

  override render() {
    const { words, matter } = this;
    return html`<details>
      <summary>${words.papers}</summary>
      ${matter.papers.length === 0 ? html`<p>${words.noPapers}</p>` : this.#papers()}
      <p class="promise">${words.promised(matter.promisedWorkingDays)}</p>
    </details>`;
  }

  #papers() {
    return html`<ul>
      ${this.matter.papers.map(
        ({ name, form, required }) => html`<li>
          <span lang="zh-CN"><span class="name">${name}</span> <span class="form">${form}</span></span>
          <span class="need">${required ? this.words.required : this.words.optional}</span>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('phone-papers', PhonePapers);
