import { css } from 'lit';

export const currentTicketStyles = css`
  :host {
    --state: var(--ow-state-closed);
    --wash: var(--ow-state-closed-wash);
    display: flex;
    min-height: 0;
  }
  :host([status='free']) {
    --state: var(--ow-state-free);
    --wash: var(--ow-state-free-wash);
  }
  :host([status='ready']) {
    --state: var(--ow-state-ready);
    --wash: var(--ow-state-ready-wash);
  }
  :host([status='calling']) {
    --state: var(--ow-state-calling);
    --wash: var(--ow-state-calling-wash);
  }
  :host([status='serving']) {
    --state: var(--ow-state-serving);
    --wash: var(--ow-state-serving-wash);
  }
  :host([status='paused']) {
    --state: var(--ow-state-paused);
    --wash: var(--ow-state-paused-wash);
  }
  .panel {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    padding: var(--ow-space-4) var(--ow-space-5);
    border: 2px solid var(--state);
    background: var(--wash);
    overflow: hidden;
  }
  /* Dashed: drawn from memory. */
  :host([stale]) .panel {
    border-style: dashed;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--ow-space-1) var(--ow-space-4);
  }
  .state {
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  .old {
    padding: 0 var(--ow-space-2);
    border: 1px dashed currentColor;
    border-radius: var(--ow-radius-s);
    color: var(--ow-ink);
  }
  .served {
    margin-inline-start: auto;
  }
  .number {
    margin-block: auto;
    padding-block: var(--ow-space-2);
    font-size: clamp(80px, 12vw + 8vh, 320px);
  }
  .fresh {
    animation: fresh var(--ow-breath) var(--ow-ease);
    transform-origin: left center;
  }
  @keyframes fresh {
    from {
      transform: scale(0.92);
      opacity: 0.4;
    }
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ow-space-1) var(--ow-space-3);
    font-size: var(--ow-text-lead);
  }
  .queue {
    font-weight: var(--ow-weight-strong);
  }
  .tag {
    padding: 0 var(--ow-space-2);
    border: 1px solid var(--ow-line-strong);
    border-radius: var(--ow-radius-s);
    background: var(--ow-surface);
    font-size: var(--ow-text-body);
  }
  .category {
    border-color: var(--ow-state-long);
    color: var(--ow-state-long);
    font-weight: var(--ow-weight-strong);
  }
  .person {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--ow-space-5);
    margin-top: var(--ow-space-1);
  }
  .note {
    margin-top: var(--ow-space-2);
    padding: var(--ow-space-1) var(--ow-space-3);
    border-inline-start: 4px solid var(--state);
    background: var(--ow-surface);
    overflow-wrap: anywhere;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--ow-space-1) var(--ow-space-6);
    margin-top: var(--ow-space-2);
  }
  dl > div {
    display: flex;
    align-items: baseline;
    gap: var(--ow-space-2);
  }
  dt {
    color: var(--ow-ink-soft);
  }
  dd {
    font-weight: var(--ow-weight-strong);
  }
  .running {
    font-size: var(--ow-text-title);
    line-height: var(--ow-line-tight);
  }
  .idle {
    display: flex;
    flex-direction: column;
    gap: var(--ow-space-2);
    margin-block: auto;
    padding-block: var(--ow-space-2);
  }
  .next,
  .reason {
    font-size: clamp(22px, 1.4vw + 1.4vh, 44px);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  @media (max-width: 760px) {
    .panel {
      padding: var(--ow-space-2) var(--ow-space-3);
    }
    .number {
      font-size: clamp(72px, 25vw, 120px);
    }
  }
`;
