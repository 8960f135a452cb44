import { css } from 'lit';

/** One column for a hand; from a tablet on it stays that wide, in the middle. */
export const bookingPageStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  ow-page-state {
    --ow-page-state-title-size: 32px;
    height: auto;
    min-height: 100%;
  }
  main {
    display: flex;
    flex-direction: column;
    gap: var(--ow-space-4);
    width: 100%;
    max-width: 640px;
    margin: 0 auto;
    padding: var(--ow-space-3) var(--ow-space-4) var(--ow-space-7);
  }
  h1 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: 1.2;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--ow-space-2);
  }
  .steps li {
    padding-top: var(--ow-space-2);
    border-top: 4px solid var(--ow-line-colour);
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    line-height: 1.3;
  }
  .steps li[aria-current='step'] {
    border-top-color: var(--ow-primary);
    color: var(--ow-primary);
    font-weight: var(--ow-weight-strong);
  }
  .back {
    align-self: flex-start;
  }
`;
