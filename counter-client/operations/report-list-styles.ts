import { css } from 'lit';

export const reportListStyles = css`
  :host {
    display: block;
    padding: var(--ow-space-4) var(--ow-space-5);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    box-shadow: var(--ow-elevation-1);
  }
  h2 {
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  p {
    margin-top: var(--ow-space-2);
    color: var(--ow-ink-soft);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(340px, 1fr));
    column-gap: var(--ow-space-6);
    margin-top: var(--ow-space-3);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--ow-space-2);
    padding: var(--ow-space-2) 0;
    border-top: 1px solid var(--ow-line-colour);
  }
  span {
    flex: 1 1 auto;
    color: var(--ow-ink-soft);
  }
  strong {
    margin-inline-end: 0.4em;
    color: var(--ow-ink);
    font-weight: var(--ow-weight-strong);
  }
  li .button {
    flex: none;
    padding: 0 var(--ow-space-3);
    text-decoration: none;
  }
  ul + .button {
    margin-top: var(--ow-space-3);
  }
  @media (max-width: 760px) {
    :host {
      padding: var(--ow-space-3);
    }
    ul {
      grid-template-columns: 1fr;
    }
    strong {
      display: block;
    }
  }
`;
