import { css, html, LitElement } from 'lit';
import { drawQr } from './qr.ts';

/** A QR code as a drawing: sharp at every size, dark on light whatever the ground. */
export class QrCode extends LitElement {
  static override properties = { value: { type: String }, label: { type: String } };
  declare value: string;
  declare label: string;

  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 1;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      border-radius: var(--ow-radius-s);
      background: #fff;
    }
  `;

  constructor() {
    super();
    this.value = '';
    this.label = '';
  }

  override render() {
    const { size, path } = drawQr(this.value);
    return html`<svg
      role="img"
      aria-label=${this.label}
      viewBox="0 0 ${size} ${size}"
      shape-rendering="crispEdges"
    >
      <path d=${path} fill="#000" />
    </svg>`;
  }
}

customElements.define('qr-code', QrCode);
