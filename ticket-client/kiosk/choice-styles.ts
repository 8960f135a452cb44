import { css } from 'lit';

/** What to bring above the button; on a low screen beside it. */
export const choiceStyles = css`
  :host {
    display: grid;
    flex: 1;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: var(--ow-space-5);
    min-height: 0;
  }
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--ow-space-4);
  }
  .top .button {
    flex: none;
  }
  h1 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  .promise {
    margin-top: var(--ow-space-2);
    color: var(--ow-ink-soft);
  }
  .papers {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .side {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: var(--ow-space-4);
    min-height: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(3, auto);
    justify-content: space-between;
    gap: var(--ow-space-3);
    padding: var(--ow-space-4);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface-sunk);
  }
  dt {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    line-height: 1.3;
  }
  dd {
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
    line-height: 1.3;
  }
  .scarce dd {
    color: var(--ow-accent-text);
  }
  @media (orientation: landscape) {
    :host {
      grid-template: auto minmax(0, 1fr) / minmax(0, 7fr) minmax(0, 5fr);
      gap: var(--ow-space-4) var(--ow-space-6);
    }
    .side {
      grid-area: 1 / 2 / 3 / 3;
      justify-content: flex-start;
    }
    kiosk-take {
      margin-top: auto;
    }
    .facts {
      grid-template-columns: 1fr 1fr;
    }
    .facts .wide {
      grid-column: 1 / 3;
    }
  }
`;
