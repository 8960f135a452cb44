import { css } from 'lit';

/** The window display's face, on strips and on monitors; see WindowBoard. */
export const windowStyles = css`
  /* 1 × --u is a hundredth of the height, less where the width would not hold four figures. */
  :host {
    --u: min(1vh, 0.5625vw);
    display: block;
    height: 100%;
  }
  main {
    display: flex;
    flex-direction: column;
    height: 100%;
    line-height: 1.1;
    white-space: nowrap;
  }
  .window {
    display: flex;
    flex: none;
    align-items: baseline;
    justify-content: center;
    gap: 0.12em;
    padding: calc(3 * var(--u)) calc(4 * var(--u));
    border-bottom: calc(0.5 * var(--u)) solid var(--ow-line-colour);
    background: var(--ow-surface);
    font-size: calc(11 * var(--u));
  }
  .window strong {
    font-size: 1.5em;
    font-weight: var(--ow-weight-strong);
    line-height: 1;
  }
  .window .second {
    margin-inline-start: 0.8em;
    font-size: calc(6 * var(--u));
  }
  .face {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(4 * var(--u));
    min-width: 0;
    text-align: center;
  }
  ow-number {
    font-size: calc(55 * var(--u));
    line-height: 0.78;
  }
  .words {
    font-size: calc(13 * var(--u));
    font-weight: var(--ow-weight-strong);
  }
  .words.alone {
    font-size: calc(19 * var(--u));
  }
  .more {
    font-size: calc(9 * var(--u));
  }
  .second {
    color: var(--ow-ink-soft);
    font-size: calc(6 * var(--u));
    font-weight: var(--ow-weight);
  }
  .call {
    color: var(--ow-accent-text);
  }
  .busy .words {
    color: var(--ow-state-serving);
  }
  .away .words {
    color: var(--ow-state-paused);
  }
  /* Three breaths, one a second: well below what may trouble anybody. */
  :host([flashing]) .call {
    animation: flash var(--ow-breath) steps(1, end) 3;
  }
  :host([flashing]) .call .second {
    color: inherit;
  }
  @keyframes flash {
    0% {
      background: var(--ow-accent);
      color: var(--ow-on-accent);
    }
    55% {
      background: none;
      color: var(--ow-accent-text);
    }
  }
  /* Without motion a fresh call stands in the accent instead. */
  @media (prefers-reduced-motion: reduce) {
    :host([flashing]) .call {
      background: var(--ow-accent);
      color: var(--ow-on-accent);
    }
  }
  @media (min-aspect-ratio: 5 / 2) {
    :host {
      --u: min(1vh, 0.29vw);
    }
    /* The banner of the stale state takes its height from a strip, so all else gives way. */
    :host([stale]) {
      --u: min(0.84vh, 0.29vw);
    }
    main {
      flex-direction: row;
    }
    .window {
      flex-direction: column;
      align-items: center;
      gap: calc(2 * var(--u));
      min-width: calc(72 * var(--u));
      border-right: calc(0.8 * var(--u)) solid var(--ow-line-colour);
      border-bottom: 0;
      font-size: calc(17 * var(--u));
    }
    .window strong {
      font-size: calc(50 * var(--u));
      line-height: 0.8;
    }
    .window .second {
      margin: 0;
      font-size: calc(10 * var(--u));
    }
    .face {
      gap: calc(3.5 * var(--u));
    }
    ow-number {
      font-size: calc(68 * var(--u));
    }
    .words {
      font-size: calc(17 * var(--u));
    }
    .words.alone {
      font-size: calc(33 * var(--u));
    }
    .more {
      font-size: calc(17 * var(--u));
    }
    .second {
      font-size: calc(10 * var(--u));
    }
  }
`;
