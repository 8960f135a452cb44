import { css } from 'lit';

export const managerPageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  ow-page-state {
    flex: 1;
    min-height: 0;
  }
  main {
    padding: var(--ow-space-3) var(--ow-space-4);
    overflow-y: auto;
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  .said-line:empty {
    position: absolute;
  }
  .said-line:not(:empty) {
    margin-bottom: var(--ow-space-3);
    padding: var(--ow-space-2) var(--ow-space-4);
    border-radius: var(--ow-radius-m);
    font-weight: var(--ow-weight-strong);
  }
  .done {
    background: var(--ow-state-free-wash);
    color: var(--ow-state-free);
  }
  .rejected {
    background: var(--ow-danger-wash);
    color: var(--ow-danger);
  }
`;
