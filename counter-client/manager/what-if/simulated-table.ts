import { css, html, LitElement, nothing } from 'lit';
import type { BalanceSetup, SimulateAnswer } from '../../../common/contract/balance.ts';
import type { Locale } from '../../../common/contract/text.ts';
import { inLocale } from '../../../common/in-locale.ts';
import { baseStyles } from '../../../common/ui/base-styles.ts';
import { marginWords } from '../advice/words.ts';
import { sectionStyles } from '../section-styles.ts';
import { tableStyles } from '../table-styles.ts';
import { minutesWords, shareWords, signedMinutes } from '../words.ts';
import { WHAT_IF_WORDS } from './words.ts';

/** A change of a mean wait that is worth a colour; minutes. */
const NOTICED_MINUTES = 0.5;

/** Today as it goes and as it would, queue by queue; the targets can be changed; says so by `target-change`. */
export class SimulatedTable extends LitElement {
  static override properties = {
    day: { attribute: false },
    isOld: { type: Boolean, reflect: true, attribute: 'old' },
    targets: { attribute: false },
    setup: { attribute: false },
    locale: { type: String },
  };
  declare day: SimulateAnswer | null;
  declare isOld: boolean;
  /** Changed targets by queue; minutes. */
  declare targets: ReadonlyMap<string, number>;
  declare setup: BalanceSetup;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    sectionStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      dl {
        display: flex;
        gap: var(--ow-space-6);
        margin-bottom: var(--ow-space-2);
      }
      dl div {
        display: grid;
        grid-template-columns: auto auto;
        gap: 0 var(--ow-space-2);
        align-items: baseline;
        justify-content: start;
      }
      dt {
        grid-column: 1 / -1;
      }
      dt {
        color: var(--ow-ink-soft);
      }
      :host([old]) dd {
        color: var(--ow-ink-soft);
      }
      td,
      th {
        padding-block: 0;
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        padding-block: 2px 4px;
        background: var(--ow-surface);
      }
      tbody tr {
        height: 45px;
      }
      input {
        width: 60px;
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-2);
        border: 1px solid var(--ow-line-strong);
        border-radius: var(--ow-radius-s);
        background: var(--ow-surface);
        text-align: end;
      }
      input.changed {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
      }
    `,
  ];

  override render() {
    const { day, setup, locale } = this;
    return html`${day === null ? nothing : this.#hall(day)}
      <table>
        <thead>
          <tr>
            <th scope="col">${WHAT_IF_WORDS.queue[locale]}</th>
            <th scope="col" class="figure">${WHAT_IF_WORDS.target[locale]}</th>
            <th scope="col" class="figure">${WHAT_IF_WORDS.wait[locale]} · ${WHAT_IF_WORDS.today[locale]}</th>
            <th scope="col" class="figure">${WHAT_IF_WORDS.changed[locale]}</th>
            <th scope="col" class="figure">${WHAT_IF_WORDS.within[locale]}</th>
          </tr>
        </thead>
        <tbody>
          ${setup.queues.map((queue) => this.#row(queue))}
        </tbody>
      </table>`;
  }

  #hall({ today, changed, effect }: SimulateAnswer) {
    const { locale } = this;
    const isSure = Math.abs(effect.mean) > 2 * effect.standardError;
    const tone = !isSure ? '' : effect.mean < 0 ? 'better' : 'worse';
    return html`<dl>
      <div>
        <dt>${WHAT_IF_WORDS.today[locale]} · ${WHAT_IF_WORDS.meanWait[locale]}</dt>
        <dd class="big">${minutesWords(today.meanWait.mean, locale)}</dd>
        <dd class="note">${marginWords(today.meanWait)}</dd>
      </div>
      <div>
        <dt>${WHAT_IF_WORDS.changed[locale]}</dt>
        <dd class="big ${tone}">${minutesWords(changed.meanWait.mean, locale)}</dd>
        <dd class="note">${signedMinutes(effect.mean, locale)}（${marginWords(effect)}）</dd>
      </div>
    </dl>`;
  }

  #row({ id, name, targetMinutes }: BalanceSetup['queues'][number]) {
    const { day, locale } = this;
    const today = day?.today.queues[id];
    const changed = day?.changed.queues[id];
    const target = this.targets.get(id) ?? targetMinutes;
    const change = (changed?.meanWait ?? 0) - (today?.meanWait ?? 0);
    const tone = change <= -NOTICED_MINUTES ? 'better' : change >= NOTICED_MINUTES ? 'worse' : '';
    const set = (event: Event) => {
      const minutes = (event.target as HTMLInputElement).valueAsNumber;
      const detail = { queue: id, minutes, present: targetMinutes };
      this.dispatchEvent(new CustomEvent('target-change', { detail }));
    };
    return html`<tr>
      <th scope="row">${inLocale(name, locale)}</th>
      <td class="figure">
        <input
          type="number"
          min="0"
          max="240"
          class=${this.targets.has(id) ? 'changed' : ''}
          aria-label="${inLocale(name, locale)} ${WHAT_IF_WORDS.target[locale]}"
          .value=${String(target)}
          @change=${set}
        />
      </td>
      <td class="figure">${today === undefined ? '–' : minutesWords(today.meanWait, locale)}</td>
      <td class="figure ${tone}">${changed === undefined ? '–' : minutesWords(changed.meanWait, locale)}</td>
      <td class="figure">
        ${today === undefined || changed === undefined ? '–' : `${shareWords(today.withinTarget)} → ${shareWords(changed.withinTarget)}`}
      </td>
    </tr>`;
  }
}

customElements.define('simulated-table', SimulatedTable);
