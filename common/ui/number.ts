import { css, html, LitElement } from 'lit';

/** A ticket's number in tabular figures, at the font size of its place: `<ow-number value="A012">`. */
export class TicketNumber extends LitElement {
  static override properties = { value: { type: String } };
  declare value: string;

  static override styles = css`
    :host {
      display: inline-block;
      font-family: var(--ow-font);
      font-weight: var(--ow-weight-strong);
      font-variant-numeric: tabular-nums lining-nums;
      line-height: 1;
      letter-spacing: 0.01em;
      white-space: nowrap;
    }
    .prefix {
      margin-inline-end: 0.04em;
    }
  `;

  constructor() {
    super();
    this.value = '';
  }

  override render() {
    const prefix = /^[A-Z]*/.exec(this.value)?.[0] ?? '';
    return html`<span class="prefix">${prefix}</span>${this.value.slice(prefix.length)}`;
  }
}

customElements.define('ow-number', TicketNumber);

declare global {
  interface HTMLElementTagNameMap {
    'ow-number': TicketNumber;
  }
}
