import { css, html, LitElement, nothing } from 'lit';
import type { TicketView } from '../../common/contract/views.ts';
import { baseStyles } from '../../common/ui/base-styles.ts';
import '../../common/ui/number.ts';
import type { PhoneWords } from './words.ts';

/** Called: the whole screen is the colour of a call and the number of the window. Every recall flashes anew. */
export class PhoneCalled extends LitElement {
  static override properties = {
    words: { attribute: false },
    ticket: { attribute: false },
    windowNumber: { attribute: false },
  };
  declare words: PhoneWords;
  declare ticket: TicketView;
  declare windowNumber: number | null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        background: var(--ow-accent);
        color: var(--ow-on-accent);
      }
      .call {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--ow-space-2);
        padding: var(--ow-space-5) var(--ow-space-4);
        text-align: center;
        animation: flash var(--ow-breath) var(--ow-ease) 3;
      }
      h1 {
        font-size: var(--ow-text-lead);
        font-weight: var(--ow-weight-strong);
        line-height: 1.3;
      }
      .own {
        font-size: calc(var(--ow-text-title) * 1.5);
      }
      .to {
        margin-top: var(--ow-space-5);
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: 1.2;
      }
      .window {
        font-size: min(52vw, 34vh);
        font-weight: var(--ow-weight-strong);
        line-height: 1;
      }
      .next {
        margin-top: var(--ow-space-4);
        font-size: var(--ow-text-lead);
        line-height: 1.4;
      }
      .times {
        padding: var(--ow-space-1) var(--ow-space-4);
        border-radius: var(--ow-radius-round);
        background: var(--ow-on-accent);
        color: var(--ow-accent);
        font-weight: var(--ow-weight-strong);
      }
      @keyframes flash {
        40% {
          background: var(--ow-surface);
        }
      }
    `,
  ];

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('ticket')) this.#flash(changed.get('ticket'));
  }

  override render() {
    const { words, ticket, windowNumber } = this;
    return html`<section class="call" role="alert">
      <h1>${words.headline.called}</h1>
      <ow-number class="own" .value=${ticket.number}></ow-number>
      ${
        windowNumber === null
          ? nothing
          : html`<p class="to">${words.goToWindow}</p>
              <p class="window">${windowNumber}</p>
              <p class="to" ?hidden=${words.windowUnit === ''}>${words.windowUnit}</p>`
      }
      <p class="next">${words.next.called}</p>
      ${ticket.calls > 1 ? html`<p class="times">${words.timesCalled(ticket.calls)}</p>` : nothing}
    </section>`;
  }

  /** An animation that has ended starts again only after the element has been laid out without it. */
  #flash(before: unknown): void {
    const call = this.renderRoot.querySelector<HTMLElement>('.call');
    const calls = (before as TicketView | undefined)?.calls;
    if (call === null || calls === undefined || calls === this.ticket.calls) return;
    call.style.animation = 'none';
    void call.offsetHeight;
    call.style.animation = '';
  }
}

customElements.define('phone-called', PhoneCalled);
