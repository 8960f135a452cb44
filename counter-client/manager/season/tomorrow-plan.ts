import { css, html, LitElement, nothing } from 'lit';
import type { AdviceView, TomorrowAnswer } from '../../../common/contract/balance.ts';
import type { Locale } from '../../../common/contract/text.ts';
import type { QueueView } from '../../../common/contract/views.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../../common/ui/base-styles.ts';
import { panelStyles } from '../../panel-styles.ts';
import { expectedAfter, groupsOf } from '../advice/groups.ts';
import { moveSentence } from '../advice/words.ts';
import type { FeedState } from '../feed.ts';
import { feedState } from '../feed-state.ts';
import { asked } from '../manager-events.ts';
import { sectionStyles } from '../section-styles.ts';
import { Twice } from '../twice.ts';
import { minutesWords } from '../words.ts';
import { dayLabel, TOMORROW_WORDS } from './words.ts';

/** What windows should serve on the next open day; planned by a second press, and taken back likewise. */
export class TomorrowPlan extends LitElement {
  static override properties = {
    feed: { attribute: false },
    queues: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    busy: { type: Boolean },
    locale: { type: String },
  };
  declare feed: FeedState<TomorrowAnswer>;
  declare queues: Record<string, QueueView>;
  declare timeZone: string;
  /** Something that was asked is on its way. */
  declare busy: boolean;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    sectionStyles,
    css`
      .moves {
        display: grid;
        gap: var(--ow-space-2);
        margin: var(--ow-space-3) 0;
        line-height: 1.4;
      }
      .moves li {
        padding: var(--ow-space-2) var(--ow-space-3);
        border-inline-start: 4px solid var(--ow-primary);
        border-radius: var(--ow-radius-s);
        background: var(--ow-primary-wash);
      }
      .planned {
        margin-bottom: var(--ow-space-2);
        color: var(--ow-state-free);
        font-weight: var(--ow-weight-strong);
      }
      .button {
        width: 100%;
      }
      .button.confirm {
        border-color: var(--ow-on-accent);
        background: var(--ow-accent);
        color: var(--ow-on-accent);
      }
      .instead {
        min-height: 96px;
      }
    `,
  ];

  readonly #twice = new Twice({
    changed: () => this.requestUpdate(),
    clock: () => performance.now(),
  });

  override render() {
    const { feed, locale } = this;
    const { value } = feed;
    const day = value?.day ?? null;
    const { date, weekday } = day === null ? { date: '', weekday: '' } : dayLabel(day, locale);
    const events = (value?.events ?? []).map((each) => inLocale(each, locale));
    const title = [TOMORROW_WORDS.title[locale], ...(day === null ? [] : [`${date} ${weekday}`]), ...events];
    return html`<section class="panel box" aria-labelledby="tomorrow">
      <h2 class="heading" id="tomorrow">${title.join(' · ')}</h2>
      ${feedState(feed, locale)} ${value === null ? nothing : this.#advice(value)}
    </section>`;
  }

  #advice({ advice }: TomorrowAnswer) {
    const { locale } = this;
    if (advice === null) return html`<p class="note">${TOMORROW_WORDS.nobody[locale]}</p>`;
    const without = minutesWords(advice.nothing.meanWait.mean, locale);
    if (advice.moves.length === 0)
      return html`<p class="note">${TOMORROW_WORDS.none[locale]} ${TOMORROW_WORDS.meanWait[locale]} ${without}</p>`;
    const after = minutesWords(expectedAfter(advice).meanWait.mean, locale);
    return html`<p class="note">${TOMORROW_WORDS.meanWait[locale]} ${without} → <strong class="better">${after}</strong></p>
      <ol class="moves">
        ${groupsOf(advice).map((group) => html`<li>${moveSentence(group, this.#name, this.timeZone, locale)}</li>`)}
      </ol>
      ${this.#act(advice)}`;
  }

  #act({ id, state }: AdviceView) {
    const { locale, busy } = this;
    const isPlanned = state === 'applied';
    const act = `${state} ${id}`;
    const isAsked = this.#twice.asked === act;
    const press = () => {
      if (!this.#twice.press(act)) return;
      this.dispatchEvent(asked(isPlanned ? { ask: 'clear-plan' } : { ask: 'plan', advice: id }));
    };
    const words = isPlanned ? TOMORROW_WORDS.clear : TOMORROW_WORDS.plan;
    return html`${isPlanned ? html`<p class="planned">✓ ${TOMORROW_WORDS.planned[locale]}</p>` : nothing}
      <button
        class="button ${isAsked ? 'confirm' : isPlanned ? '' : 'primary'}"
        type="button"
        ?disabled=${busy}
        @click=${press}
      >
        ${(isAsked ? TOMORROW_WORDS.confirm : words)[locale]}
      </button>`;
  }

  readonly #name = (queue: string): string => {
    const view = this.queues[queue];
    return view === undefined ? queue : inLocale(view.name, this.locale);
  };
}

customElements.define('tomorrow-plan', TomorrowPlan);
