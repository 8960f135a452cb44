import { css } from 'lit';

/** The button is the largest thing to touch on its screen. */
export const takeStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--ow-space-3);
  }
  .take {
    width: 100%;
    min-height: calc(var(--ow-target) * 1.5);
    border-radius: var(--ow-radius-l);
    font-size: var(--ow-text-title);
  }
  .take[aria-disabled='true'] {
    border-color: var(--ow-primary-pressed);
    background: var(--ow-primary-pressed);
  }
  .priority,
  .identity {
    justify-content: space-between;
    width: 100%;
    min-height: calc(var(--ow-target) + 8px);
    padding: var(--ow-space-2) var(--ow-space-4);
    text-align: start;
  }
  .priority.chosen {
    border-color: var(--ow-primary);
    background: var(--ow-primary-wash);
    color: var(--ow-primary);
  }
  .hint {
    display: block;
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    font-weight: var(--ow-weight);
  }
  .notice {
    padding: var(--ow-space-3) var(--ow-space-4);
    border-radius: var(--ow-radius-m);
    background: var(--ow-accent-wash);
    color: var(--ow-accent-text);
    line-height: 1.4;
  }
  .notice strong {
    display: block;
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  .notice.failed {
    background: var(--ow-danger-wash);
    color: var(--ow-danger);
  }
  .again {
    display: flex;
    width: 100%;
    margin-top: var(--ow-space-3);
  }
  .card {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--ow-space-3);
  }
  .note {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    text-align: center;
  }
`;
