import { css, html, LitElement } from 'lit';
import type { Locale } from '../../common/contract/text.ts';
import type { WindowView } from '../../common/contract/views.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { panelStyles } from '../panel-styles.ts';
import { windowName } from '../words.ts';
import { asked } from './manager-events.ts';
import { MANAGER_WORDS } from './words.ts';

/** Asks once which window is the manager's: until staff have accounts, the role is the window's. */
export class DeskForm extends LitElement {
  static override properties = {
    windows: { attribute: false },
    wrong: { type: String },
    locale: { type: String },
  };
  declare windows: Record<string, WindowView>;
  /** What was said of the one given before; empty when none was. */
  declare wrong: string;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    css`
      form {
        display: grid;
        gap: var(--ow-space-3);
        width: min(480px, 100%);
        margin: 10vh auto 0;
        padding: var(--ow-space-6);
      }
      h2 {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
      }
      .row {
        display: flex;
        gap: var(--ow-space-3);
      }
      select {
        flex: 1;
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-3);
        border: 2px solid var(--ow-line-strong);
        border-radius: var(--ow-radius-s);
        background: var(--ow-surface);
      }
      .wrong {
        color: var(--ow-danger);
      }
    `,
  ];

  override render() {
    const { locale } = this;
    const windows = Object.values(this.windows).sort((a, b) => b.number - a.number);
    return html`<form class="panel" @submit=${this.#submit}>
      <h2>${MANAGER_WORDS.desk[locale]}</h2>
      <p class="soft">${MANAGER_WORDS.deskWhy[locale]}</p>
      <div class="row">
        <select name="desk" aria-label=${MANAGER_WORDS.desk[locale]}>
          ${windows.map(({ id, number }) => html`<option value=${id}>${windowName(number, locale)}</option>`)}
        </select>
        <button class="button primary">${MANAGER_WORDS.enter[locale]}</button>
      </div>
      <p class="wrong" role="status">${this.wrong}</p>
    </form>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const desk = this.renderRoot.querySelector('select')?.value ?? '';
    if (desk !== '') this.dispatchEvent(asked({ ask: 'desk', desk }));
  }
}

customElements.define('desk-form', DeskForm);
