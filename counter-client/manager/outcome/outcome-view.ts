import { css, html, LitElement } from 'lit';
import type {
  OutcomesAnswer,
  OutcomeView,
  PredictionFigures,
  PredictionsAnswer,
} from '../../../common/contract/balance.ts';
import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView } from '../../../common/contract/views.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../../common/ui/base-styles.ts';
import { panelStyles } from '../../panel-styles.ts';
import { groupsOf } from '../advice/groups.ts';
import { marginWords, moveSentence } from '../advice/words.ts';
import '../chart/manager-chart.ts';
import type { Palette } from '../chart/palette.ts';
import type { FeedState } from '../feed.ts';
import { feedState } from '../feed-state.ts';
import { sectionStyles } from '../section-styles.ts';
import { tableStyles } from '../table-styles.ts';
import { minutesWords, shareWords, signedMinutes } from '../words.ts';
import { type Bars, barsOption, scoreOption } from './drawings.ts';
import { concernedBy, predictionRows, verdictOf } from './outcome.ts';
import { heldWords, OUTCOME_WORDS, VERDICT_WORDS } from './words.ts';

/** Height of a group of three bars, and of what is around them; pixels. */
const BARS_HEIGHT = 58;
const BARS_FRAME = 34;

/** What applied advice promised, and what came; how even the hall's waits are; how true what it tells. */
export class OutcomeBoard extends LitElement {
  static override properties = {
    outcomes: { attribute: false },
    predictions: { attribute: false },
    queues: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    locale: { type: String },
  };
  declare outcomes: FeedState<OutcomesAnswer>;
  declare predictions: FeedState<PredictionsAnswer>;
  declare queues: Record<string, QueueView>;
  declare timeZone: string;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    sectionStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) clamp(400px, 34vw, 600px);
        gap: var(--ow-space-3);
        align-items: start;
      }
      .main,
      .side {
        display: grid;
        gap: var(--ow-space-3);
        min-width: 0;
      }
      .score {
        display: flex;
        align-items: center;
        gap: var(--ow-space-5);
      }
      .score > div {
        flex: none;
        width: 180px;
      }
      .score manager-chart {
        flex: 1;
        height: 168px;
        min-width: 0;
      }
      .big {
        margin: var(--ow-space-1) 0;
        color: var(--ow-primary);
        font-size: 56px;
      }
      .why {
        margin-bottom: var(--ow-space-3);
      }
      td p + p {
        margin-top: var(--ow-space-1);
      }
      .verdict {
        font-weight: var(--ow-weight-strong);
        white-space: nowrap;
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--ow-space-4);
        margin: var(--ow-space-1) 0 var(--ow-space-2);
      }
      .key span::before {
        display: inline-block;
        width: 14px;
        height: 12px;
        margin-inline-end: 6px;
        border-radius: 2px;
        background: var(--ow-line-strong);
        vertical-align: middle;
        content: '';
      }
      .key .promised::before {
        background: var(--ow-primary);
      }
      .key .came::before {
        background: var(--ow-state-free);
      }
      .hall {
        background: var(--ow-surface-sunk);
        font-weight: var(--ow-weight-strong);
      }
      @media (max-width: 1000px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    const { outcomes, predictions, locale } = this;
    return html`<div class="main">
        ${outcomes.value === null ? html`<section class="panel">${feedState(outcomes, locale)}</section>` : this.#kept(outcomes.value)}
      </div>
      <div class="side">
        <section class="panel box" aria-labelledby="predictions">
          <h2 class="heading" id="predictions">${OUTCOME_WORDS.predictions[locale]}</h2>
          <p class="note why">${OUTCOME_WORDS.predictionsWhy[locale]}</p>
          ${feedState(predictions, locale)} ${predictions.value === null ? '' : this.#predictions(predictions.value)}
        </section>
      </div>`;
  }

  #kept({ outcomes, scores }: OutcomesAnswer) {
    const { locale } = this;
    return html`${feedState(this.outcomes, locale)} ${this.#score(scores)}
    ${
      outcomes.length === 0
        ? html`<section class="panel instead">
            <strong>${OUTCOME_WORDS.empty[locale]}</strong>
            <p>${OUTCOME_WORDS.emptyWhy[locale]}</p>
          </section>`
        : html`${this.#table(outcomes)} ${this.#bars(outcomes)}`
    }`;
  }

  #score(scores: OutcomesAnswer['scores']) {
    const { locale, timeZone } = this;
    const latest = scores[scores.length - 1];
    const figure = latest === undefined ? '–' : String(Math.round(latest.score));
    return html`<section class="panel box score" aria-labelledby="score">
      <div>
        <h2 class="heading" id="score">${OUTCOME_WORDS.score[locale]}</h2>
        <p class="big">${figure}</p>
        <p class="note">${OUTCOME_WORDS.scoreWhy[locale]}</p>
      </div>
      ${
        scores.length === 0
          ? html`<p class="note">${OUTCOME_WORDS.noScore[locale]}</p>`
          : html`<manager-chart
              .draw=${(palette: Palette) => scoreOption(scores, timeZone, palette)}
              .label=${`${OUTCOME_WORDS.score[locale]} ${figure}`}
            ></manager-chart>`
      }
    </section>`;
  }

  #table(outcomes: readonly OutcomeView[]) {
    const { locale } = this;
    return html`<section class="panel box">
      <table>
        <caption>${OUTCOME_WORDS.title[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">${OUTCOME_WORDS.when[locale]}</th>
            <th scope="col">${OUTCOME_WORDS.moves[locale]}</th>
            <th scope="col" class="figure">${OUTCOME_WORDS.nothing[locale]}</th>
            <th scope="col" class="figure">${OUTCOME_WORDS.promised[locale]}</th>
            <th scope="col" class="figure">${OUTCOME_WORDS.came[locale]}</th>
            <th scope="col" class="figure">${OUTCOME_WORDS.tickets[locale]}</th>
            <th scope="col">${OUTCOME_WORDS.verdict[locale]}</th>
          </tr>
        </thead>
        <tbody>
          ${outcomes.map((outcome) => this.#row(outcome))}
        </tbody>
      </table>
    </section>`;
  }

  #row(outcome: OutcomeView) {
    const { locale, timeZone } = this;
    const { appliedAt, endedAt, moves, promisedNothing, promised, came, tickets } = outcome;
    const verdict = verdictOf(outcome);
    const nothing = { meanWait: promisedNothing, queues: {} };
    const tone = { kept: 'better', partly: '', missed: 'worse', early: 'soft' }[verdict];
    return html`<tr>
      <th scope="row" class="figure">${heldWords(appliedAt, endedAt, timeZone, locale)}</th>
      <td>
        ${groupsOf({ nothing, moves }).map((group) => html`<p>${moveSentence(group, this.#name, timeZone, locale)}</p>`)}
      </td>
      <td class="figure">${minutesWords(promisedNothing.mean, locale)}</td>
      <td class="figure">
        ${minutesWords(promised.mean, locale)} <span class="soft">${marginWords(promised)}</span>
      </td>
      <td class="figure">${came === null ? '–' : minutesWords(came, locale)}</td>
      <td class="figure">${tickets}</td>
      <td class="verdict ${tone}">${VERDICT_WORDS[verdict][locale]}</td>
    </tr>`;
  }

  /** The queues that the latest advice concerned. */
  #bars([latest]: readonly OutcomeView[]) {
    const { locale } = this;
    const rows: Bars[] = (latest === undefined ? [] : concernedBy(latest)).map(
      ({ queue, promisedNothing, promised, came }) => ({
        name: this.#name(queue),
        nothing: promisedNothing,
        promised,
        came,
      }),
    );
    if (rows.length === 0) return '';
    const label = rows
      .map(
        ({ name, nothing, promised, came }) =>
          `${name} ${Math.round(nothing)} → ${Math.round(promised)}, ${came === null ? '–' : Math.round(came)}`,
      )
      .join('; ');
    return html`<section class="panel box" aria-labelledby="bars">
      <h2 class="heading" id="bars">${OUTCOME_WORDS.byQueue[locale]}</h2>
      <p class="key note">
        <span>${OUTCOME_WORDS.nothing[locale]}</span>
        <span class="promised">${OUTCOME_WORDS.promised[locale]}</span>
        <span class="came">${OUTCOME_WORDS.came[locale]}</span>
      </p>
      <manager-chart
        style="height:${rows.length * BARS_HEIGHT + BARS_FRAME}px"
        .draw=${(palette: Palette) => barsOption(rows, palette)}
        .label=${label}
      ></manager-chart>
    </section>`;
  }

  #predictions({ hall, queues }: PredictionsAnswer) {
    const { locale } = this;
    if (hall.tickets === 0) return html`<p class="instead">${OUTCOME_WORDS.noPredictions[locale]}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${OUTCOME_WORDS.queue[locale]}</th>
          <th scope="col" class="figure">${OUTCOME_WORDS.tickets[locale]}</th>
          <th scope="col" class="figure">${OUTCOME_WORDS.bias[locale]}</th>
          <th scope="col" class="figure">${OUTCOME_WORDS.error[locale]}</th>
          <th scope="col" class="figure">${OUTCOME_WORDS.within[locale]}</th>
        </tr>
      </thead>
      <tbody>
        ${predictionRows(hall, queues).map(({ queue, figures }) => this.#prediction(queue, figures))}
      </tbody>
    </table>`;
  }

  #prediction(queue: string | null, figures: PredictionFigures) {
    const { locale } = this;
    const { tickets, meanError, meanAbsoluteError, withinBand } = figures;
    return html`<tr class=${queue === null ? 'hall' : ''}>
      <th scope="row">${queue === null ? OUTCOME_WORDS.hall[locale] : this.#name(queue)}</th>
      <td class="figure">${tickets}</td>
      <td class="figure">${meanError === null ? '–' : signedMinutes(meanError, locale)}</td>
      <td class="figure">${meanAbsoluteError === null ? '–' : minutesWords(meanAbsoluteError, locale)}</td>
      <td class="figure">${shareWords(withinBand)}</td>
    </tr>`;
  }

  readonly #name = (queue: string): string => {
    const view = this.queues[queue];
    return view === undefined ? queue : inLocale(view.name, this.locale);
  };
}

customElements.define('outcome-board', OutcomeBoard);
