import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../contract/text.ts';
import { clockTime, dayWords } from './format.ts';

const TICK_MS = 1000;

/** The hall's time, and its day unless `day` is false. `now` is the server's clock, not the device's. */
export class HallClock extends LitElement {
  static override properties = {
    now: { attribute: false },
    timeZone: { type: String, attribute: 'time-zone' },
    locale: { type: String },
    day: { attribute: false },
  };
  declare now: () => number;
  declare timeZone: string;
  declare locale: Locale;
  declare day: boolean;

  static override styles = css`
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: 0.6em;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .day {
      font-size: var(--ow-clock-day-size, 0.6em);
      color: var(--ow-ink-soft);
    }
    .time {
      font-weight: var(--ow-weight-strong);
    }
  `;

  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.now = () => Date.now();
    this.timeZone = 'Asia/Shanghai';
    this.locale = 'zh-CN';
    this.day = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.requestUpdate(), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  override render() {
    const at = this.now();
    const day = this.day
      ? html`<span class="day">${dayWords(at, this.timeZone, this.locale)}</span>`
      : nothing;
    return html`${day}<time class="time">${clockTime(at, this.timeZone)}</time>`;
  }
}

customElements.define('ow-clock', HallClock);

declare global {
  interface HTMLElementTagNameMap {
    'ow-clock': HallClock;
  }
}
