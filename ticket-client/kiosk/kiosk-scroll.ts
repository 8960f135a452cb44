import { css, html, LitElement, nothing } from 'lit';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { DOWN, UP } from './icons.ts';
import { afterPress, hasMoreAbove, hasMoreBelow, type ScrollPlace } from './scroll-place.ts';
import type { KioskWords } from './words.ts';

/**
 * A list that may be longer than its frame. Many people at a kiosk do not expect to drag: when there
 * is more, two large buttons below say so.
 */
export class KioskScroll extends LitElement {
  static override properties = {
    words: { attribute: false },
    label: { type: String },
    place: { state: true },
  };
  declare words: KioskWords;
  declare label: string;
  declare place: ScrollPlace;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      .frame {
        position: relative;
        flex: 1;
        min-height: 0;
        /* The room for the shadows of what is in it lies outside of the column. */
        margin-inline: calc(-1 * var(--ow-space-1));
        overflow-x: hidden;
        overflow-y: auto;
        overscroll-behavior: contain;
        scrollbar-width: none;
      }
      .frame::-webkit-scrollbar {
        display: none;
      }
      .frame:focus-visible {
        outline-offset: -3px;
      }
      .content {
        padding: var(--ow-space-1) var(--ow-space-1) var(--ow-space-2);
      }
      .buttons {
        display: grid;
        flex: none;
        grid-template-columns: 1fr 2fr;
        gap: var(--ow-space-3);
        padding-top: var(--ow-space-3);
        border-top: 2px solid var(--ow-line-colour);
      }
      /* A low screen has more room beside a list than under it. */
      @media (orientation: landscape) {
        :host {
          flex-direction: row;
        }
        .buttons {
          grid-template: 1fr 1fr / 72px;
          padding: 0 0 0 var(--ow-space-3);
          border-top: 0;
        }
        .button {
          padding: 0;
        }
        .word {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  #watcher: ResizeObserver | undefined;

  constructor() {
    super();
    this.label = '';
    this.place = { top: 0, frame: 0, content: 0 };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watcher = new ResizeObserver(() => this.#measure());
    void this.updateComplete.then(() => this.#observe());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
  }

  /** Another list is shown: from its beginning. */
  toTop(): void {
    this.#frame?.scrollTo({ top: 0 });
  }

  override render() {
    const above = hasMoreAbove(this.place);
    const below = hasMoreBelow(this.place);
    return html`<div class="frame" tabindex="0" role="region" aria-label=${this.label} @scroll=${this.#measure}>
        <div class="content"><slot></slot></div>
      </div>
      ${
        above || below
          ? html`<div class="buttons">
              <button class="button" type="button" ?disabled=${!above} @click=${() => this.#press(-1)}>
                ${UP} <span class="word">${this.words.up}</span>
              </button>
              <button class="button" type="button" ?disabled=${!below} @click=${() => this.#press(1)}>
                ${DOWN} <span class="word">${this.words.down}</span>
              </button>
            </div>`
          : nothing
      }`;
  }

  get #frame(): HTMLElement | null {
    return this.renderRoot.querySelector('.frame');
  }

  #observe(): void {
    const content = this.renderRoot.querySelector('.content');
    if (this.#frame !== null) this.#watcher?.observe(this.#frame);
    if (content !== null) this.#watcher?.observe(content);
  }

  #measure(): void {
    const frame = this.#frame;
    if (frame === null) return;
    this.place = { top: frame.scrollTop, frame: frame.clientHeight, content: frame.scrollHeight };
  }

  #press(direction: 1 | -1): void {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#frame?.scrollTo({ top: afterPress(this.place, direction), behavior: isCalm ? 'auto' : 'smooth' });
  }
}

customElements.define('kiosk-scroll', KioskScroll);
