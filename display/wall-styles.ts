import { css } from 'lit';

/**
 * Walls count in parts of their own size: 1 × --u is one pixel on 1920 × 1080 (1080 × 1920 when hung
 * upright), more on larger walls, so that every wall looks the same from where people sit.
 */
export const wallStyles = css`
  :host {
    --u: min(100vh / 1080, 100vw / 1920);
  }
  @media (orientation: portrait) {
    :host {
      --u: min(100vh / 1920, 100vw / 1080);
    }
  }
  .heading {
    display: flex;
    align-items: baseline;
    gap: calc(12 * var(--u));
    color: var(--ow-ink-soft);
    font-size: calc(30 * var(--u));
    line-height: 1.2;
    white-space: nowrap;
  }
  .second {
    color: var(--ow-ink-soft);
    font-size: 0.76em;
  }
`;
