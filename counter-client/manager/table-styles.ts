import { css } from 'lit';

/** Tables of the manager's page: figures to the right, one line to a row. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    line-height: 1.25;
  }
  caption {
    padding: 0 0 var(--ow-space-2);
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
    text-align: start;
  }
  th,
  td {
    padding: 6px var(--ow-space-2);
    border-bottom: 1px solid var(--ow-line-colour);
    font-weight: inherit;
    text-align: start;
  }
  thead th {
    padding-top: 0;
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    line-height: 1.2;
    vertical-align: bottom;
    word-break: keep-all;
  }
  .figure {
    text-align: end;
  }
  tbody .figure {
    white-space: nowrap;
  }
  .soft {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
  }
`;
