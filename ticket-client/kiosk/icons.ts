import { type SVGTemplateResult, svg } from 'lit';

/** The few drawings of the kiosk, 24 units square, in the colour of the text. Words always stand beside them. */

export const BACK = drawing(svg`<path d="M14.5 5 7.5 12l7 7" />`);
export const HOME = drawing(svg`<path d="M4 11.5 12 5l8 6.5M6.5 10v9h11v-9" />`);
export const SEARCH = drawing(svg`<circle cx="10.5" cy="10.5" r="6" /><path d="m15 15 5 5" />`);
export const UP = drawing(svg`<path d="m5 15 7-7 7 7" />`);
export const DOWN = drawing(svg`<path d="m5 9 7 7 7-7" />`);
export const FORWARD = drawing(svg`<path d="m9.5 5 7 7-7 7" />`);
export const LETTER = drawing(svg`<path d="M4 19 10 5l6 14M6.2 14h7.6" /><path d="M18 8v6M15 11h6" />`);
export const ERASE = drawing(svg`<path d="M9 6h11v12H9l-5.5-6zM12 10l4 4m0-4-4 4" />`);
export const CHECK = drawing(svg`<path d="m5 12.5 4.5 4.5L19 7" />`);
export const SCAN = drawing(
  svg`<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M3 12h18" /><path d="M8 8h2v2H8zM14 8h2v2h-2zM8 14.5h2v1.5H8zM14 14.5h2v1.5h-2z" />`,
);
export const CARD = drawing(
  svg`<path d="M3 6h18v12H3z" /><path d="M14 10h4M14 13.5h4" /><circle cx="8.5" cy="10.5" r="1.8" /><path d="M5.7 15.6a2.9 2.9 0 0 1 5.6 0" />`,
);
export const ADD = drawing(svg`<path d="M12 5v14M5 12h14" />`);
export const CROSS = drawing(svg`<path d="m6.5 6.5 11 11m0-11-11 11" />`);
export const STUB = drawing(svg`<path d="M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4z" />`);

function drawing(shapes: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" width="1.2em" height="1.2em" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes}</svg>`;
}
