import { css } from 'lit';

export const windowChooserStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  main {
    padding: var(--ow-space-4) var(--ow-space-5) var(--ow-space-6);
    overflow-y: auto;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-2) var(--ow-space-5);
  }
  h1 {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
  }
  .hall {
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-body);
    font-weight: var(--ow-weight);
  }
  h2 {
    margin: var(--ow-space-4) 0 var(--ow-space-2);
    color: var(--ow-ink-soft);
    font-size: var(--ow-text-body);
    font-weight: var(--ow-weight-strong);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-2) var(--ow-space-3);
  }
  input {
    width: 240px;
    min-height: var(--ow-target);
    padding: 0 var(--ow-space-3);
    border: 2px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-s);
    background: var(--ow-surface);
  }
  input::placeholder {
    color: var(--ow-ink-soft);
    opacity: 1;
  }
  .none {
    color: var(--ow-danger);
  }
  nav {
    display: flex;
    gap: var(--ow-space-3);
    margin-inline-start: auto;
  }
  nav a,
  nav button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: var(--ow-target);
    min-height: var(--ow-target);
    border: 0;
    background: none;
    color: var(--ow-primary);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
    gap: var(--ow-space-2);
  }
  .halls {
    grid-template-columns: repeat(auto-fill, minmax(280px, 1fr));
    margin-top: var(--ow-space-4);
  }
  .tile {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-height: 60px;
    padding: var(--ow-space-2) var(--ow-space-3);
    border: 1px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-s);
    background: var(--ow-surface);
    color: var(--ow-ink);
    line-height: 1.3;
    text-decoration: none;
  }
  .tile:hover {
    background: var(--ow-surface-sunk);
  }
  .name,
  .halls .tile {
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  @media (max-width: 760px) {
    main {
      padding: var(--ow-space-3);
    }
    form {
      flex-basis: 100%;
      order: 1;
    }
    input {
      width: 100%;
    }
    label {
      flex: 1 1 200px;
    }
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
    }
    .tile {
      padding: var(--ow-space-2);
    }
  }
`;
