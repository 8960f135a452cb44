import { css, html, LitElement, nothing } from 'lit';
import type { SeasonAnswer, SeasonDayView, TomorrowAnswer } from '../../../common/contract/balance.ts';
import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView, WindowView } from '../../../common/contract/views.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../../common/ui/base-styles.ts';
import { panelStyles } from '../../panel-styles.ts';
import '../chart/manager-chart.ts';
import type { Palette } from '../chart/palette.ts';
import type { FeedState } from '../feed.ts';
import { feedState } from '../feed-state.ts';
import { sectionStyles } from '../section-styles.ts';
import { heatMapOption, needOption } from './drawings.ts';
import { arrivalsOn, hasLastYear, heatMapOf, type Measure, needOf, peakOf, worthHaving } from './season.ts';
import { seasonStyles } from './season-styles.ts';
import './tomorrow-plan.ts';
import {
  dayLabel,
  lastYearDay,
  learnedWords,
  MEASURE_WORDS,
  missingSentence,
  SEASON_WORDS,
} from './words.ts';

const MEASURES: readonly Measure[] = ['arrivals', 'windows', 'lastYear'];

/** The days to come: who is expected when, how many windows that needs, which qualifications are missing. */
export class SeasonView extends LitElement {
  static override properties = {
    feed: { attribute: false },
    queues: { attribute: false },
    windows: { attribute: false },
    roster: { type: String },
    tomorrow: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    busy: { type: Boolean },
    locale: { type: String },
    day: { state: true },
    measure: { state: true },
  };
  declare feed: FeedState<SeasonAnswer>;
  declare queues: Record<string, QueueView>;
  declare windows: Record<string, WindowView>;
  /** The address of the duty roster's file. */
  declare roster: string;
  declare tomorrow: FeedState<TomorrowAnswer>;
  declare timeZone: string;
  /** Something that was asked is on its way. */
  declare busy: boolean;
  declare locale: Locale;
  /** The day chosen; the first one until another is. */
  declare day: string | null;
  declare measure: Measure;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    sectionStyles,
    seasonStyles,
    css`
      manager-chart.heat {
        height: clamp(380px, 50vh, 620px);
      }
      manager-chart.need {
        height: 210px;
      }
    `,
  ];

  constructor() {
    super();
    this.day = null;
    this.measure = 'arrivals';
  }

  override render() {
    const { feed, locale } = this;
    const { value } = feed;
    if (value === null) return html`<section class="panel whole">${feedState(feed, locale)}</section>`;
    const day = value.days.find((each) => each.day === this.day) ?? value.days[0];
    if (day === undefined)
      return html`<section class="panel whole instead">
        <strong>${SEASON_WORDS.empty[locale]}</strong>
        <p>${SEASON_WORDS.emptyWhy[locale]}</p>
      </section>`;
    return html`<div class="whole">${feedState(feed, locale)} ${this.#days(value, day)}</div>
      ${this.#map(day)}
      <div class="side">${this.#tomorrow()} ${this.#need(day)} ${this.#missing(value)}</div>`;
  }

  #days({ days }: SeasonAnswer, chosen: SeasonDayView) {
    const { locale } = this;
    const most = Math.max(1, ...days.map(arrivalsOn));
    return html`<div class="days" role="group" aria-label=${SEASON_WORDS.days[locale]}>
      ${days.map((each) => {
        const people = arrivalsOn(each);
        const { date, weekday } = dayLabel(each.day, locale);
        const choose = () => {
          this.day = each.day;
        };
        return html`<button type="button" aria-pressed=${each === chosen ? 'true' : 'false'} @click=${choose}>
          <span class="date">${date}</span>
          <span class="weekday">${weekday}</span>
          <span class="load" aria-hidden="true"><span style="width:${(people / most) * 100}%"></span></span>
          <span class="people">${people} ${SEASON_WORDS.people[locale]}</span>
        </button>`;
      })}
    </div>`;
  }

  #map(day: SeasonDayView) {
    const { locale } = this;
    const known = hasLastYear(day);
    const measure = this.measure === 'lastYear' && !known ? 'arrivals' : this.measure;
    const map = heatMapOf(day, measure);
    const names = map.queues.map((id) => this.#name(id));
    const peak = peakOf(map);
    const label =
      peak === null
        ? ''
        : `${MEASURE_WORDS[measure][locale]}: ${this.#name(peak.queue)} ${peak.time} ${peak.value}`;
    return html`<section class="panel box map" aria-labelledby="map">
      <div class="top">
        <h2 class="heading" id="map">${MEASURE_WORDS[measure][locale]} · ${[dayLabel(day.day, locale).date, ...day.events.map((each) => inLocale(each, locale))].join(' · ')}</h2>
        <div class="measures" role="group" aria-label=${SEASON_WORDS.show[locale]}>
          ${MEASURES.map((each) => this.#measure(each, each === measure, each === 'lastYear' && !known))}
        </div>
      </div>
      <manager-chart
        class="heat"
        .draw=${(palette: Palette) => heatMapOption(map, names, palette)}
        .label=${label}
      ></manager-chart>
      <p class="note">${this.#source(day, known)}</p>
    </section>`;
  }

  #measure(measure: Measure, isShown: boolean, isUnknown: boolean) {
    const choose = () => {
      this.measure = measure;
    };
    return html`<button
      type="button"
      aria-pressed=${isShown ? 'true' : 'false'}
      ?disabled=${isUnknown}
      title=${isUnknown ? SEASON_WORDS.noLastYear[this.locale] : nothing}
      @click=${choose}
    >
      ${MEASURE_WORDS[measure][this.locale]}
    </button>`;
  }

  #source(day: SeasonDayView, known: boolean): string {
    const { locale, feed } = this;
    const learned = learnedWords(feed.value?.learnedDays ?? 0, locale);
    const year =
      !known || day.lastYear === null ? SEASON_WORDS.noLastYear[locale] : lastYearDay(day.lastYear, locale);
    return `${learned} ${year}${locale === 'en' ? '.' : '。'}`;
  }

  #tomorrow() {
    return html`<tomorrow-plan
      .feed=${this.tomorrow}
      .queues=${this.queues}
      .timeZone=${this.timeZone}
      .busy=${this.busy}
      .locale=${this.locale}
    ></tomorrow-plan>`;
  }

  #need(day: SeasonDayView) {
    const { locale } = this;
    const need = needOf(day);
    const most = Math.max(0, ...need.pooled);
    return html`<section class="panel box" aria-labelledby="need">
      <h2 class="heading" id="need">${SEASON_WORDS.need[locale]}</h2>
      <p class="key note">
        <span class="pooled">${SEASON_WORDS.pooled[locale]}</span>
        <span class="apart">${SEASON_WORDS.apart[locale]}</span>
        ${need.rostered === null ? nothing : html`<span class="rostered">${SEASON_WORDS.rostered[locale]}</span>`}
      </p>
      <manager-chart
        class="need"
        .draw=${(palette: Palette) => needOption(need, palette)}
        .label=${`${SEASON_WORDS.need[locale]}: ${most}`}
      ></manager-chart>
      <a class="button" href=${this.roster} download>${SEASON_WORDS.roster[locale]}</a>
    </section>`;
  }

  #missing(season: SeasonAnswer) {
    const { locale } = this;
    const missing = worthHaving(season.missing);
    return html`<section class="panel box" aria-labelledby="missing">
      <h2 class="heading" id="missing">${SEASON_WORDS.missing[locale]}</h2>
      ${
        missing.length === 0
          ? html`<p class="note">${SEASON_WORDS.noneMissing[locale]}</p>`
          : html`<ul class="missing">
              ${missing.map((each) => html`<li>${missingSentence(each, this.#name(each.queue), this.#numbers(each.windows), locale)}</li>`)}
            </ul>`
      }
    </section>`;
  }

  #numbers(windows: readonly string[]): number[] {
    return windows.flatMap((id) => this.windows[id]?.number ?? []);
  }

  #name(queue: string): string {
    const view = this.queues[queue];
    return view === undefined ? queue : inLocale(view.name, this.locale);
  }
}

customElements.define('season-view', SeasonView);
