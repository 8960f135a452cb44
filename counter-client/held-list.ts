import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import type { QueueView, TicketView } from '../common/contract/views.ts';
import { inLocale } from '../common/in-locale.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import { clockTime } from '../common/ui/format.ts';
import { pressed, replied } from './counter-events.ts';
import { panelStyles } from './panel-styles.ts';
import { stepFocus } from './step-focus.ts';
import { heldSince, WORDS } from './words.ts';

/** The tickets on hold here; while one is being chosen, each with the digit that resumes it. */
export class HeldList extends LitElement {
  static override properties = {
    held: { attribute: false },
    queues: { attribute: false },
    timeZone: { type: String },
    locale: { type: String },
    choosing: { type: Boolean, reflect: true },
    resumable: { type: Boolean },
  };
  declare held: readonly TicketView[];
  declare queues: Record<string, QueueView>;
  declare timeZone: string;
  declare locale: Locale;
  declare choosing: boolean;
  /** Whether the window is free to go on with one. */
  declare resumable: boolean;

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: block;
      }
      .panel {
        padding: var(--ow-space-3) var(--ow-space-4);
      }
      :host([choosing]) .panel {
        border: 2px solid var(--ow-primary);
        background: var(--ow-primary-wash);
      }
      .heading b {
        margin-inline-start: var(--ow-space-2);
        font-size: var(--ow-text-lead);
      }
      ul {
        max-height: 164px;
        margin-inline: calc(-1 * var(--ow-space-1));
        margin-top: var(--ow-space-1);
        overflow-y: auto;
      }
      button {
        display: flex;
        align-items: center;
        gap: var(--ow-space-3);
        width: 100%;
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-1);
        border: 0;
        border-top: 1px solid var(--ow-line-colour);
        background: none;
        text-align: start;
        cursor: pointer;
      }
      [aria-disabled='true'] {
        cursor: default;
      }
      :focus-visible {
        outline-offset: -3px;
      }
      .number {
        min-width: 3.2em;
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .queue {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 760px) {
        .panel {
          padding: var(--ow-space-2) var(--ow-space-3);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#arrow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#arrow);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.get('choosing') === false && this.choosing) this.#buttons[0]?.focus();
    else if (changed.get('choosing') === true) this.#leave();
  }

  override render() {
    return html`<section class="panel" aria-labelledby="heading">
      <h2 class="heading" id="heading">${WORDS.held[this.locale]}<b>${this.held.length}</b></h2>
      ${this.resumable ? nothing : html`<p class="soft" id="when">${WORDS.heldWhen[this.locale]}</p>`}
      <ul>
        ${this.held.map((ticket, index) => this.#row(ticket, index))}
      </ul>
    </section>`;
  }

  #row({ id, number, queue, heldAt }: TicketView, index: number) {
    const name = this.queues[queue]?.name;
    const digit = this.choosing && index < 9 ? String(index + 1) : '';
    return html`<li>
      <button
        type="button"
        aria-disabled=${this.resumable ? 'false' : 'true'}
        aria-describedby=${this.resumable ? nothing : 'when'}
        aria-keyshortcuts=${digit === '' ? nothing : digit}
        @click=${() => this.#resume(id)}
      >
        ${digit === '' ? nothing : html`<kbd aria-hidden="true">${digit}</kbd>`}
        <span class="number">${number}</span>
        <span class="queue soft">${name === undefined ? '' : inLocale(name, this.locale)}</span>
        <span class="soft">${heldAt === null ? '' : heldSince(clockTime(heldAt, this.timeZone), this.locale)}</span>
      </button>
    </li>`;
  }

  /** A click is the press of H and the answer to it in one. */
  #resume(id: string): void {
    if (!this.resumable) return;
    if (!this.choosing) this.dispatchEvent(pressed('H'));
    this.dispatchEvent(replied({ value: id }));
  }

  get #buttons(): HTMLElement[] {
    return Array.from(this.renderRoot.querySelectorAll<HTMLElement>('button'));
  }

  #leave(): void {
    for (const button of this.#buttons) button.blur();
  }

  readonly #arrow = (event: KeyboardEvent): void => {
    if (this.choosing) stepFocus(event, this.#buttons);
  };
}

customElements.define('held-list', HeldList);

declare global {
  interface HTMLElementTagNameMap {
    'held-list': HeldList;
  }
}
