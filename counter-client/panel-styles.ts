import { css } from 'lit';

/** The surface every part of the counter stands on, its heading, and the cap of a hotkey. */
export const panelStyles = css`
  .panel {
    border: 1px solid var(--ow-line-colour);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
  }
  .heading {
    font-size: var(--ow-text-body);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  .soft {
    color: var(--ow-ink-soft);
  }
  kbd {
    display: inline-block;
    min-width: 1.8em;
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: 4px;
    font: inherit;
    font-size: var(--ow-text-note);
    line-height: 1.4;
    text-align: center;
  }
`;
