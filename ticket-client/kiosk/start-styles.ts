import { css } from 'lit';

/** Cards large enough to be read from a step away, as many in a row as the screen is wide. */
export const startStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--ow-space-4);
    min-height: 0;
  }
  h1 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  .top {
    display: grid;
    grid-template: 'title switch' auto 'find find' auto / 1fr auto;
    align-items: center;
    gap: var(--ow-space-4);
  }
  @media (orientation: landscape) {
    .top {
      grid-template: 'title find switch' auto / auto 1fr auto;
    }
  }
  .find {
    grid-area: find;
  }
  .switch {
    grid-area: switch;
  }
  .switch {
    display: flex;
    padding: 4px;
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface-sunk);
  }
  .switch button {
    min-height: var(--ow-target);
    padding: 0 var(--ow-space-5);
    border: 0;
    border-radius: 9px;
    background: none;
    color: var(--ow-ink-soft);
    font-weight: var(--ow-weight-strong);
  }
  .switch button[aria-pressed='true'] {
    background: var(--ow-surface);
    color: var(--ow-primary);
    box-shadow: var(--ow-elevation-1);
  }
  .find {
    justify-content: flex-start;
    width: 100%;
    min-height: calc(var(--ow-target) + 8px);
    border-color: var(--ow-line-strong);
    border-radius: var(--ow-radius-round);
    font-size: var(--ow-text-lead);
  }
  .find span {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    font-weight: var(--ow-weight);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(var(--kiosk-columns), minmax(0, 1fr));
    gap: var(--ow-space-4);
  }
  .card {
    display: flex;
    align-items: center;
    gap: var(--ow-space-4);
    width: 100%;
    min-height: var(--kiosk-card);
    height: 100%;
    padding: var(--ow-space-3) var(--ow-space-4);
    border: 2px solid transparent;
    border-radius: var(--ow-radius-l);
    background: var(--ow-surface);
    box-shadow: var(--ow-elevation-1);
    text-align: start;
  }
  .card:active {
    border-color: var(--ow-primary);
    background: var(--ow-primary-wash);
  }
  .mark {
    flex: none;
    width: 1.75em;
    border-radius: var(--ow-radius-m);
    background: var(--ow-primary-wash);
    color: var(--ow-primary);
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: 1.75em;
    text-align: center;
  }
  .title {
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
    line-height: 1.25;
  }
  .note {
    margin-top: 4px;
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    line-height: 1.3;
  }
  .scarce {
    color: var(--ow-accent-text);
    font-weight: var(--ow-weight-strong);
  }
  .closed .mark {
    background: var(--ow-state-closed-wash);
    color: var(--ow-state-closed);
  }
  .closed .note {
    color: var(--ow-accent-text);
    font-weight: var(--ow-weight-strong);
  }
`;
