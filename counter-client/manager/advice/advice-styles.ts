import { css } from 'lit';

export const adviceStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(320px, 27vw, 460px);
    gap: var(--ow-space-3);
    align-items: start;
    max-width: 1680px;
    margin: 0 auto;
  }
  .whole {
    grid-column: 1 / -1;
  }
  .main,
  .side {
    display: grid;
    gap: var(--ow-space-3);
    min-width: 0;
  }
  .top {
    display: flex;
    align-items: baseline;
    gap: var(--ow-space-3);
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-3) var(--ow-space-6);
    margin: var(--ow-space-3) 0 var(--ow-space-4);
  }
  .beside > div {
    display: grid;
    grid-template-columns: auto auto;
    align-items: baseline;
    gap: 0 var(--ow-space-3);
  }
  .beside dt {
    grid-column: 1 / -1;
    color: var(--ow-ink-soft);
  }
  .arrow {
    color: var(--ow-ink-soft);
    font-size: 32px;
  }
  .moves {
    display: grid;
    gap: var(--ow-space-2);
  }
  .moves li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: var(--ow-space-1) var(--ow-space-4);
    padding: var(--ow-space-3) var(--ow-space-4);
    border-radius: var(--ow-radius-s);
    border-inline-start: 4px solid var(--ow-primary);
    background: var(--ow-primary-wash);
  }
  .sentence {
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
    line-height: 1.3;
  }
  .effect {
    display: grid;
    justify-items: end;
    text-align: end;
    white-space: nowrap;
  }
  .effect strong {
    color: var(--ow-state-free);
    font-weight: var(--ow-weight-strong);
  }
  .act {
    display: flex;
    margin-top: var(--ow-space-4);
  }
  .apply {
    min-width: 240px;
    min-height: 52px;
    font-size: var(--ow-text-lead);
  }
  .button.confirm {
    border-color: var(--ow-on-accent);
    background: var(--ow-accent);
    color: var(--ow-on-accent);
  }
  .done {
    margin-top: var(--ow-space-4);
    color: var(--ow-state-free);
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  td.bars {
    width: 42%;
  }
  .bar {
    display: block;
    height: 8px;
    border-radius: 0 4px 4px 0;
  }
  .bar.without {
    background: var(--ow-line-strong);
  }
  .bar.with {
    margin-top: 3px;
    background: var(--ow-state-free);
  }
  .switch {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  [role='switch'] {
    display: inline-flex;
    align-items: center;
    gap: var(--ow-space-2);
    min-width: 84px;
    min-height: var(--ow-target);
    padding: 0 10px;
    border: 2px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-round);
    background: var(--ow-surface);
    cursor: pointer;
  }
  [role='switch'][aria-checked='true'] {
    flex-direction: row-reverse;
    border-color: var(--ow-primary);
    background: var(--ow-primary);
    color: var(--ow-on-primary);
  }
  [role='switch'] .knob {
    width: 24px;
    height: 24px;
    border-radius: 50%;
    background: var(--ow-line-strong);
  }
  [role='switch'][aria-checked='true'] .knob {
    background: var(--ow-on-primary);
  }
  [role='switch'] .word {
    flex: 1;
    text-align: center;
  }
  .reason {
    display: flex;
    align-items: center;
    gap: var(--ow-space-3);
    margin-top: var(--ow-space-3);
  }
  .reason select {
    flex: 1;
    min-height: var(--ow-target);
    padding: 0 var(--ow-space-2);
    border: 1px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-s);
    background: var(--ow-surface);
  }
  .rails {
    display: grid;
    gap: var(--ow-space-1);
    margin-top: var(--ow-space-3);
    padding-inline-start: 1.2em;
    list-style: disc;
    color: var(--ow-ink-soft);
    line-height: 1.4;
  }
  .applied li {
    display: grid;
    justify-items: start;
    gap: var(--ow-space-1);
    padding: var(--ow-space-3) 0;
    border-bottom: 1px solid var(--ow-line-colour);
  }
  .applied li:last-child {
    padding-bottom: 0;
    border-bottom: 0;
  }
  @media (max-width: 1000px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
