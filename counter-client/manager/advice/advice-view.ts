import { html, LitElement, nothing } from 'lit';
import type { AdviceAnswer, AdviceView, AutomaticView } from '../../../common/contract/balance.ts';
import type { AutomaticReason } from '../../../common/contract/commands.ts';
import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView } from '../../../common/contract/views.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../../common/ui/base-styles.ts';
import { clockTime } from '../../../common/ui/format.ts';
import { panelStyles } from '../../panel-styles.ts';
import type { FeedState } from '../feed.ts';
import { feedState } from '../feed-state.ts';
import { asked } from '../manager-events.ts';
import { sectionStyles } from '../section-styles.ts';
import { tableStyles } from '../table-styles.ts';
import { Twice } from '../twice.ts';
import { minutesWords, signedMinutes } from '../words.ts';
import { adviceStyles } from './advice-styles.ts';
import { type Compared, comparedQueues, expectedAfter, groupsOf, type MoveGroup } from './groups.ts';
import {
  ADVICE_WORDS,
  applyWords,
  effectWords,
  marginWords,
  moveSentence,
  REASON_WORDS,
  REASONS,
  railSentences,
  reckonedAt,
  switchedWords,
} from './words.ts';

/** What to do now, beside doing nothing; what was applied; what happens by itself. */
export class ManagerAdvice extends LitElement {
  static override properties = {
    feed: { attribute: false },
    queues: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    busy: { type: Boolean },
    locale: { type: String },
  };
  declare feed: FeedState<AdviceAnswer>;
  declare queues: Record<string, QueueView>;
  declare timeZone: string;
  /** Something that was asked is on its way. */
  declare busy: boolean;
  declare locale: Locale;

  static override styles = [baseStyles, buttonStyles, panelStyles, sectionStyles, tableStyles, adviceStyles];

  readonly #twice = new Twice({
    changed: () => this.requestUpdate(),
    clock: () => performance.now(),
  });

  override render() {
    const { feed, locale } = this;
    const { value } = feed;
    if (value === null) return html`<section class="panel whole">${feedState(feed, locale)}</section>`;
    return html`<div class="main">
        ${feedState(feed, locale)} ${this.#advice(value)}
      </div>
      <div class="side">${this.#automatic(value.automatic)} ${this.#applied(value.applied)}</div>`;
  }

  #advice({ advice, reckoning }: AdviceAnswer) {
    const { locale } = this;
    if (advice === null) {
      const title = reckoning ? ADVICE_WORDS.reckoning : ADVICE_WORDS.notYet;
      return html`<section class="panel">${this.#instead(title[locale], ADVICE_WORDS.notYetWhy[locale])}</section>`;
    }
    if (advice.moves.length === 0)
      return html`<section class="panel box">${this.#top(advice, reckoning)}
        ${this.#instead(ADVICE_WORDS.none[locale], ADVICE_WORDS.noneWhy[locale])}
      </section>`;
    return html`<section class="panel box" aria-labelledby="title">
        ${this.#top(advice, reckoning)} ${this.#beside(advice)}
        <ol class="moves">
          ${groupsOf(advice).map((group) => this.#move(group))}
        </ol>
        ${this.#act(advice)}
      </section>
      ${this.#byQueue(comparedQueues(advice))}`;
  }

  #top({ at }: AdviceView, reckoning: boolean) {
    const { locale } = this;
    return html`<div class="top">
      <h2 class="heading" id="title">${ADVICE_WORDS.title[locale]}</h2>
      <span class="note">${reckonedAt(at, this.timeZone, locale)}</span>
      <span class="note" role="status">${reckoning ? ADVICE_WORDS.reckoning[locale] : ''}</span>
    </div>`;
  }

  /** Doing nothing and doing all of it, in one figure each. */
  #beside(advice: AdviceView) {
    const { locale } = this;
    const { nothing: without, together } = advice;
    const after = expectedAfter(advice);
    return html`<dl class="beside">
      <div>
        <dt>${ADVICE_WORDS.nothing[locale]} · ${ADVICE_WORDS.meanWait[locale]}</dt>
        <dd class="big">${minutesWords(without.meanWait.mean, locale)}</dd>
        <dd class="note">${marginWords(without.meanWait)}</dd>
      </div>
      <span class="arrow" aria-hidden="true">→</span>
      <div>
        <dt>${ADVICE_WORDS.advised[locale]} · ${ADVICE_WORDS.meanWait[locale]}</dt>
        <dd class="big better">${minutesWords(after.meanWait.mean, locale)}</dd>
        <dd class="note">${signedMinutes(together.mean, locale)}（${marginWords(together)}）</dd>
      </div>
    </dl>`;
  }

  #move(group: MoveGroup) {
    const { locale } = this;
    const [first, second] = effectWords(group, locale);
    return html`<li>
      <p class="sentence">${moveSentence(group, this.#name, this.timeZone, locale)}</p>
      <p class="effect">
        <strong>${first}</strong>
        ${second === undefined ? nothing : html`<span class="note">${second}</span>`}
      </p>
    </li>`;
  }

  #act({ id, state, moves }: AdviceView) {
    const { locale, busy } = this;
    if (state !== 'open') return html`<p class="done">✓ ${ADVICE_WORDS[state][locale]}</p>`;
    const act = `apply ${id}`;
    const isAsked = this.#twice.asked === act;
    const press = () => {
      if (this.#twice.press(act)) this.dispatchEvent(asked({ ask: 'apply', advice: id }));
    };
    return html`<div class="act">
      <button class="button ${isAsked ? 'confirm' : 'primary'} apply" type="button" ?disabled=${busy} @click=${press}>
        ${isAsked ? ADVICE_WORDS.confirm[locale] : applyWords(moves.length, locale)}
      </button>
    </div>`;
  }

  #byQueue(rows: readonly Compared[]) {
    const { locale } = this;
    if (rows.length === 0) return nothing;
    const longest = Math.max(...rows.flatMap((row) => [row.nothing, row.advised]));
    const bar = (minutes: number, kind: string) =>
      html`<span class="bar ${kind}" style="width:${(minutes / longest) * 100}%"></span>`;
    return html`<section class="panel box">
      <table>
        <caption>${ADVICE_WORDS.byQueue[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">${ADVICE_WORDS.queue[locale]}</th>
            <th scope="col" class="figure">${ADVICE_WORDS.nothing[locale]}</th>
            <th scope="col" class="figure">${ADVICE_WORDS.advised[locale]}</th>
            <td class="bars"></td>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${this.#name(row.queue)}</th>
              <td class="figure">${minutesWords(row.nothing, locale)}</td>
              <td class="figure ${row.advised < row.nothing ? 'better' : 'worse'}">${minutesWords(row.advised, locale)}</td>
              <td class="bars" aria-hidden="true">${bar(row.nothing, 'without')}${bar(row.advised, 'with')}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #automatic(automatic: AutomaticView) {
    const { locale, busy } = this;
    const { on } = automatic;
    const reasons = REASONS[on ? 'off' : 'on'];
    const chosen = (): AutomaticReason => {
      const value = this.renderRoot.querySelector<HTMLSelectElement>('#reason')?.value;
      return reasons.find((each) => each === value) ?? 'other';
    };
    const turn = () => this.dispatchEvent(asked({ ask: 'automatic', on: !on, reason: chosen() }));
    return html`<section class="panel box" aria-labelledby="automatic">
      <div class="switch">
        <h2 class="heading" id="automatic">${ADVICE_WORDS.automatic[locale]}</h2>
        <button
          type="button"
          role="switch"
          aria-checked=${on ? 'true' : 'false'}
          aria-labelledby="automatic"
          ?disabled=${busy}
          @click=${turn}
        >
          <span class="knob" aria-hidden="true"></span>
          <span class="word">${(on ? ADVICE_WORDS.on : ADVICE_WORDS.off)[locale]}</span>
        </button>
      </div>
      <label class="reason">
        ${ADVICE_WORDS.reason[locale]}
        <select id="reason">
          ${reasons.map((each) => html`<option value=${each}>${REASON_WORDS[each][locale]}</option>`)}
        </select>
      </label>
      <p class="note">${switchedWords(automatic, this.timeZone, locale)}</p>
      <ul class="rails" aria-label=${ADVICE_WORDS.rails[locale]}>
        ${railSentences(automatic, locale).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>`;
  }

  #applied(applied: readonly AdviceView[]) {
    const { locale } = this;
    return html`<section class="panel box applied" aria-labelledby="applied">
      <h2 class="heading" id="applied">${ADVICE_WORDS.appliedToday[locale]}</h2>
      ${
        applied.length === 0
          ? html`<p class="note">${ADVICE_WORDS.nothingApplied[locale]}</p>`
          : html`<ul>
              ${applied.map((advice) => this.#appliedOne(advice))}
            </ul>`
      }
    </section>`;
  }

  #appliedOne(advice: AdviceView) {
    const { locale, timeZone, busy } = this;
    const { id, appliedAt, state, automatic } = advice;
    const act = `undo ${id}`;
    const isAsked = this.#twice.asked === act;
    const press = () => {
      if (this.#twice.press(act)) this.dispatchEvent(asked({ ask: 'undo', advice: id }));
    };
    const time = appliedAt === null ? '' : clockTime(appliedAt, timeZone);
    const how = automatic ? ` · ${ADVICE_WORDS.byItself[locale]}` : '';
    return html`<li>
      <p class="note">${time}${how}${state === 'undone' ? ` · ${ADVICE_WORDS.undone[locale]}` : ''}</p>
      ${groupsOf(advice).map((group) => html`<p class="told">${moveSentence(group, this.#name, timeZone, locale)}</p>`)}
      ${
        state === 'undone'
          ? nothing
          : html`<button class="button ${isAsked ? 'confirm' : ''}" type="button" ?disabled=${busy} @click=${press}>
              ${(isAsked ? ADVICE_WORDS.confirmUndo : ADVICE_WORDS.undo)[locale]}
            </button>`
      }
    </li>`;
  }

  #instead(title: string, why: string) {
    return html`<div class="instead"><strong>${title}</strong><p>${why}</p></div>`;
  }

  readonly #name = (queue: string): string => {
    const view = this.queues[queue];
    return view === undefined ? queue : inLocale(view.name, this.locale);
  };
}

customElements.define('manager-advice', ManagerAdvice);
