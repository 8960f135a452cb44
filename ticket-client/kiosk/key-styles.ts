import { css } from 'lit';

/** The keys of a kiosk's keyboards, large enough for thumbs; `word` are those that say what they do. */
export const keyStyles = css`
  .keys {
    display: grid;
    gap: var(--ow-space-2);
  }
  button {
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: var(--kiosk-key);
    padding: 0;
    border: 2px solid var(--ow-line-colour);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
    line-height: 1;
  }
  button:active {
    border-color: var(--ow-primary);
    background: var(--ow-primary);
    color: var(--ow-on-primary);
  }
  .word {
    border-color: var(--ow-line-strong);
    background: var(--ow-surface-sunk);
    font-size: var(--ow-text-note);
  }
`;
