import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../../../common/contract/text.ts';
import { baseStyles } from '../../../common/ui/base-styles.ts';
import { durationWords, stopwatch } from '../../../common/ui/format.ts';
import '../../../common/ui/number.ts';
import '../../../common/ui/window-state.ts';
import { countStates, type Tile } from './floor.ts';
import { FLOOR_WORDS, lettersOf, STATE_ORDER, servedWords, tileSentence } from './words.ts';

/** The windows of the hall, one tile each; what takes long has a frame of its own. */
export class FloorMap extends LitElement {
  static override properties = { tiles: { attribute: false }, locale: { type: String } };
  declare tiles: readonly Tile[];
  declare locale: Locale;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .legend {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--ow-space-1) var(--ow-space-4);
        margin-bottom: var(--ow-space-2);
      }
      h2 {
        margin-inline-end: auto;
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      .legend ow-window-state {
        font-size: var(--ow-text-note);
      }
      .tiles {
        display: grid;
        flex: 1;
        grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
        grid-auto-rows: minmax(78px, 1fr);
        gap: 6px;
        min-height: 0;
        overflow-y: auto;
      }
      li {
        display: grid;
        align-content: space-between;
        max-height: 132px;
        padding: 4px 8px 5px;
        border: 1px solid transparent;
        border-radius: var(--ow-radius-s);
        border-inline-start: 4px solid var(--tile);
        background: var(--wash);
        line-height: 1.2;
        white-space: nowrap;
        overflow: hidden;
      }
      .free {
        --tile: var(--ow-state-free);
        --wash: var(--ow-state-free-wash);
      }
      .ready {
        --tile: var(--ow-state-ready);
        --wash: var(--ow-state-ready-wash);
      }
      .calling {
        --tile: var(--ow-state-calling);
        --wash: var(--ow-state-calling-wash);
      }
      .serving {
        --tile: var(--ow-state-serving);
        --wash: var(--ow-state-serving-wash);
      }
      .long {
        --tile: var(--ow-state-long);
        --wash: var(--ow-state-long-wash);
        border-color: var(--ow-state-long);
      }
      .paused {
        --tile: var(--ow-state-paused);
        --wash: var(--ow-state-paused-wash);
      }
      .closed {
        --tile: var(--ow-line-colour);
        --wash: transparent;
        border-color: var(--ow-line-colour);
      }
      .row {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 24px;
      }
      .number {
        font-size: 20px;
        font-weight: var(--ow-weight-strong);
      }
      li ow-window-state {
        font-size: var(--ow-text-note);
      }
      ow-number {
        font-size: var(--ow-text-lead);
      }
      .lasts {
        font-size: var(--ow-text-note);
      }
      .queues {
        display: flex;
        gap: 5px;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        overflow: hidden;
      }
      .primary {
        color: var(--ow-ink);
        font-weight: var(--ow-weight-strong);
      }
      .served,
      .assigned {
        margin-inline-start: auto;
      }
      .assigned {
        color: var(--ow-accent-text);
        font-weight: var(--ow-weight-strong);
      }
    `,
  ];

  override render() {
    const { tiles, locale } = this;
    const counts = countStates(tiles);
    return html`<div class="legend">
        <h2 id="windows">${FLOOR_WORDS.windows[locale]}</h2>
        ${STATE_ORDER.filter((state) => counts.has(state)).map(
          (state) => html`<span>
            <ow-window-state .state=${state} .locale=${locale}></ow-window-state> ${counts.get(state)}
          </span>`,
        )}
      </div>
      <ul class="tiles" aria-labelledby="windows" tabindex="0">
        ${tiles.map((tile) => this.#tile(tile))}
      </ul>`;
  }

  #tile(tile: Tile) {
    const { locale } = this;
    const { number, state, ticket, queues, isAssigned, served } = tile;
    return html`<li class=${state} title=${tileSentence(tile, locale)}>
      <span class="row">
        <span class="number">${number}</span>
        <ow-window-state .state=${state} .locale=${locale}></ow-window-state>
      </span>
      <span class="row">
        ${ticket === '' ? nothing : html`<ow-number .value=${ticket}></ow-number>`}
        <span class="lasts">${state === 'closed' ? '' : this.#lasts(tile)}</span>
      </span>
      <span class="queues">
        ${lettersOf(queues).map((letter, place) => html`<span class=${place === 0 ? 'primary' : ''}>${letter}</span>`)}
        ${
          isAssigned
            ? html`<span class="assigned">${FLOOR_WORDS.assigned[locale]}</span>`
            : html`<span class="served">${served === 0 ? '' : servedWords(served, locale)}</span>`
        }
      </span>
    </li>`;
  }

  /** Seconds where somebody waits for them, minutes where nobody does. */
  #lasts({ ticket, lastsMs }: Tile): string {
    return ticket === '' ? durationWords(lastsMs, this.locale) : stopwatch(lastsMs);
  }
}

customElements.define('floor-map', FloorMap);
