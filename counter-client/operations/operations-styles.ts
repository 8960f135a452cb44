import { css } from 'lit';

/** What runs well is quiet; colour comes with a fault, and always with a word. */
export const operationsStyles = css`
  :host {
    display: block;
    min-height: 100%;
  }
  ow-page-state {
    height: auto;
    min-height: 100vh;
  }
  main {
    width: 100%;
    max-width: 1240px;
    margin: 0 auto;
    padding: var(--ow-space-5) var(--ow-space-5) var(--ow-space-7);
  }
  header,
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-3);
  }
  header {
    margin-bottom: var(--ow-space-5);
  }
  h1 {
    flex: 1 1 auto;
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  h1 span {
    margin-inline-start: 0.4em;
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-body);
    font-weight: var(--ow-weight);
  }
  h2 {
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  h3 {
    font-weight: var(--ow-weight-strong);
  }
  .now {
    display: grid;
    grid-template-columns: minmax(260px, 1fr) 2fr;
    gap: var(--ow-space-4);
    margin-bottom: var(--ow-space-4);
  }
  section {
    padding: var(--ow-space-4) var(--ow-space-5);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    box-shadow: var(--ow-elevation-1);
  }
  report-list {
    margin-top: var(--ow-space-4);
  }
  .state {
    display: flex;
    align-items: center;
    gap: var(--ow-space-3);
    margin-top: var(--ow-space-3);
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
  }
  .state i {
    width: 0.6em;
    height: 0.6em;
    border-radius: var(--ow-radius-round);
    background: var(--ow-line-strong);
  }
  [data-state="ready"] i {
    background: var(--ow-state-free);
  }
  [data-state="warning"] i {
    background: var(--ow-accent);
  }
  [data-state="failing"] {
    background: var(--ow-danger-wash);
  }
  [data-state="failing"] i {
    background: var(--ow-danger);
  }
  [data-state="failing"] .state {
    color: var(--ow-danger);
  }
  .reason {
    margin-top: var(--ow-space-2);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-3) var(--ow-space-5);
    margin-top: var(--ow-space-3);
  }
  .line h3 {
    flex: 1 1 6em;
  }
  dl {
    display: grid;
    flex: 4 1 320px;
    grid-template-columns: repeat(4, 1fr);
    gap: var(--ow-space-2);
  }
  dl div {
    padding: var(--ow-space-2) var(--ow-space-3);
    border-radius: var(--ow-radius-s);
    background: var(--ow-ground);
  }
  dt {
    color: var(--ow-ink-soft);
  }
  dd {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  .retrying[data-some] {
    background: var(--ow-accent-wash);
  }
  .retrying[data-some] dd {
    color: var(--ow-accent-text);
  }
  .dead[data-some] {
    background: var(--ow-danger-wash);
  }
  .dead[data-some] dd {
    color: var(--ow-danger);
  }
  .top [role="status"] {
    flex: 1 1 8em;
    color: var(--ow-primary);
    font-weight: var(--ow-weight-strong);
  }
  .top .refused {
    color: var(--ow-danger);
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--ow-space-2);
    color: var(--ow-ink-soft);
  }
  select {
    min-height: var(--ow-target);
    padding: 0 var(--ow-space-3);
    border: 2px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    color: var(--ow-ink);
  }
  .note,
  .none {
    margin-top: var(--ow-space-2);
    color: var(--ow-ink-soft);
  }
  .none {
    padding: var(--ow-space-6) 0;
    text-align: center;
  }
  .none .title {
    color: var(--ow-ink);
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  table {
    width: 100%;
    margin-top: var(--ow-space-3);
    border-collapse: collapse;
    text-align: start;
  }
  tr {
    border-top: 1px solid var(--ow-line-colour);
  }
  thead tr {
    border: 0;
    color: var(--ow-ink-soft);
  }
  th,
  td {
    padding: var(--ow-space-2) var(--ow-space-3);
    font-weight: var(--ow-weight);
    text-align: start;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  strong {
    margin-inline-start: 0.3em;
    font-weight: var(--ow-weight-strong);
  }
  .at,
  tbody th {
    white-space: nowrap;
  }
  .why {
    width: 100%;
    overflow-wrap: anywhere;
  }
  .act {
    padding-inline-end: 0;
    white-space: nowrap;
  }
  @media (max-width: 760px) {
    main {
      padding: var(--ow-space-3);
    }
    .now {
      grid-template-columns: 1fr;
    }
    dl {
      grid-template-columns: repeat(2, 1fr);
      flex-basis: 100%;
    }
    section {
      padding: var(--ow-space-3);
    }
    tbody tr {
      display: grid;
      grid-template-columns: auto 1fr auto;
      align-items: center;
    }
    thead {
      display: none;
    }
    .why {
      grid-row: 2;
      grid-column: 1 / -1;
      padding-inline-start: 0;
    }
  }
`;
