import { css, html, LitElement } from 'lit';
import type { Locale } from '../contract/text.ts';
import { WINDOW_STATE_WORDS, type WindowState } from './words.ts';

/** A window's state: a mark, its colour and its word together; a slotted word replaces the usual one. */
export class WindowStateLabel extends LitElement {
  static override properties = { state: { type: String, reflect: true }, locale: { type: String } };
  declare state: WindowState;
  declare locale: Locale;

  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      color: var(--ow-state-closed);
      white-space: nowrap;
    }
    .mark {
      flex: none;
      width: 0.6em;
      height: 0.6em;
      border: 0.14em solid currentColor;
      border-radius: 50%;
    }
    /* Filled while someone is at the window or called to it, hollow while not, flat while out of service. */
    :host([state='calling']) .mark,
    :host([state='serving']) .mark,
    :host([state='long']) .mark {
      background: currentColor;
    }
    :host([state='paused']) .mark,
    :host([state='closed']) .mark {
      height: 0;
      border-radius: 0;
      border-width: 0.09em 0;
    }
    :host([state='free']) {
      color: var(--ow-state-free);
    }
    :host([state='ready']) {
      color: var(--ow-state-ready);
    }
    :host([state='calling']) {
      color: var(--ow-state-calling);
    }
    :host([state='serving']) {
      color: var(--ow-state-serving);
    }
    :host([state='long']) {
      color: var(--ow-state-long);
    }
    :host([state='paused']) {
      color: var(--ow-state-paused);
    }
  `;

  constructor() {
    super();
    this.state = 'closed';
    this.locale = 'zh-CN';
  }

  override render() {
    return html`<span class="mark" aria-hidden="true"></span><slot>${WINDOW_STATE_WORDS[this.state][this.locale]}</slot>`;
  }
}

customElements.define('ow-window-state', WindowStateLabel);

declare global {
  interface HTMLElementTagNameMap {
    'ow-window-state': WindowStateLabel;
  }
}
