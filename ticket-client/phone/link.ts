/** What the link on a slip holds: /phone#<hall>.<ticket>.<secret>. */
export interface TicketLink {
  hall: string;
  ticket: string;
  secret: string;
}

const HALL = /^[a-z0-9][a-z0-9-]{0,31}$/;
const TICKET = /^\d{8}-[A-Z]{1,2}\d{3,6}$/;
const SECRET = /^[\w-]{1,64}$/;

/** Reads the part after #; null when it is no ticket's link. The secret never leaves it for a server's log. */
export function parseLink(hash: string): TicketLink | null {
  const [hall = '', ticket = '', secret = '', ...more] = hash.replace(/^#/, '').split('.');
  const isLink = more.length === 0 && HALL.test(hall) && TICKET.test(ticket) && SECRET.test(secret);
  return isLink ? { hall, ticket, secret } : null;
}
