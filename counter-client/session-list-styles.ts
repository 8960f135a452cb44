import { css } from 'lit';

export const sessionListStyles = css`
  :host {
    display: flex;
    min-height: 0;
  }
  .panel {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    padding: var(--ow-space-3) var(--ow-space-4);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    margin-top: var(--ow-space-1);
    overflow-y: auto;
  }
  li {
    display: flex;
    align-items: baseline;
    gap: var(--ow-space-3);
    padding: 3px 0;
    border-top: 1px solid var(--ow-line-colour);
  }
  .number {
    min-width: 3.2em;
    font-weight: var(--ow-weight-strong);
  }
  .undo {
    justify-content: flex-start;
    width: 100%;
    margin-top: var(--ow-space-2);
    padding: 0 var(--ow-space-3);
    border-width: 1px;
    font-weight: var(--ow-weight);
  }
  .undo .left {
    margin-inline-start: auto;
  }
  .handout {
    min-height: var(--ow-target);
    padding: 0 var(--ow-space-2);
    border: 1px solid var(--ow-primary);
    border-radius: var(--ow-radius-s);
    background: none;
    color: var(--ow-primary);
    cursor: pointer;
  }
  .queue {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .missed {
    color: var(--ow-danger);
  }
  @media (max-width: 760px) {
    .panel {
      padding: var(--ow-space-2) var(--ow-space-3);
    }
  }
`;
