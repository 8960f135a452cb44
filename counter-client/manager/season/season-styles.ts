import { css } from 'lit';

export const seasonStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(340px, 29vw, 520px);
    gap: var(--ow-space-3);
    align-items: start;
  }
  .whole {
    grid-column: 1 / -1;
    min-width: 0;
  }
  .side {
    display: grid;
    gap: var(--ow-space-3);
  }
  .days {
    display: grid;
    grid-auto-columns: minmax(100px, 1fr);
    grid-auto-flow: column;
    gap: 6px;
    overflow-x: auto;
  }
  .days button {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 6px;
    min-height: 68px;
    padding: 6px 8px;
    border: 1px solid var(--ow-line-colour);
    border-radius: var(--ow-radius-s);
    background: var(--ow-surface);
    line-height: 1.2;
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  .days button:focus-visible {
    outline-offset: -3px;
  }
  .days [aria-pressed='true'] {
    border-color: var(--ow-primary);
    background: var(--ow-primary-wash);
    box-shadow: inset 0 0 0 1px var(--ow-primary);
  }
  .date {
    font-weight: var(--ow-weight-strong);
  }
  .weekday {
    color: var(--ow-ink-soft);
    text-align: end;
  }
  .load,
  .people {
    grid-column: 1 / -1;
  }
  .load {
    height: 6px;
    border-radius: 3px;
    background: var(--ow-surface-sunk);
  }
  .load span {
    display: block;
    height: 100%;
    border-radius: 3px;
    background: var(--ow-primary);
  }
  .people {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
  }
  .map .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--ow-space-2) var(--ow-space-4);
    margin-bottom: var(--ow-space-3);
  }
  .measures {
    display: flex;
  }
  .measures button {
    min-height: var(--ow-target);
    margin-inline-start: -1px;
    padding: 0 var(--ow-space-4);
    border: 1px solid var(--ow-line-strong);
    background: var(--ow-surface);
    cursor: pointer;
  }
  .measures button:first-child {
    border-radius: var(--ow-radius-s) 0 0 var(--ow-radius-s);
  }
  .measures button:last-child {
    border-radius: 0 var(--ow-radius-s) var(--ow-radius-s) 0;
  }
  .measures [aria-pressed='true'] {
    background: var(--ow-primary);
    color: var(--ow-on-primary);
  }
  .measures button:disabled {
    background: var(--ow-surface-sunk);
    color: var(--ow-ink-soft);
    cursor: default;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--ow-space-4);
    margin-top: var(--ow-space-1);
  }
  .key span::before {
    display: inline-block;
    width: 14px;
    margin-inline-end: 6px;
    vertical-align: middle;
    content: '';
  }
  .key .pooled::before {
    height: 12px;
    border-radius: 2px;
    background: var(--ow-primary);
  }
  .key .apart::before {
    border-top: 2px solid var(--ow-line-strong);
  }
  .key .rostered::before {
    border-top: 3px dotted var(--ow-state-free);
  }
  .side .button {
    width: 100%;
    margin-top: var(--ow-space-3);
  }
  .missing {
    display: grid;
    gap: var(--ow-space-3);
    margin-top: var(--ow-space-2);
    line-height: 1.45;
  }
  @media (max-width: 1000px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
