import { css } from 'lit';

/** The bar at the head of a staff page: what it is, where, whether the line holds, the time, the way on. */
export const headerStyles = css`
  header {
    display: flex;
    padding: 0 var(--ow-space-4);
    border-bottom: 1px solid var(--ow-line-colour);
    background: var(--ow-surface);
    white-space: nowrap;
  }
  h1 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
  }
  .place {
    overflow: hidden;
    color: var(--ow-ink-soft);
    text-overflow: ellipsis;
  }
  ow-clock {
    font-size: var(--ow-text-lead);
  }
  .press {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: var(--ow-target);
    min-height: var(--ow-target);
    padding: 0 var(--ow-space-2);
    border: 0;
    border-radius: var(--ow-radius-s);
    background: none;
    color: var(--ow-primary);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  :focus-visible {
    outline-offset: -3px;
  }
`;
