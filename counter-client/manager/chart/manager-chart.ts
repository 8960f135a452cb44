import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { css, html, LitElement } from 'lit';
import { baseStyles } from '../../../common/ui/base-styles.ts';
import { type Palette, paletteOf } from './palette.ts';

export type Draw = (palette: Palette) => EChartsCoreOption;

/** A drawing of figures that are told in words beside it as well; `label` is what it shows, in a sentence. */
export class ManagerChart extends LitElement {
  static override properties = { draw: { attribute: false }, label: { type: String } };
  declare draw: Draw;
  declare label: string;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        width: 100%;
        height: 100%;
      }
    `,
  ];

  #chart: ECharts | null = null;
  readonly #sizes = new ResizeObserver(() => this.#chart?.resize());

  override render() {
    return html`<div role="img" aria-label=${this.label}></div>`;
  }

  override updated(): void {
    if (this.#chart === null) void this.#load();
    else this.#show(this.#chart);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  async #load(): Promise<void> {
    const [{ chartIn }] = await Promise.all([import('./chart-library.ts'), document.fonts.ready]);
    const place = this.renderRoot.querySelector('div');
    if (!this.isConnected || this.#chart !== null || place === null) return;
    this.#chart = chartIn(place);
    this.#show(this.#chart);
  }

  #show(chart: ECharts): void {
    const palette = paletteOf(this);
    const { font, ink } = palette;
    const base = { animation: false, textStyle: { fontFamily: font, fontSize: 14, color: ink } };
    // Whole, not merged: series of another day must not stay.
    chart.setOption({ ...base, ...this.draw(palette) }, true);
  }
}

customElements.define('manager-chart', ManagerChart);
