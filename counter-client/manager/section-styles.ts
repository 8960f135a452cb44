import { css } from 'lit';

/** What every section has: panels with room, big figures, and what stands in place of figures. */
export const sectionStyles = css`
  .box {
    padding: var(--ow-space-4);
  }
  .heading {
    font-size: var(--ow-text-lead);
  }
  .note {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    line-height: 1.4;
  }
  .big {
    font-size: 40px;
    font-weight: var(--ow-weight-strong);
    line-height: 1.1;
    white-space: nowrap;
  }
  .better {
    color: var(--ow-state-free);
  }
  .worse {
    color: var(--ow-state-long);
  }
  .instead {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--ow-space-4);
    min-height: 240px;
    padding: var(--ow-space-5);
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-lead);
    text-align: center;
  }
  .instead strong {
    color: var(--ow-ink);
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
  }
  .old {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--ow-space-2) var(--ow-space-4);
    margin-bottom: var(--ow-space-3);
    padding: var(--ow-space-2) var(--ow-space-4);
    border-radius: var(--ow-radius-m);
    background: var(--ow-accent-wash);
    color: var(--ow-accent-text);
  }
`;
