import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../../common/contract/text.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import { failureSentence } from '../failure-sentence.ts';
import { bindPhone, getPublicKey, unbindPhone } from '../phones-api.ts';
import { boundTo, forgetBound, rememberBound } from './bound.ts';
import type { TicketLink } from './link.ts';
import { pushBrowser } from './push-browser.ts';
import { Reminder, type ReminderParts, type ReminderState } from './reminder.ts';
import { REMINDER_WORDS } from './reminder-words.ts';

const PARTS: ReminderParts = {
  api: { getPublicKey, bindPhone, unbindPhone },
  browser: pushBrowser,
  memory: { boundTo, rememberBound, forgetBound },
};

/** One button that has this phone told of its ticket, and stops it. Where that can not be, what is inside shows. */
export class PhoneReminder extends LitElement {
  static override properties = {
    locale: { attribute: false },
    link: { attribute: false },
  };
  declare locale: Locale;
  declare link: TicketLink;

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .box {
        display: grid;
        gap: var(--ow-space-2);
      }
      .button {
        width: 100%;
        min-height: 72px;
        padding: var(--ow-space-2) var(--ow-space-4);
        font-size: var(--ow-text-lead);
        line-height: 1.25;
      }
      .hint {
        padding: 0 var(--ow-space-2);
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        line-height: 1.4;
        text-align: center;
      }
      .on {
        padding: var(--ow-space-4) var(--ow-space-4) var(--ow-space-2);
        border-radius: var(--ow-radius-l);
        background: var(--ow-state-free-wash);
        text-align: center;
      }
      .on strong {
        color: var(--ow-state-free);
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
      }
      /* Before the button, which stays where it is in the document. */
      .on strong,
      .on .hint {
        order: -1;
      }
      .on .hint {
        color: var(--ow-ink);
      }
      .on .button {
        min-height: 56px;
        border-color: transparent;
        background: none;
        color: var(--ow-ink-soft);
        font-size: var(--ow-text-note);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .failed {
        color: var(--ow-danger);
        font-weight: var(--ow-weight-strong);
      }
    `,
  ];

  #reminder: Reminder | null = null;

  override willUpdate(): void {
    if (this.#reminder?.link === this.link) return;
    this.#reminder = new Reminder(this.link, PARTS, () => this.requestUpdate());
    void this.#reminder.look();
  }

  override render() {
    const state = this.#reminder?.state ?? { phase: 'hidden' };
    const words = REMINDER_WORDS[this.locale];
    if (state.phase === 'hidden') return html`<slot></slot>`;
    const isOn = state.phase === 'on';
    // The same button in every state, so that who reads by touch or key stays on it.
    return html`<section class=${isOn ? 'box on' : 'box'}>
      ${isOn ? html`<strong>${words.on}</strong>` : nothing}
      <button
        class=${isOn ? 'button' : 'button primary'}
        type="button"
        aria-busy=${state.phase === 'busy'}
        @click=${() => void this.#reminder?.press()}
      >
        ${isOn ? words.turnOff : state.phase === 'busy' ? words.busy : words.turnOn}
      </button>
      <p class=${state.phase === 'failed' ? 'hint failed' : 'hint'} role="status">${this.#hint(state)}</p>
    </section>`;
  }

  #hint(state: ReminderState): string {
    const words = REMINDER_WORDS[this.locale];
    switch (state.phase) {
      case 'failed':
        return failureSentence(state.code, this.locale);
      case 'blocked':
      case 'unreachable':
        return words[state.phase];
      case 'on':
        return words.onMeaning;
      default:
        return words.meaning;
    }
  }
}

customElements.define('phone-reminder', PhoneReminder);
