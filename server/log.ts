import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * Nothing personal is ever given to the log: requests are not logged, and refusals do not repeat what was
 * sent. Should it happen all the same, these fields are blanked wherever they stand near the top.
 */
const PERSONAL = ['person', 'idNumber', 'phone', 'note', 'body'];
const REDACTED = PERSONAL.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

export function openLog(level: string, destination: DestinationStream): Logger {
  return pino({ level, redact: { paths: REDACTED, censor: '[personal]' } }, destination);
}
