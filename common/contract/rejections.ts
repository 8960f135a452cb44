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
  SOLD_OUT: 409,
  SLOT_SOLD_OUT: 409,
  ALREADY_HAS_TICKET: 409,
  RECALL_LIMIT: 409,
  RECALL_TOO_SOON: 409,
  CALL_AGAIN_FIRST: 409,
  TICKET_NOT_MISSED: 409,
  RETURN_LIMIT: 409,
  TICKET_NOT_HELD: 409,
  TRANSFER_TO_SELF: 409,
  TOO_MANY_MATTERS: 409,
  NOTHING_TO_UNDO: 409,
  UNDO_TOO_LATE: 409,
  SUPPLEMENT_EXPIRED: 409,
  SUPPLEMENT_USED: 409,
  NOT_BOOKABLE: 409,
  SLOT_FULL: 409,
  BOOKING_LIMIT: 409,
  BOOKING_BLOCKED: 409,
  BOOKING_USED: 409,
  TOO_LATE_TO_CANCEL: 409,
  CHECK_IN_OTHER_DAY: 409,
  NOT_QUALIFIED: 409,
  WINDOW_ASSIGNED: 409,
  NOT_ASSIGNED: 409,
  UNTIL_PASSED: 409,
  DAY_PASSED: 409,
  ADVICE_OLD: 409,
  // What was asked for does not exist, or not for you.
  UNKNOWN_HALL: 404,
  UNKNOWN_QUEUE: 404,
  UNKNOWN_MATTER: 404,
  UNKNOWN_CATEGORY: 404,
  UNKNOWN_WINDOW: 404,
  UNKNOWN_ZONE: 404,
  UNKNOWN_TICKET: 404,
  UNKNOWN_BOOKING: 404,
  UNKNOWN_SUPPLEMENT: 404,
  UNKNOWN_DAY: 404,
  UNKNOWN_ADVICE: 404,
  WRONG_SECRET: 403,
  FORBIDDEN: 403,
  ROLE_REQUIRED: 403,
  // The request itself is wrong.
  INVALID_REQUEST: 400,
  PERSON_REQUIRED: 400,
  COMMAND_ID_REUSED: 422,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  // The system can not, for now.
  BUSY: 503,
  JOURNAL_UNAVAILABLE: 503,
  VAULT_UNAVAILABLE: 503,
  BALANCE_UNAVAILABLE: 503,
  JOBS_UNAVAILABLE: 503,
  INTERNAL: 500,
} as const satisfies Record<string, number>;

export type RejectionCode = keyof typeof REJECTIONS;

/** A refusal: its code, and what it was about. `detail` is for people who integrate, never shown to citizens. */
export interface Rejection {
  code: RejectionCode;
  detail?: string;
}
