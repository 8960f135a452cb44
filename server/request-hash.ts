import { createHash } from 'node:crypto';
import { canonical } from './hall/canonical.ts';
import type { HallCommand } from './hall/commands.ts';

/** 132 bits: two commands that are alike by accident do not occur. */
const HASH_LETTERS = 22;

/**
 * What tells whether a command that comes again under an id is the same one. What the server itself fills
 * in is left out, as it may be another at the retry: a person's other hashes, the last day for papers.
 * So is who enters a return: it is the ticket's.
 */
export function requestHash(command: HallCommand): string {
  const {
    aliases: _a,
    until: _u,
    ...asked
  } = command as HallCommand & { aliases?: unknown; until?: unknown };
  const same = asked.type === 'ReturnTicket' ? { type: asked.type, ticket: asked.ticket } : asked;
  return createHash('sha256').update(canonical(same)).digest('base64url').slice(0, HASH_LETTERS);
}
