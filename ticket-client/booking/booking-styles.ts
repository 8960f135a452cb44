import { css } from 'lit';

/** What the steps of a booking have in common. */
export const bookingStyles = css`
  :host {
    display: grid;
    gap: var(--ow-space-4);
  }
  h2 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: 1.2;
  }
  h3 {
    font-size: inherit;
    color: var(--ow-ink-soft);
    line-height: 1.3;
  }
  .soft {
    color: var(--ow-ink-soft);
    line-height: 1.45;
  }
  input {
    width: 100%;
    min-height: 60px;
    padding: 0 var(--ow-space-4);
    border: 2px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    font-size: var(--ow-text-lead);
  }
  input::placeholder {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
  }
  .choice {
    width: 100%;
    min-height: 60px;
    padding: var(--ow-space-2) var(--ow-space-4);
    border: 2px solid transparent;
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    box-shadow: var(--ow-elevation-1);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .choice[aria-pressed='true'] {
    border-color: var(--ow-primary);
    background: var(--ow-primary-wash);
    color: var(--ow-primary);
  }
  .choice:disabled {
    background: var(--ow-surface-sunk);
    box-shadow: none;
    color: var(--ow-ink-soft);
    cursor: default;
  }
  ul {
    display: grid;
    gap: var(--ow-space-2);
  }
  .failed {
    padding: var(--ow-space-4);
    border-radius: var(--ow-radius-l);
    background: var(--ow-danger-wash);
    color: var(--ow-danger);
    line-height: 1.45;
  }
  .failed strong {
    font-weight: var(--ow-weight-strong);
  }
  .wide {
    width: 100%;
    min-height: 64px;
    font-size: var(--ow-text-lead);
  }
`;
