import { css } from 'lit';

/** One column for a hand, two for a wide screen; on a wall all of it stands on one screen. */
export const reportStyles = css`
  :host {
    display: grid;
    gap: var(--ow-space-5);
    line-height: 1.45;
  }
  h1 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: 1.2;
  }
  h2 {
    margin-bottom: var(--ow-space-2);
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  dl {
    margin: 0;
  }
  dt,
  .soft {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-note);
    line-height: 1.3;
  }
  .figures {
    display: grid;
    gap: var(--ow-space-4);
  }
  .turns,
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(4.6em, 1fr));
    gap: var(--ow-space-3);
  }
  .facts {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .turns > div,
  .facts > div,
  .exceptions,
  .proof {
    padding: var(--ow-space-3) var(--ow-space-4);
    border-radius: var(--ow-radius-l);
    background: var(--ow-surface);
    box-shadow: var(--ow-elevation-1);
  }
  .turns > div {
    padding: var(--ow-space-3) var(--ow-space-2) var(--ow-space-3) var(--ow-space-3);
  }
  .value {
    display: block;
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: 1.2;
  }
  .turns .value {
    color: var(--ow-primary);
    font-size: calc(var(--ow-text-title) * 1.5);
    line-height: 1.1;
  }
  .exceptions > div {
    display: grid;
    grid-template-columns: minmax(0, 6.5em) minmax(0, 1fr);
    align-items: baseline;
    gap: var(--ow-space-3);
    padding: var(--ow-space-2) 0;
  }
  .exceptions > div + div {
    border-top: 1px solid var(--ow-line-colour);
  }
  .exceptions dt {
    color: var(--ow-ink);
    font-size: inherit;
  }
  strong {
    font-weight: var(--ow-weight-strong);
  }
  ol {
    display: grid;
    gap: var(--ow-space-3);
    counter-reset: point;
  }
  li {
    display: grid;
    grid-template-columns: 1.7em 1fr;
    gap: var(--ow-space-3);
    counter-increment: point;
  }
  li::before {
    align-self: start;
    border-radius: var(--ow-radius-round);
    background: var(--ow-primary-wash);
    color: var(--ow-primary);
    font-weight: var(--ow-weight-strong);
    line-height: 1.7em;
    text-align: center;
    content: counter(point);
  }
  code {
    display: block;
    margin-top: var(--ow-space-1);
    font-family: inherit;
    font-size: var(--ow-text-note);
    letter-spacing: 0.02em;
    line-height: 1.4;
    overflow-wrap: anywhere;
    user-select: all;
  }
  @media (min-width: 1000px) {
    :host {
      grid-template: auto 1fr auto / minmax(0, 5fr) minmax(0, 6fr);
      column-gap: var(--ow-space-6);
    }
    .head {
      grid-column: 1 / 3;
    }
    .rule {
      grid-area: 2 / 2 / 4 / 3;
    }
  }
  @media (min-width: 1000px) and (orientation: portrait) {
    :host {
      grid-template: none / minmax(0, 1fr);
    }
    .head,
    .rule {
      grid-area: auto;
    }
  }
  /* Parts of the height: the same hall on every wall. */
  :host([wall]) {
    --ow-text-note: 1.95vh;
    --ow-text-body: 2.15vh;
    --ow-text-lead: 2.7vh;
    --ow-text-title: 4vh;
    gap: 2.4vh 3vh;
    height: 100%;
    font-size: var(--ow-text-body);
  }
  :host([wall]) .head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 3vh;
  }
  :host([wall]) .figures {
    grid-area: 2 / 1 / 4 / 2;
    align-content: start;
  }
  :host([wall]) .rule {
    grid-area: 2 / 2 / 3 / 3;
  }
  :host([wall]) .proof {
    grid-area: 3 / 2 / 4 / 3;
    align-self: end;
  }
  :host([wall]) h1 {
    font-size: 5vh;
  }
  :host([wall]) ol {
    gap: 1.1vh;
  }
`;
