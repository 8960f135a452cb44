import { html, LitElement, nothing } from 'lit';
import type { OutOfTurnReason } from '../../common/contract/commands.ts';
import type { FairnessView } from '../../common/contract/fairness.ts';
import type { Locale } from '../../common/contract/text.ts';
import { OUT_OF_TURN_WORDS } from '../../common/phrases-why.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import { clockTime, durationWords } from '../../common/ui/format.ts';
import { reportStyles } from './report-styles.ts';
import { ruleSentences } from './rule-sentences.ts';
import { FAIRNESS_WORDS, type FairnessWords, grouped, percent } from './words.ts';

type ByReason = FairnessView['outOfTurn'];

/** How the hall has called today, by which rule, and the value that proves it. */
export class FairnessReport extends LitElement {
  static override properties = {
    view: { attribute: false },
    locale: { attribute: false },
    timeZone: { attribute: false },
    wall: { type: Boolean, reflect: true },
  };
  declare view: FairnessView;
  declare locale: Locale;
  declare timeZone: string;
  /** Read from across a hall: sizes are parts of the screen's height. */
  declare wall: boolean;

  static override styles = [baseStyles, reportStyles];

  constructor() {
    super();
    this.wall = false;
  }

  override render() {
    const words = FAIRNESS_WORDS[this.locale];
    const { view } = this;
    return html`<div class="head">
        <h1>${words.pageTitle}</h1>
        <p>${words.lead} <span class="soft">${words.asOf(clockTime(view.at, this.timeZone))}</span></p>
      </div>
      <div class="figures">${this.#turns(words)} ${this.#facts(words)}</div>
      <section class="rule">
        <h2>${words.rule}</h2>
        <ol>
          ${ruleSentences(view.rule, this.locale).map((sentence) => html`<li><p>${sentence}</p></li>`)}
        </ol>
      </section>
      <section class="proof">
        <h2>${words.proof}</h2>
        <p>${words.proofMeaning}</p>
        <p><span class="soft">${words.entry(view.seq)}</span> <code>${grouped(view.hash)}</code></p>
      </section>`;
  }

  #turns(words: FairnessWords) {
    const { calls, inTurn, outOfTurn, moved, categoryChanges } = this.view;
    const share = (part: number) => (calls === 0 ? '' : words.share(percent(part, calls)));
    return html`<dl class="turns">
        ${this.#figure(words.calls, String(calls), calls === 0 ? words.noneYet : '')}
        ${this.#figure(words.inTurn, String(inTurn), share(inTurn))}
        ${this.#figure(words.outOfTurn, String(calls - inTurn), share(calls - inTurn))}
      </dl>
      <dl class="exceptions">
        ${this.#exceptions(words.outOfTurn, outOfTurn, words)} ${this.#exceptions(words.moved, moved, words)}
        ${this.#exceptions(words.categoryChanges, categoryChanges, words)}
      </dl>`;
  }

  #facts(words: FairnessWords) {
    const { priorityShare, waits, meanWaitMs, longestWaitMs, waitingNow, longestNowMs } = this.view;
    const duration = (ms: number) => durationWords(ms, this.locale);
    return html`<dl class="facts">
      ${this.#figure(words.mean, waits === 0 ? '—' : duration(meanWaitMs), '')}
      ${this.#figure(words.longest, waits === 0 ? '—' : duration(longestWaitMs), '')}
      ${this.#figure(
        words.waitingNow,
        words.people(waitingNow),
        longestNowMs === null ? '' : words.longestNow(duration(longestNowMs)),
      )}
      ${this.#figure(
        words.priority,
        priorityShare === null ? '—' : percent(priorityShare, 1),
        words.priorityMeaning,
      )}
    </dl>`;
  }

  #figure(name: string, value: string, note: string) {
    return html`<div>
      <dt>${name}</dt>
      <dd>
        <span class="value">${value}</span>
        ${note === '' ? nothing : html`<span class="soft">${note}</span>`}
      </dd>
    </div>`;
  }

  #exceptions(name: string, byReason: ByReason, words: FairnessWords) {
    const reasons = Object.entries(byReason) as [OutOfTurnReason, number][];
    const total = reasons.reduce((sum, [, count]) => sum + count, 0);
    const listed = reasons
      .map(([reason, count]) => `${OUT_OF_TURN_WORDS[reason][this.locale]} ${words.times(count)}`)
      .join(words.listSeparator);
    return html`<div>
      <dt>${name}</dt>
      <dd>${total === 0 ? html`<span class="soft">${words.none}</span>` : html`<strong>${words.times(total)}</strong> <span class="soft">${listed}</span>`}</dd>
    </div>`;
  }
}

customElements.define('fairness-report', FairnessReport);
