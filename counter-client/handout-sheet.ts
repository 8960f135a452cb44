import { css, html, LitElement } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../common/ui/base-styles.ts';
import '../common/ui/number.ts';
import '../common/ui/qr-code.ts';
import { pressed, printAsked } from './counter-events.ts';
import { FLOW_WORDS, untilWords } from './flow-words.ts';
import { panelStyles } from './panel-styles.ts';
import type { Handout } from './session.ts';
import { sheetStyles } from './sheet-styles.ts';

/** 补正免取号: what the citizen is told to come back with, large enough to be read across the counter. */
export class HandoutSheet extends LitElement {
  static override properties = {
    hall: { type: String },
    handout: { attribute: false },
    locale: { type: String },
  };
  declare hall: string;
  declare handout: Handout;
  declare locale: Locale;

  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    sheetStyles,
    css`
      /* The code is photographed across the counter: as large as the number beside it lets it be. */
      .told {
        display: grid;
        grid-template: 'number qr' minmax(0, 1fr) 'code qr' auto / minmax(0, 1fr) clamp(150px, 14vw + 8vh, 420px);
        align-items: center;
        gap: 0 var(--ow-space-5);
        margin-block: auto;
      }
      .number {
        grid-area: number;
        font-size: clamp(72px, 7vw + 8vh, 260px);
      }
      qr-code {
        grid-area: qr;
      }
      .code {
        display: flex;
        grid-area: code;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 0.5em;
        font-size: clamp(26px, 1.6vw + 1.6vh, 52px);
        font-weight: var(--ow-weight-strong);
        line-height: 1.25;
        /* O and 0, l and I are told apart. */
        font-family: ui-monospace, 'DejaVu Sans Mono', Consolas, monospace;
      }
      .code span {
        font-family: var(--ow-font);
        font-size: var(--ow-text-lead);
      }
      .print {
        margin-inline-start: auto;
      }
      .print ~ .cancel {
        margin-inline-start: var(--ow-space-2);
      }
      .until {
        font-size: clamp(22px, 1.2vw + 1.2vh, 40px);
        font-weight: var(--ow-weight-strong);
      }
      @media (max-width: 760px) {
        .told {
          grid-template: 'number qr' auto 'code code' auto / minmax(0, 1fr) 150px;
        }
        .number {
          font-size: clamp(64px, 20vw, 100px);
        }
        .code {
          font-size: 22px;
        }
        .until {
          font-size: var(--ow-text-lead);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#keydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#keydown);
  }

  /** Held down it is one press. */
  readonly #keydown = ({ code, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
    if (code === 'KeyD' && !repeat && !ctrlKey && !altKey && !metaKey) this.dispatchEvent(printAsked());
  };

  override render() {
    const { hall, handout, locale } = this;
    const groups = handout.secret.match(/.{1,4}/g) ?? [];
    return html`<section class="panel" aria-labelledby="heading">
      <div class="top">
        <h2 id="heading">${FLOW_WORDS.supplement[locale]}</h2>
        <button
          class="button print"
          type="button"
          aria-keyshortcuts="D"
          @click=${() => this.dispatchEvent(printAsked())}
        >
          ${FLOW_WORDS.supplementPrint[locale]}<kbd aria-hidden="true">D</kbd>
        </button>
        <button
          class="button cancel"
          type="button"
          aria-keyshortcuts="Escape"
          @click=${() => this.dispatchEvent(pressed('Escape'))}
        >
          <kbd aria-hidden="true">Esc</kbd>${FLOW_WORDS.close[locale]}
        </button>
      </div>
      <div class="told">
        <ow-number class="number" value=${handout.number}></ow-number>
        <qr-code
          value=${`${hall}.${handout.number}.${handout.secret}`}
          label=${FLOW_WORDS.supplementQr[locale]}
        ></qr-code>
        <p class="code" role="group" aria-label=${FLOW_WORDS.supplementCode[locale]}>
          <span>${FLOW_WORDS.supplementCode[locale]}</span>${groups.map((group) => html`<b>${group}</b>`)}
        </p>
      </div>
      <p class="until">${untilWords(handout.until, locale)}</p>
      <p class="soft">${FLOW_WORDS.supplementHint[locale]}</p>
    </section>`;
  }
}

customElements.define('handout-sheet', HandoutSheet);

declare global {
  interface HTMLElementTagNameMap {
    'handout-sheet': HandoutSheet;
  }
}
