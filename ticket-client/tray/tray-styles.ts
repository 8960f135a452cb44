import { css } from 'lit';

/** Slips as paper on a calm desk. */
export const trayStyles = css`
  :host {
    display: block;
    min-height: 100%;
    background: var(--ow-surface-sunk);
  }
  ow-page-state {
    height: auto;
    min-height: 100%;
  }
  main {
    max-width: 1440px;
    margin: 0 auto;
    padding: var(--ow-space-6) var(--ow-space-5) var(--ow-space-8);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-3) var(--ow-space-5);
    margin-bottom: var(--ow-space-6);
  }
  h1 {
    flex: 1 1 auto;
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  h1 span {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-lead);
  }
  .note {
    flex-basis: 100%;
    order: 1;
    max-width: 46em;
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
    gap: var(--ow-space-6) var(--ow-space-5);
    align-items: start;
  }
  figure {
    max-width: 400px;
    margin: 0 auto;
  }
  img {
    display: block;
    width: 100%;
    filter: drop-shadow(0 6px 12px rgba(20, 33, 43, 0.18));
  }
  figcaption {
    margin-top: var(--ow-space-2);
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    text-align: center;
  }
  li {
    animation: fall var(--ow-calm) var(--ow-ease);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--ow-space-4);
    padding: 12vh 0;
    text-align: center;
  }
  h2 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
  }
  @keyframes fall {
    from {
      opacity: 0;
      transform: translateY(-16px);
    }
  }
`;
