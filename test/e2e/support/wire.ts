import type { Page } from 'playwright-core';

const CALL_NEXT = '"type":"CallNext"';
const TICKETS = /\/tickets$/;

/** What a page has sent that must not be sent twice, whatever the hall made of it. */
export interface Wire {
  calls: number;
  /** Wishes for a number. */
  numbers: number;
}

/** Counts from before the page is opened: a socket can only be listened to from its beginning. */
export function wireOf(page: Page): Wire {
  const wire = { calls: 0, numbers: 0 };
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes(CALL_NEXT)) wire.calls += 1;
    });
  });
  page.on('request', (request) => {
    if (request.method() === 'POST' && TICKETS.test(new URL(request.url()).pathname)) wire.numbers += 1;
  });
  return wire;
}
