import { css } from 'lit';

/**
 * Sizes of a kiosk: read standing, touched by thumbs. The tall 1080 × 1920 screen stands further off
 * than the 1280 × 800 one on a desk. Large type is not under 28 px anywhere.
 */
export const kioskSizes = css`
  :host {
    --ow-target: 64px;
    --kiosk-columns: 4;
    --kiosk-list-columns: 2;
    --kiosk-card: 96px;
    --kiosk-key: 68px;
    --kiosk-qr: 188px;
    --kiosk-edge: 24px;
    --ow-text-title: 32px;
    --ow-text-number: 120px;
    font-size: var(--ow-text-body);
  }
  :host([large]) {
    --ow-target: 72px;
    --ow-text-note: 28px;
    --ow-text-body: 30px;
    --ow-text-lead: 32px;
    --ow-text-title: 40px;
    --ow-text-number: 132px;
    --kiosk-columns: 3;
    --kiosk-list-columns: 1;
    --kiosk-card: 128px;
  }
  @media (orientation: portrait) {
    :host {
      --ow-target: 80px;
      --ow-text-note: 26px;
      --ow-text-body: 30px;
      --ow-text-lead: 36px;
      --ow-text-title: 52px;
      --ow-text-number: 220px;
      --kiosk-columns: 2;
      --kiosk-list-columns: 1;
      --kiosk-card: 172px;
      --kiosk-key: 104px;
      --kiosk-qr: 320px;
      --kiosk-edge: 48px;
    }
    :host([large]) {
      --ow-target: 92px;
      --ow-text-note: 34px;
      --ow-text-body: 38px;
      --ow-text-lead: 44px;
      --ow-text-title: 62px;
      --ow-text-number: 250px;
      --kiosk-columns: 2;
      --kiosk-card: 150px;
    }
  }
`;
