/** Figures that screens need without the schemas, whose library walls and phones do not load. */

/** Matters one ticket may take on, the first included. */
export const MAX_MATTERS = 6;

/** Windows one command may assign, and queues a window may serve: the whole of the largest hall. */
export const MAX_ASSIGNMENTS = 500;
export const MAX_QUEUES = 200;

/** People ahead at which a citizen is asked to come near (R29), where the queue names no figure of its own. */
export const SOON_AHEAD = 3;

/** Phones that may be bound to one ticket: its holder's, and those of relatives. */
export const MAX_PHONES = 3;

/** Bounds of one connection. */
export const SOCKET_LIMITS = {
  messageBytes: 64 * 1024,
  subscriptions: 8,
  /** Commands of one connection under way at once. */
  commandsInFlight: 256,
  /** Between pulses: of screens; and of phones. */
  pulseMs: 1000,
  phonePulseMs: 2000,
  /** A screen that has heard nothing for this long says so. */
  staleAfterMs: 3500,
} as const;
