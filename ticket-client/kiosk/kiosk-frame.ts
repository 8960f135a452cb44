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
  kiosk-idle {
    position: absolute;
    right: var(--kiosk-edge);
    bottom: calc(var(--ow-target) + 12px + 2 * var(--ow-space-4));
    left: var(--kiosk-edge);
  }
  @media (orientation: portrait) {
    .frame {
      gap: var(--ow-space-6);
      padding: var(--ow-space-6) var(--kiosk-edge);
    }
    kiosk-idle {
      bottom: calc(var(--ow-target) + 12px + 2 * var(--ow-space-6));
    }
  }
`;
