import { css, html, LitElement } from 'lit';
import type { ManagerView } from '../../../common/contract/socket.ts';
import type { Locale } from '../../../common/contract/text.ts';
import { baseStyles } from '../../../common/ui/base-styles.ts';
import { durationWords } from '../../../common/ui/format.ts';
import type { Words } from '../../../common/ui/words.ts';
import { panelStyles } from '../../panel-styles.ts';
import { type Crossing, crossingsOf, figuresOf, tilesOf } from './floor.ts';
import './floor-map.ts';
import './queue-table.ts';
import { crossingSentence, FLOOR_WORDS, furtherWords } from './words.ts';

/** Crossings told in full beside the figures; the table marks all of them. */
const MOST_TOLD = 3;

/** The hall live: the figures, what has crossed a threshold, the windows, the queues. */
export class FloorView extends LitElement {
  static override properties = {
    view: { attribute: false },
    now: { type: Number },
    locale: { type: String },
  };
  declare view: ManagerView;
  /** The server's time, milliseconds. */
  declare now: number;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    panelStyles,
    css`
      :host {
        display: grid;
        grid-template:
          'top top' auto
          'map queues' minmax(0, 1fr)
          / minmax(0, 1fr) clamp(440px, 33vw, 600px);
        gap: var(--ow-space-3);
        height: 100%;
      }
      .top {
        display: flex;
        grid-area: top;
        align-items: center;
        gap: var(--ow-space-3) var(--ow-space-5);
        min-height: 64px;
        padding: var(--ow-space-2) var(--ow-space-4);
      }
      dl {
        display: flex;
        flex: none;
        gap: var(--ow-space-5);
      }
      dt {
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.2;
      }
      dd {
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.15;
        white-space: nowrap;
      }
      .crossings {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--ow-space-1) var(--ow-space-2);
      }
      .crossings li {
        padding: 3px var(--ow-space-3);
        border: 1px solid var(--ow-state-long);
        border-radius: var(--ow-radius-round);
        background: var(--ow-state-long-wash);
        color: var(--ow-state-long);
        font-weight: var(--ow-weight-strong);
        line-height: 1.35;
      }
      .calm {
        flex: 1;
        color: var(--ow-state-free);
        text-align: end;
      }
      floor-map {
        grid-area: map;
        padding: var(--ow-space-3);
      }
      queue-table {
        grid-area: queues;
        padding: var(--ow-space-3) var(--ow-space-3) 0;
      }
      @media (max-width: 1000px) {
        :host {
          grid-template: 'top' auto 'queues' auto 'map' auto / minmax(0, 1fr);
          height: auto;
        }
        .top {
          flex-wrap: wrap;
        }
      }
    `,
  ];

  override render() {
    const { view, now, locale } = this;
    const queues = Object.values(view.queues);
    const tiles = tilesOf(view.windows, view.queues, now);
    const crossings = crossingsOf(queues, now);
    const figures = figuresOf(tiles, queues, now);
    return html`<section class="panel top">
        <dl>
          ${this.#figure(FLOOR_WORDS.peopleWaiting, String(figures.waiting))}
          ${this.#figure(FLOOR_WORDS.longestWait, figures.waiting === 0 ? '–' : durationWords(figures.longestMs, locale))}
          ${this.#figure(FLOOR_WORDS.windowsOpen, `${figures.openWindows} / ${figures.windows}`)}
          ${this.#figure(FLOOR_WORDS.servedToday, String(figures.served))}
        </dl>
        ${this.#told(crossings)}
      </section>
      <floor-map class="panel" .tiles=${tiles} .locale=${locale}></floor-map>
      <queue-table
        class="panel"
        tabindex="0"
        .queues=${queues}
        .crossings=${crossings}
        .now=${now}
        .locale=${locale}
      ></queue-table>`;
  }

  #figure(name: Words, value: string) {
    return html`<div><dt>${name[this.locale]}</dt><dd>${value}</dd></div>`;
  }

  #told(crossings: readonly Crossing[]) {
    const { locale, view } = this;
    if (view.hall.day === null) return html`<p class="calm">${FLOOR_WORDS.before[locale]}</p>`;
    if (crossings.length === 0) return html`<p class="calm">${FLOOR_WORDS.calm[locale]}</p>`;
    return html`<ul class="crossings">
      ${crossings.slice(0, MOST_TOLD).map((crossing) => html`<li>${crossingSentence(crossing, locale)}</li>`)}
      ${crossings.length > MOST_TOLD ? html`<li>${furtherWords(crossings.length - MOST_TOLD, locale)}</li>` : ''}
    </ul>`;
  }
}

customElements.define('floor-view', FloorView);
