import { css } from 'lit';

/**
 * What base.css does for a page, for the inside of an element: stylesheets of the page do not
 * reach there. First in the `styles` of every element.
 */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
    font-weight: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--ow-primary);
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 3px solid var(--ow-focus);
    outline-offset: 3px;
  }
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Buttons: `.button`, with `.primary` for the one action of a view, `.danger` for what can not be undone. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--ow-space-2);
    min-width: var(--ow-target);
    min-height: var(--ow-target);
    padding: 0 var(--ow-space-5);
    border: 2px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-m);
    background: var(--ow-surface);
    color: var(--ow-ink);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
    text-decoration: none;
    cursor: pointer;
    transition: background var(--ow-quick) var(--ow-ease);
  }
  .button:active {
    background: var(--ow-surface-sunk);
  }
  .button.primary {
    border-color: var(--ow-primary);
    background: var(--ow-primary);
    color: var(--ow-on-primary);
  }
  .button.primary:active {
    border-color: var(--ow-primary-pressed);
    background: var(--ow-primary-pressed);
  }
  .button.danger {
    border-color: var(--ow-danger);
    color: var(--ow-danger);
  }
  .button:disabled {
    border-color: var(--ow-line-colour);
    background: var(--ow-surface-sunk);
    color: var(--ow-ink-soft);
    cursor: default;
  }
`;
