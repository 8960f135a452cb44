import { css } from 'lit';

export const whatIfStyles = css`
  :host {
    display: grid;
    grid-template:
      'whole whole' auto
      'main result' minmax(0, 1fr)
      / minmax(0, 1fr) minmax(480px, 44%);
    gap: 0 var(--ow-space-3);
    align-items: start;
    height: 100%;
  }
  .whole {
    grid-area: whole;
  }
  .main {
    display: grid;
    grid-area: main;
    gap: var(--ow-space-3);
    min-width: 0;
    max-height: 100%;
    overflow-y: auto;
  }
  /* What to press stays in sight, whatever the length of the table below it. */
  .result {
    display: flex;
    flex-direction: column;
    grid-area: result;
    max-height: 100%;
  }
  .result simulated-table {
    min-height: 0;
    overflow-y: auto;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(62px, 1fr));
    gap: 6px;
    margin-top: var(--ow-space-3);
  }
  .tiles button {
    display: grid;
    min-height: 50px;
    padding: 4px 6px;
    border: 1px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-s);
    background: var(--ow-surface);
    line-height: 1.2;
    cursor: pointer;
  }
  .tiles .changed {
    border-color: var(--ow-accent-text);
    background: var(--ow-accent-wash);
  }
  .tiles [aria-pressed='true'] {
    border-color: var(--ow-primary);
    box-shadow: inset 0 0 0 2px var(--ow-primary);
  }
  .tiles .number {
    font-weight: var(--ow-weight-strong);
  }
  .tiles .letters {
    overflow: hidden;
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    text-overflow: ellipsis;
  }
  .short {
    min-height: 120px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-2) var(--ow-space-3);
    margin-bottom: var(--ow-space-2);
  }
  .top .heading {
    flex: 1;
    white-space: nowrap;
  }
  .simulate {
    min-width: 220px;
  }
  .apply {
    display: flex;
    align-items: center;
    gap: var(--ow-space-4);
    margin-bottom: var(--ow-space-3);
  }
  .apply .button {
    flex: none;
  }
  .button.confirm {
    border-color: var(--ow-on-accent);
    background: var(--ow-accent);
    color: var(--ow-on-accent);
  }
  .why {
    margin-bottom: var(--ow-space-3);
  }
  @media (max-width: 1100px) {
    :host {
      grid-template:
        'whole' auto
        'main' auto
        'result' auto
        / minmax(0, 1fr);
      gap: var(--ow-space-3);
      height: auto;
    }
  }
`;
