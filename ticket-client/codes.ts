import { parseLink, type TicketLink } from './phone/link.ts';

/** What a QR code of the hall holds, on slips, booking pages and supplement sheets: …#<hall>.<id>.<secret>. */
export type Code =
  | { kind: 'ticket'; link: TicketLink }
  | { kind: 'booking'; hall: string; booking: string; secret: string }
  | { kind: 'supplement'; hall: string; supplement: string; secret: string };

const PARTS = /^([a-z0-9][a-z0-9-]{0,31})\.(B\d{8}-\d{3,6}|R\d{3,6})\.([\w-]{1,64})$/;

/** Reads an address, or the part of it behind #; null when it is none of the hall's codes. */
export function parseCode(text: string): Code | null {
  const parts = text.slice(text.indexOf('#') + 1);
  const link = parseLink(parts);
  if (link !== null) return { kind: 'ticket', link };
  const [, hall, id, secret] = PARTS.exec(parts) ?? [];
  if (hall === undefined || id === undefined || secret === undefined) return null;
  return id.startsWith('B')
    ? { kind: 'booking', hall, booking: id, secret }
    : { kind: 'supplement', hall, supplement: id, secret };
}
