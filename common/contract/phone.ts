import * as z from 'zod';

/** What a browser gives out when a page may notify it: a PushSubscription, as its toJSON writes it. */
export const Phone = z.strictObject({
  /** Whoever knows this address can try to send there. */
  endpoint: z.url({ protocol: /^https$/ }).max(1024),
  keys: z.strictObject({
    /** A point of P-256, uncompressed: 65 bytes, the first of them 4. */
    p256dh: z.string().regex(/^B[\w-]{86}$/, 'expected 65 bytes in base64url'),
    auth: z.string().regex(/^[\w-]{22}$/, 'expected 16 bytes in base64url'),
  }),
});
export type Phone = z.infer<typeof Phone>;
