import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../common/ui/base-styles.ts';
import { actionBarStyles } from './action-bar-styles.ts';
import {
  applies,
  type BarButton,
  BUTTONS,
  buttonAction,
  MORE_BUTTONS,
  type MoreButton,
  nextAction,
} from './bar-buttons.ts';
import { pressed, settingsChanged } from './counter-events.ts';
import type { Flow } from './flow.ts';
import type { ActionKey } from './keys.ts';
import { refusalSentence } from './note-words.ts';
import { panelStyles } from './panel-styles.ts';
import { type Known, refusal } from './possible.ts';
import type { Action, Asked } from './situation.ts';
import { ACTION_WORDS, ASKED_WORDS, keyName, missDetail, recallDetail, WORDS } from './words.ts';

/** What the buttons depend on. */
export interface BarState extends Known {
  /** The question that is open. */
  flow: Flow['of'] | null;
  underWay: Action | null;
  asked: Asked | null;
  finishCallsNext: boolean;
  hotkeys: boolean;
}

/**
 * Every action in a place of its own that never moves. A disabled button stays focusable and says why:
 * on focus and hover in the line below, to a screen reader as its description.
 */
export class ActionBar extends LitElement {
  static override properties = {
    bar: { attribute: false },
    guarded: { type: Boolean, reflect: true },
    locale: { type: String },
    hinted: { state: true },
  };
  declare bar: BarState;
  /** Whether a press now may be taken for one meant for what stood there before; said by the looks alone. */
  declare guarded: boolean;
  declare locale: Locale;
  declare hinted: BarButton | null;

  static override styles = [baseStyles, buttonStyles, panelStyles, actionBarStyles];

  constructor() {
    super();
    this.hinted = null;
    this.guarded = false;
  }

  override render() {
    const busy = this.bar.underWay === null ? 'false' : 'true';
    return html`<section aria-label=${WORDS.actions[this.locale]}>
      ${this.#more(busy)}
      <div class="buttons" aria-busy=${busy}>
        ${BUTTONS.map((button) => this.#button(button))}
      </div>
      <div class="foot">
        ${this.#option('finishCallsNext')} ${this.#option('hotkeys')}
        <span class="hint soft" aria-hidden="true">${this.hinted === null ? '' : this.#why(this.hinted)}</span>
      </div>
    </section>`;
  }

  /** Above the first row, which so keeps its place when this one comes and goes. */
  #more(busy: 'true' | 'false') {
    if (!MORE_BUTTONS.some((button) => applies(button, this.bar))) return nothing;
    return html`<div class="more" role="group" aria-label=${WORDS.moreActions[this.locale]} aria-busy=${busy}>
      ${MORE_BUTTONS.map((button) => this.#moreButton(button))}
    </div>`;
  }

  #moreButton(button: MoreButton) {
    const { status, underWay, hotkeys, flow } = this.bar;
    if (!applies(button, this.bar)) return html`<span class="empty"></span>`;
    const { key, action } = buttonAction(button, status, false);
    return html`<button
      class="button ${flow === action ? 'open' : ''} ${underWay === action ? 'under-way' : ''}"
      type="button"
      aria-disabled=${underWay === null ? 'false' : 'true'}
      aria-expanded=${action === 'hold' ? nothing : flow === action ? 'true' : 'false'}
      aria-keyshortcuts=${hotkeys ? shortcut(key) : nothing}
      @click=${() => this.dispatchEvent(pressed(key))}
    >
      <span class="label">${ACTION_WORDS[action][this.locale]}</span>
      ${hotkeys ? html`<kbd aria-hidden="true">${keyName(key, this.locale)}</kbd>` : nothing}
    </button>`;
  }

  #button(button: BarButton) {
    const { status, finishCallsNext, underWay, asked, hotkeys } = this.bar;
    const { key, action } = buttonAction(button, status, finishCallsNext);
    const why = this.#why(button);
    const waits = asked !== null && asked === action;
    const kind = waits ? 'asked' : action === nextAction(status, finishCallsNext) ? 'primary' : '';
    const label = waits ? ASKED_WORDS[asked] : ACTION_WORDS[action];
    return html`<button
      class="button ${kind} ${button} ${underWay === action ? 'under-way' : ''} ${why === '' ? '' : 'off'}"
      type="button"
      aria-disabled=${why === '' && underWay === null ? 'false' : 'true'}
      aria-keyshortcuts=${hotkeys ? key : nothing}
      aria-describedby=${why === '' ? nothing : `why-${button}`}
      @click=${() => this.dispatchEvent(pressed(key))}
      @pointerenter=${() => this.#hint(button)}
      @pointerleave=${() => this.#hint(null)}
      @focus=${() => this.#hint(button)}
      @blur=${() => this.#hint(null)}
    >
      <span class="label">${label[this.locale]}</span>
      ${this.#foot(button, hotkeys ? keyName(key, this.locale) : '')}
      ${why === '' ? nothing : html`<span class="said" id="why-${button}" aria-hidden="true">${why}</span>`}
    </button>`;
  }

  /** Under the word: how it stands with the rule, and the key. */
  #foot(button: BarButton, key: string) {
    const detail = this.#detail(button);
    if (detail === '' && key === '') return nothing;
    return html`<span class="under">
      ${detail === '' ? nothing : html`<span class="detail">${detail}</span>`}
      ${key === '' ? nothing : html`<kbd aria-hidden="true">${key}</kbd>`}
    </span>`;
  }

  #detail(button: BarButton): string {
    const { calls } = this.bar;
    if (calls === null) return '';
    if (button === 'recall') return recallDetail(calls, this.locale);
    return button === 'miss' ? missDetail(calls, this.locale) : '';
  }

  #option(name: 'finishCallsNext' | 'hotkeys') {
    return html`<label>
      <input
        type="checkbox"
        .checked=${this.bar[name]}
        @change=${(event: Event) => this.#choose(name, event.target as HTMLInputElement)}
      />${WORDS[name][this.locale]}
    </label>`;
  }

  #choose(name: 'finishCallsNext' | 'hotkeys', input: HTMLInputElement): void {
    this.dispatchEvent(settingsChanged({ [name]: input.checked }));
    // A label hands the focus on when it is clicked: the next Space must call, not take the choice back.
    if (!input.matches(':focus-visible')) input.blur();
  }

  #hint(button: BarButton | null): void {
    this.hinted = button;
  }

  /** Why the button is disabled; empty when it is not. */
  #why(button: BarButton): string {
    const { status, finishCallsNext, ticket } = this.bar;
    const why = refusal(buttonAction(button, status, finishCallsNext).action, this.bar);
    return why === null ? '' : refusalSentence(why, ticket?.number ?? '', this.locale);
  }
}

function shortcut(key: ActionKey): string {
  return key === 'ShiftF' ? 'Shift+F' : key;
}

customElements.define('action-bar', ActionBar);

declare global {
  interface HTMLElementTagNameMap {
    'action-bar': ActionBar;
  }
}
