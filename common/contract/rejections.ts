/**
 * Every way the system says no, and the HTTP status it says it with. Codes are for ever:
 * clients and integrations switch on them. Sentences are in common/phrases.ts.
 */
export const REJECTIONS = {
  // The hall's rule says no: nothing changed.
  NO_ONE_WAITING: 409,
  DAY_NOT_OPEN: 409,
  DAY_ALREADY_OPEN: 409,
  QUEUE_CLOSED: 409,
  WINDOW_CLOSED: 409,
  WINDOW_ALREADY_OPEN: 409,
  WINDOW_PAUSED: 409,
  WINDOW_NOT_PAUSED: 409,
  WINDOW_BUSY: 409,
  TICKET_NOT_WAITING: 409,
  TICKET_NOT_CALLED: 409,
  TICKET_NOT_SERVING: 409,
  TICKET_NOT_AT_WINDOW: 409,
  SETUP_IN_USE: 409,
  // What was asked for does not exist, or not for you.
  UNKNOWN_HALL: 404,
  UNKNOWN_QUEUE: 404,
  UNKNOWN_MATTER: 404,
  UNKNOWN_CATEGORY: 404,
  UNKNOWN_WINDOW: 404,
  UNKNOWN_ZONE: 404,
  UNKNOWN_TICKET: 404,
  WRONG_SECRET: 403,
  FORBIDDEN: 403,
  // The request itself is wrong.
  INVALID_REQUEST: 400,
  COMMAND_ID_REUSED: 422,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  // The system can not, for now.
  BUSY: 503,
  JOURNAL_UNAVAILABLE: 503,
  INTERNAL: 500,
} as const satisfies Record<string, number>;

export type RejectionCode = keyof typeof REJECTIONS;

/** A refusal: its code, and what it was about. `detail` is for people who integrate, never shown to citizens. */
export interface Rejection {
  code: RejectionCode;
  detail?: string;
}
