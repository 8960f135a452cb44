import { css, html, LitElement, nothing } from 'lit';
import type { Matter } from '../../common/contract/config.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { CHECK } from './icons.ts';
import type { KioskWords } from './words.ts';

/** What to bring for a matter, and what people ask about it. Papers are named in Chinese only: they are. */
export class KioskPapers extends LitElement {
  static override properties = { words: { attribute: false }, matter: { attribute: false } };
  declare words: KioskWords;
  declare matter: Matter;

  static override styles = [
    baseStyles,
    css`
      h2 {
        margin-bottom: var(--ow-space-3);
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      ul {
        display: grid;
        gap: var(--ow-space-2);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: var(--ow-space-3);
        padding: var(--ow-space-3) var(--ow-space-4);
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface);
        line-height: 1.35;
      }
      svg {
        color: var(--ow-primary);
      }
      .optional svg {
        color: var(--ow-line-strong);
      }
      .name {
        font-weight: var(--ow-weight-strong);
      }
      .form {
        color: var(--ow-ink-soft);
      }
      .need {
        padding: 2px 12px;
        border-radius: var(--ow-radius-round);
        background: var(--ow-primary-wash);
        color: var(--ow-primary);
        font-size: var(--ow-text-note);
      }
      .optional .need {
        background: var(--ow-surface-sunk);
        color: var(--ow-ink-soft);
      }
      .questions {
        margin-top: var(--ow-space-5);
      }
      dl {
        display: grid;
        gap: var(--ow-space-3);
      }
      dt {
        font-weight: var(--ow-weight-strong);
      }
      dd {
        color: var(--ow-ink-soft);
      }
    `,
  ];

  override render() {
    const { matter, words } = this;
    return html`<h2>${words.papersTitle}</h2>
      ${matter.papers.length === 0 ? html`<p>${words.noPapers}</p>` : this.#papers()}
      ${
        matter.questions.length === 0
          ? nothing
          : html`<section class="questions">
              <h2>${words.questionsTitle}</h2>
              <dl lang="zh-CN">
                ${matter.questions.map(
                  ({ question, answer }) => html`<div><dt>${question}</dt><dd>${answer}</dd></div>`,
                )}
              </dl>
            </section>`
      }`;
  }

  #papers() {
    return html`<ul>
      ${this.matter.papers.map(
        ({ name, form, required }) => html`<li class=${required ? '' : 'optional'}>
          ${CHECK}
          <span lang="zh-CN"><span class="name">${name}</span> <span class="form">${form}</span></span>
          <span class="need">${required ? this.words.required : this.words.optional}</span>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('kiosk-papers', KioskPapers);
