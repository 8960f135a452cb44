import * as z from 'zod';
import { isIdNumber, phoneNumberOf } from '../person.ts';

/**
 * What one person has told of themselves. Refusals never repeat what was given: they go to logs and screens.
 */
export const PersonalRecord = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[^\p{Cc}]*$/u, 'expected a name without control characters')
    .optional(),
  phone: z
    .string()
    .max(40)
    .overwrite((text) => phoneNumberOf(text) ?? text)
    .refine((text) => phoneNumberOf(text) !== null, 'expected a Chinese mobile or landline number')
    .optional(),
  idNumber: z
    .string()
    .max(40)
    .trim()
    .toUpperCase()
    .refine((text) => isIdNumber(text), 'expected an ID number of 18 digits that fits its check digit')
    .optional(),
});
export type PersonalRecord = z.infer<typeof PersonalRecord>;
