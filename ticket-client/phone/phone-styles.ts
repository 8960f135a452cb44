import { css } from 'lit';

/** One column for a hand; from a tablet on it stays that wide, in the middle. */
export const phoneStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--ow-space-4);
    width: 100%;
    max-width: 560px;
    min-height: 100%;
    margin: 0 auto;
    padding: var(--ow-space-3) var(--ow-space-4) var(--ow-space-6);
  }
  ow-page-state {
    height: auto;
    min-height: 100%;
  }
  .called {
    max-width: none;
    background: var(--ow-accent);
  }
  .called phone-called {
    flex: 1;
    margin: 0 calc(-1 * var(--ow-space-4));
  }
`;
