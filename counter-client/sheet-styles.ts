import { css } from 'lit';

/** A question in the ticket's place: its heading, what it is about, and the way out. */
export const sheetStyles = css`
  :host {
    display: flex;
    min-height: 0;
  }
  .panel {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--ow-space-3);
    min-width: 0;
    padding: var(--ow-space-4) var(--ow-space-5);
    border: 2px solid var(--ow-primary);
    overflow-y: auto;
  }
  .panel.pause {
    justify-content: center;
    border-color: var(--ow-state-paused);
    background: var(--ow-state-paused-wash);
  }
  /* What is counted in public looks like nothing else. */
  .panel.exception {
    border-color: var(--ow-state-long);
    background: var(--ow-state-long-wash);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--ow-space-3);
  }
  .top ow-number,
  h2 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  .about {
    display: block;
  }
  .exception .about {
    color: var(--ow-state-long);
    font-weight: var(--ow-weight-strong);
  }
  .cancel {
    margin-inline-start: auto;
  }
  .options {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
    gap: var(--ow-space-2);
  }
  .options .button {
    justify-content: flex-start;
    min-height: 56px;
    padding: var(--ow-space-1) var(--ow-space-3);
    font-size: var(--ow-text-lead);
    text-align: start;
  }
  label {
    display: flex;
    flex-direction: column;
    gap: var(--ow-space-1);
  }
  input {
    width: 100%;
    min-height: 52px;
    padding: 0 var(--ow-space-3);
    border: 2px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    font-size: var(--ow-text-lead);
  }
  @media (max-width: 760px) {
    .panel {
      gap: var(--ow-space-2);
      padding: var(--ow-space-2);
    }
    .top ow-number,
    h2 {
      font-size: 20px;
    }
    .options {
      grid-template-columns: 1fr 1fr;
    }
    .options .button {
      min-height: var(--ow-target);
      padding: 0 var(--ow-space-2);
      font-size: var(--ow-text-body);
    }
    input {
      min-height: var(--ow-target);
    }
  }
`;
