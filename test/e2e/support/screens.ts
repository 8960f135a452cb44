import type { BrowserContextOptions } from 'playwright-core';
import { HALL } from './hall-api.ts';

/** A screen as it hangs or stands in a hall: where it is served, its real size, how it is touched. */
export interface Screen {
  path: string;
  device: BrowserContextOptions;
}

/** The window that the tests' clerk sits at, and the primary queue of it. */
export const WINDOW = {
  id: 'w1',
  number: 1,
  queue: 'shebao',
  zone: 'zone-shebao',
  zoneName: '社保专区',
} as const;

export const SCREENS = {
  kiosk: { path: '/kiosk', device: { viewport: { width: 1080, height: 1920 }, hasTouch: true } },
  lowKiosk: { path: '/kiosk', device: { viewport: { width: 1280, height: 800 }, hasTouch: true } },
  phone: {
    path: '/phone',
    device: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
  smallPhone: {
    path: '/phone',
    device: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  },
  booking: {
    path: '/booking',
    device: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
  wall: { path: '/wall', device: { viewport: { width: 1920, height: 1080 } } },
  zoneWall: { path: `/wall?zone=${WINDOW.zone}`, device: { viewport: { width: 1920, height: 1080 } } },
  uprightWall: { path: '/wall', device: { viewport: { width: 1080, height: 1920 } } },
  window: { path: `/window?window=${WINDOW.id}`, device: { viewport: { width: 1280, height: 400 } } },
  windowMonitor: { path: `/window?window=${WINDOW.id}`, device: { viewport: { width: 1280, height: 720 } } },
  counter: {
    path: `/counter?hall=${HALL}&window=${WINDOW.id}`,
    device: { viewport: { width: 1366, height: 768 } },
  },
  narrowCounter: {
    path: `/counter?hall=${HALL}&window=${WINDOW.id}`,
    device: { viewport: { width: 420, height: 768 } },
  },
  chooser: { path: '/counter', device: { viewport: { width: 1366, height: 768 } } },
  manager: { path: `/manager?hall=${HALL}&desk=w55`, device: { viewport: { width: 1440, height: 900 } } },
  wideManager: {
    path: `/manager?hall=${HALL}&desk=w55`,
    device: { viewport: { width: 1920, height: 1080 } },
  },
  fairness: { path: '/ticket-client/fairness.html', device: { viewport: { width: 390, height: 844 } } },
  tray: { path: '/tray', device: { viewport: { width: 1366, height: 900 } } },
  operations: { path: '/operations', device: { viewport: { width: 1366, height: 768 } } },
  narrowOperations: { path: '/operations', device: { viewport: { width: 390, height: 844 } } },
  home: { path: '/', device: { viewport: { width: 1366, height: 900 } } },
} as const satisfies Record<string, Screen>;

export type ScreenName = keyof typeof SCREENS;
