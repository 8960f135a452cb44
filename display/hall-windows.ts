import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Locale } from '../common/contract/text.ts';
import type { WindowView } from '../common/contract/views.ts';
import { baseStyles } from '../common/ui/base-styles.ts';
import '../common/ui/number.ts';
import '../common/ui/window-state.ts';
import { otherLocale, WINDOW_STATE_WORDS } from '../common/ui/words.ts';
import { Paging } from './paging.ts';
import { wallStyles } from './wall-styles.ts';
import { GAP, type Grid, type GridBounds, gridOf, pageOf } from './window-grid.ts';
import { cellStatus, cellWords, WALL_WORDS } from './words.ts';

/** Every window with the number it has now, or its state in words. */
export class HallWindows extends LitElement {
  static override properties = {
    windows: { attribute: false },
    bounds: { attribute: false },
    locale: { type: String },
  };
  declare windows: readonly WindowView[];
  declare bounds: GridBounds;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    wallStyles,
    css`
      :host {
        display: block;
      }
      .legend {
        display: flex;
        gap: calc(28 * var(--u));
        margin-inline-start: auto;
        font-size: calc(24 * var(--u));
      }
      ul {
        display: grid;
        grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
        gap: calc(${GAP} * var(--u));
        margin-top: calc(10 * var(--u));
      }
      li {
        display: flex;
        align-items: center;
        height: calc(var(--cell) * var(--u));
        border-radius: calc(10 * var(--u));
        background: var(--ow-surface);
        font-size: calc(var(--figure) * var(--u));
        line-height: 1;
        overflow: hidden;
        white-space: nowrap;
      }
      .window {
        flex: none;
        width: calc(52 * var(--u));
        color: var(--ow-ink-soft);
        font-size: calc(30 * var(--u));
        text-align: center;
      }
      .at {
        display: flex;
        flex: 1;
        align-items: center;
        justify-content: center;
        min-width: 0;
        padding-inline-end: calc(10 * var(--u));
      }
      /* A fifth figure, from the thousandth number of a day. */
      .long {
        font-size: 0.8em;
      }
      .calling {
        background: var(--ow-accent);
        color: var(--ow-on-accent);
      }
      .calling .window {
        color: inherit;
      }
      .serving .at {
        color: var(--ow-state-serving);
      }
      .at ow-window-state {
        font-size: calc(24 * var(--u));
      }
      .closed,
      .paused {
        background: none;
        box-shadow: inset 0 0 0 2px var(--ow-line-colour);
      }
    `,
  ];

  #paging = new Paging(this);

  constructor() {
    super();
    this.windows = [];
    this.bounds = { width: 1840, height: 352 };
    this.locale = 'zh-CN';
  }

  override render() {
    const grid = gridOf(this.windows.length, this.bounds);
    const page = this.#paging.page(grid.pages);
    return html`${this.#heading(grid, page)}
      <ul style="--columns: ${grid.columns}; --cell: ${grid.cellHeight}; --figure: ${grid.figure}">
        ${repeat(
          pageOf(this.windows, page, grid.columns * grid.rows),
          ({ id }) => id,
          (window) => this.#cell(window),
        )}
      </ul>`;
  }

  #heading({ pages }: Grid, page: number) {
    const { locale } = this;
    const second = otherLocale(locale);
    return html`<h2 class="heading">
      ${WALL_WORDS.windows[locale]}
      <span class="second" lang=${second}>${WALL_WORDS.windows[second]}</span>
      ${pages > 1 ? html`<span class="second">${page + 1} / ${pages}</span>` : ''}
      <span class="legend">
        <ow-window-state state="calling" .locale=${locale}></ow-window-state>
        <ow-window-state state="serving" .locale=${locale}></ow-window-state>
      </span>
    </h2>`;
  }

  #cell({ number, status: its, ticket }: WindowView) {
    const { locale } = this;
    const status = cellStatus(its);
    const at =
      ticket === null
        ? html`<ow-window-state .state=${status}>${cellWords(status)[locale]}</ow-window-state>`
        : html`<ow-number class=${ticket.number.length > 4 ? 'long' : ''} .value=${ticket.number}></ow-number>
            <span class="said">${WINDOW_STATE_WORDS[status][locale]}</span>`;
    return html`<li class=${status}><span class="window">${number}</span><span class="at">${at}</span></li>`;
  }
}

customElements.define('ow-hall-windows', HallWindows);

declare global {
  interface HTMLElementTagNameMap {
    'ow-hall-windows': HallWindows;
  }
}
