import * as z from 'zod';

/** Ids of things a hall's own file names: queues, windows, zones, categories, matters. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'expected 1–32 of a–z, 0–9 and -');

export const Locale = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof Locale>;

/** A name in every language the hall speaks; Chinese is always there, others fall back to it. */
export const LocalText = z.strictObject({
  'zh-CN': z.string().min(1).max(200),
  en: z.string().min(1).max(200).optional(),
});
export type LocalText = z.infer<typeof LocalText>;
