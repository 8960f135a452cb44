import { css } from 'lit';

export const actionBarStyles = css`
  :host {
    display: block;
  }
  .buttons {
    display: grid;
    grid-template-columns: 2.2fr repeat(6, 1fr);
    gap: var(--ow-space-2);
  }
  .more {
    display: grid;
    grid-template-columns: repeat(6, 1fr);
    gap: var(--ow-space-2);
    margin-bottom: var(--ow-space-2);
  }
  .buttons .button {
    flex-direction: column;
    gap: var(--ow-space-1);
    min-height: 76px;
    padding: var(--ow-space-1) var(--ow-space-2);
    font-size: 20px;
  }
  .more .button {
    padding: 0 var(--ow-space-2);
    border-width: 1px;
    font-weight: var(--ow-weight);
  }
  .more .button.open {
    border-color: var(--ow-primary);
    background: var(--ow-primary-wash);
    color: var(--ow-primary);
  }
  .button kbd {
    font-weight: var(--ow-weight);
  }
  .under {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--ow-space-2);
    min-height: 1.5em;
    font-size: var(--ow-text-note);
    font-weight: var(--ow-weight);
    line-height: 1.4;
    white-space: nowrap;
  }
  /* So soon after a change a press is overlooked: the buttons stand back until it would count. */
  .button {
    transition: background var(--ow-quick) var(--ow-ease), border-color var(--ow-quick) var(--ow-ease);
  }
  :host([guarded]) .button:not(.off) {
    border-color: var(--ow-line-colour);
    cursor: progress;
  }
  .button:hover {
    background: var(--ow-surface-sunk);
  }
  .button.primary:hover {
    background: var(--ow-primary-pressed);
  }
  .button.asked,
  .button.asked:hover {
    border-color: var(--ow-danger);
    background: var(--ow-danger);
    color: var(--ow-on-danger);
  }
  .button.off,
  .button.off:hover {
    border-color: var(--ow-line-colour);
    background: var(--ow-surface-sunk);
    color: var(--ow-ink-soft);
    font-weight: var(--ow-weight);
    cursor: default;
  }
  .button.off kbd {
    border-color: var(--ow-line-colour);
  }
  /* Most answers take a few milliseconds: only those that do not are worth a change of looks. */
  [aria-busy='true'] .button {
    cursor: progress;
    animation: wait 1ms linear 200ms forwards;
  }
  [aria-busy='true'] .button.under-way {
    animation: wait 1ms linear 200ms forwards, under-way 600ms ease-in-out 200ms infinite alternate;
  }
  @keyframes wait {
    to {
      border-color: var(--ow-line-colour);
      background: var(--ow-surface-sunk);
      color: var(--ow-ink-soft);
    }
  }
  @keyframes under-way {
    to {
      border-color: var(--ow-primary);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .button.under-way {
      border-style: dashed;
    }
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--ow-space-5);
    min-height: var(--ow-target);
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: var(--ow-space-2);
    min-height: var(--ow-target);
    cursor: pointer;
  }
  input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--ow-primary);
  }
  .hint {
    margin-inline-start: auto;
  }
  @media (max-width: 1100px) {
    .buttons .button {
      font-size: var(--ow-text-lead);
    }
  }
  @media (max-width: 760px) {
    .buttons {
      grid-template-columns: repeat(4, 1fr);
      gap: 6px;
    }
    .more {
      grid-template-columns: repeat(6, 1fr);
      gap: 6px;
      margin-bottom: 6px;
    }
    .buttons .button,
    .more .button {
      flex-direction: column;
      gap: 2px;
      min-height: 54px;
      padding: 2px 0;
      font-size: var(--ow-text-body);
      line-height: 1.2;
      text-align: center;
    }
    .more .button {
      min-height: 50px;
      font-size: var(--ow-text-note);
    }
    .under {
      gap: 4px;
    }
    .buttons .next {
      grid-column: span 2;
      font-size: var(--ow-text-lead);
    }
    /* What a service goes through stands in the first row, what is rarer in the second. */
    .buttons .start,
    .buttons .finish {
      order: -1;
    }
    .buttons .next {
      order: -2;
    }
    .more kbd {
      font-size: var(--ow-text-note);
      line-height: 1.2;
    }
    /* The message line says it at the press; a second line would push the buttons. */
    .hint {
      display: none;
    }
  }
`;
