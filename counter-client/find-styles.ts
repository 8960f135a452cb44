import { css } from 'lit';

export const findStyles = css`
  form {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--ow-space-2);
    min-height: 0;
  }
  .list {
    display: grid;
    flex: 1;
    grid-template-columns: repeat(auto-fill, minmax(230px, 1fr));
    align-content: start;
    gap: var(--ow-space-1);
    min-height: 96px;
    overflow-y: auto;
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--ow-space-2);
    min-height: var(--ow-target);
    padding: var(--ow-space-1) var(--ow-space-2);
    border: 2px solid transparent;
    border-radius: var(--ow-radius-s);
    line-height: var(--ow-line-tight);
    cursor: pointer;
  }
  .option:hover {
    background: var(--ow-surface-sunk);
  }
  .option[aria-selected='true'] {
    border-color: var(--ow-primary);
    background: var(--ow-primary-wash);
  }
  .mark {
    flex: none;
    min-width: 2.2em;
    font-weight: var(--ow-weight-strong);
  }
  .note input {
    min-height: var(--ow-target);
    font-size: var(--ow-text-body);
  }
  @media (max-width: 760px) {
    .list {
      grid-template-columns: 1fr;
    }
  }
`;
