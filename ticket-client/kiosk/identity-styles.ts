import { css } from 'lit';

/** What differs from the forms that are typed: the card comes first, and there is one field. */
export const identityStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--ow-space-4);
  }
  .form,
  .side {
    display: contents;
  }
  /* On a tall screen the card stands above what is typed; the keys stay under the thumbs. */
  .field,
  .hint,
  .acts,
  kiosk-type {
    order: 1;
  }
  .reader {
    display: flex;
    flex: 1;
    align-items: center;
    gap: var(--ow-space-5);
    min-height: 0;
    padding: var(--ow-space-3) var(--ow-space-5);
    border: 3px dashed var(--ow-line-strong);
    border-radius: var(--ow-radius-l);
    line-height: 1.35;
  }
  .reader svg {
    flex: none;
    width: calc(var(--ow-text-title) * 2);
    height: calc(var(--ow-text-title) * 2);
    color: var(--ow-primary);
    stroke-width: 1.4;
  }
  .reader strong {
    display: block;
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  .reader.unread {
    border-color: var(--ow-danger);
    background: var(--ow-danger-wash);
    color: var(--ow-danger);
  }
  .reader.unread svg {
    color: var(--ow-danger);
  }
  .typed {
    border-color: var(--ow-primary);
  }
  .typed .value::after {
    display: inline-block;
    width: 2px;
    height: 0.9em;
    margin-inline-start: 4px;
    background: var(--ow-primary);
    vertical-align: -0.08em;
    content: '';
  }
  @media (orientation: landscape) {
    :host {
      display: grid;
      gap: var(--ow-space-5);
    }
    .form,
    .side {
      display: flex;
      flex-direction: column;
      gap: var(--ow-space-4);
      min-height: 0;
    }
    .reader {
      justify-content: center;
    }
    kiosk-type {
      align-self: stretch;
    }
  }
  @media (orientation: portrait) {
    .reader {
      flex-direction: column;
      justify-content: center;
      text-align: center;
    }
    .reader svg {
      width: calc(var(--ow-text-title) * 3.4);
      height: calc(var(--ow-text-title) * 3.4);
    }
    .reader strong {
      font-size: var(--ow-text-title);
      line-height: 1.25;
    }
  }
`;
