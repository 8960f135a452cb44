import { css } from 'lit';

/** Head, content and bar of every screen of the kiosk; the bar never moves. */
export const kioskFrame = css`
  :host {
    display: block;
    height: 100%;
  }
  .frame {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: var(--ow-space-4);
    height: 100%;
    padding: var(--ow-space-4) var(--kiosk-edge);
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--ow-space-4);
    padding-bottom: var(--ow-space-3);
    border-bottom: 2px solid var(--ow-line-colour);
  }
  .hall {
    font-size: var(--ow-text-lead);
    font-weight: var(--ow-weight-strong);
  }
  ow-clock {
    --ow-clock-day-size: var(--ow-text-note);
    font-size: var(--ow-text-lead);
  }
  main {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .step {
    margin-bottom: var(--ow-space-4);
    font-size: var(--ow-text-title);
    font-weight: var(--ow-weight-strong);
    line-height: var(--ow-line-tight);
  }
  /* Over the head, where it hides nothing that can be pressed. */
  kiosk-idle {
    position: absolute;
    z-index: 1;
    top: var(--ow-space-2);
    right: var(--kiosk-edge);
    left: var(--kiosk-edge);
  }
  @media (orientation: portrait) {
    .frame {
      gap: var(--ow-space-6);
      padding: var(--ow-space-6) var(--kiosk-edge);
    }
  }
`;
