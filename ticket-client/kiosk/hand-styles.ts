import { css } from 'lit';

/** The form above its keys; on a low screen beside them. */
export const handStyles = css`
  :host {
    display: grid;
    flex: 1;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: var(--ow-space-5);
    min-height: 0;
  }
  .form {
    display: flex;
    flex-direction: column;
    gap: var(--ow-space-4);
    min-height: 0;
  }
  h1 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  .fields {
    display: grid;
    gap: var(--ow-space-3);
  }
  .field {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 var(--ow-space-4);
    min-height: calc(var(--ow-target) * 1.35);
    padding: var(--ow-space-2) var(--ow-space-5);
    border: 3px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    line-height: 1.2;
    text-align: start;
  }
  .field[aria-pressed='true'] {
    border-color: var(--ow-primary);
    background: var(--ow-primary-wash);
  }
  .label,
  .remark {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
  }
  .remark {
    text-align: end;
  }
  .value {
    grid-column: 1 / 3;
    min-height: 1.2em;
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    letter-spacing: 0.04em;
    overflow-wrap: anywhere;
  }
  .field[aria-pressed='true'] .value::after {
    display: inline-block;
    width: 2px;
    height: 0.9em;
    margin-inline-start: 4px;
    background: var(--ow-primary);
    vertical-align: -0.08em;
    content: '';
  }
  .field.wrong {
    border-color: var(--ow-danger);
  }
  .wrong .remark {
    color: var(--ow-danger);
    font-weight: var(--ow-weight-strong);
  }
  .right .remark {
    color: var(--ow-state-free);
  }
  .label,
  .remark {
    grid-row: 1;
  }
  .hint {
    color: var(--ow-ink-soft);
    line-height: 1.4;
  }
  .failed {
    padding: var(--ow-space-3) var(--ow-space-4);
    border-radius: var(--ow-radius-m);
    background: var(--ow-danger-wash);
    color: var(--ow-danger);
    font-weight: var(--ow-weight-strong);
    line-height: 1.4;
  }
  .acts {
    display: flex;
    gap: var(--ow-space-4);
    margin-top: auto;
  }
  .acts .button {
    flex: 1;
    min-height: calc(var(--ow-target) * 1.2);
    font-size: var(--ow-text-lead);
  }
  @media (orientation: landscape) {
    :host {
      grid-template: minmax(0, 1fr) / minmax(0, 4fr) minmax(0, 7fr);
    }
    kiosk-type {
      align-self: end;
    }
  }
`;
