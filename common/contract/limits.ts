/** Figures that screens need without the schemas, whose library walls and phones do not load. */

/** Matters one ticket may take on, the first included. */
export const MAX_MATTERS = 6;

/** Bounds of one connection. */
export const SOCKET_LIMITS = {
  messageBytes: 64 * 1024,
  subscriptions: 8,
  /** Commands of one connection under way at once. */
  commandsInFlight: 256,
  /** Between pulses: of screens; and of phones. */
  pulseMs: 1500,
  phonePulseMs: 2500,
  /** A screen that has heard nothing for this long says so. */
  staleAfterMs: 4500,
} as const;
