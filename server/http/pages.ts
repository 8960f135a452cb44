import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';

/** Short addresses of the pages, as printed on slips and typed into kiosks. */
const PAGES: Record<string, string> = {
  '/': 'ticket-client/home.html',
  '/kiosk': 'ticket-client/kiosk.html',
  '/phone': 'ticket-client/phone.html',
  '/booking': 'ticket-client/booking.html',
  '/fairness': 'ticket-client/fairness.html',
  '/tray': 'ticket-client/tray.html',
  '/wall': 'display/hall.html',
  '/window': 'display/window.html',
  '/counter': 'counter-client/index.html',
  '/manager': 'counter-client/manager.html',
  '/operations': 'counter-client/operations.html',
};

export function pageRoutes(app: Express, webRoot: string): void {
  for (const [path, file] of Object.entries(PAGES)) {
    app.get(path, (_request, response, next) => {
      const page = join(webRoot, file);
      if (!existsSync(page)) return next();
      response.sendFile(page, { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
    });
  }
  // Their names carry a hash of what is in them.
  app.use(
    '/assets',
    express.static(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(
    express.static(webRoot, {
      index: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
}
