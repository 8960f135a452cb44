import { css, html, LitElement, nothing } from 'lit';
import type { MatterSummary, QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { FORWARD } from './icons.ts';
import { remainingText } from './remaining.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** Matters to choose from, one large row each. */
export class KioskMatterList extends LitElement {
  static override properties = {
    words: { attribute: false },
    matters: { attribute: false },
    queues: { attribute: false },
  };
  declare words: KioskWords;
  declare matters: readonly MatterSummary[];
  /** Where a number can be taken without a matter. */
  declare queues: readonly QueueView[];

  static override styles = [
    baseStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(var(--kiosk-list-columns), minmax(0, 1fr));
        gap: var(--ow-space-3);
      }
      button {
        display: flex;
        align-items: center;
        gap: var(--ow-space-3);
        width: 100%;
        height: 100%;
        min-height: calc(var(--ow-target) + 12px);
        padding: var(--ow-space-3) var(--ow-space-4);
        border: 2px solid transparent;
        border-radius: var(--ow-radius-m);
        background: var(--ow-surface);
        box-shadow: var(--ow-elevation-1);
        line-height: 1.3;
        text-align: start;
      }
      button:active {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
      }
      .name {
        flex: 1;
        min-width: 0;
        font-weight: var(--ow-weight-strong);
      }
      .direct {
        grid-column: 1 / -1;
      }
      .direct button {
        background: var(--ow-surface-sunk);
        box-shadow: none;
      }
      .direct .take {
        color: var(--ow-primary);
        font-weight: var(--ow-weight-strong);
      }
      .scarce {
        color: var(--ow-accent-text);
        font-weight: var(--ow-weight-strong);
      }
      svg {
        flex: none;
        color: var(--ow-line-strong);
      }
    `,
  ];

  constructor() {
    super();
    this.queues = [];
  }

  override render() {
    const { matters, queues, words } = this;
    return html`${matters.length === 0 ? html`<p>${words.noMatters}</p>` : nothing}
    <ul>
      ${queues.map((queue) => html`<li class="direct">${this.#direct(queue)}</li>`)}
      ${matters.map((matter) => html`<li>${this.#row(matter)}</li>`)}
    </ul>`;
  }

  #direct(queue: QueueView) {
    const { id, name } = queue;
    const choose = () => wish(this, { do: 'choose', subject: { matter: null, queue: id } });
    return html`<button type="button" @click=${choose}>
      <span>${this.words.direct}</span>
      <span class="take">${this.words.takeDirect(inLocale(name, this.words.locale))}</span>
      <span class=${queue.scarce ? 'scarce' : ''}>${remainingText(queue, this.words)}</span>
    </button>`;
  }

  #row({ id, queue, name }: MatterSummary) {
    const choose = () => wish(this, { do: 'choose', subject: { matter: id, queue } });
    return html`<button type="button" @click=${choose}>
      <span class="name">${inLocale(name, this.words.locale)}</span>${FORWARD}
    </button>`;
  }
}

customElements.define('kiosk-matter-list', KioskMatterList);
