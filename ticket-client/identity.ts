import { isIdNumber, maskIdNumber, maskPhone, phoneNumberOf } from '../common/person.ts';
import type { Identity } from './owner.ts';

/** What somebody types of themselves: an ID number, or a phone number. Judged as it is typed. Pure. */

const ID_LENGTH = 18;
const MOBILE_LENGTH = 11;

export type Typed =
  | { state: 'empty' | 'short' | 'wrong'; identity: null }
  | { state: 'right'; identity: Identity };

/** @param now milliseconds since the epoch; nobody is born later. */
export function judge(text: string, now: number): Typed {
  const typed = text.replace(/\s/g, '').toUpperCase();
  if (typed === '') return { state: 'empty', identity: null };
  if (isIdNumber(typed, now)) return { state: 'right', identity: { idNumber: typed } };
  const phone = phoneNumberOf(typed);
  if (phone !== null) return { state: 'right', identity: { phone } };
  // A number that is as long as it can get and still fits nothing has a slip in it.
  const isWrong = typed.length >= ID_LENGTH || (typed.length === MOBILE_LENGTH && !mayBeId(typed));
  return { state: isWrong ? 'wrong' : 'short', identity: null };
}

/** Whether eleven characters may be the beginning of an ID number: of a year that people were born in. */
function mayBeId(typed: string): boolean {
  return /^[1-9]\d{5}(18|19|20)\d{2}/.test(typed);
}

/** 110***********1234 or 138****1234: all of it that a public screen shows. */
export function maskIdentity(identity: Identity): string {
  return 'idNumber' in identity ? maskIdNumber(identity.idNumber) : maskPhone(identity.phone);
}
