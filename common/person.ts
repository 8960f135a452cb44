import type { PersonalRecord } from './contract/personal-record.ts';

/**
 * Who somebody is: what a citizen shows or types, and what staff may see of it (张*, 138****1234, first
 * 3 + last 4). The only place in the system that knows how such data look.
 */

/** GB 11643-1999, 4.2.5: the weight of each of the first 17 digits, and the check digit of each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';
const ID_NUMBER = /^[1-9]\d{16}[\dX]$/;
const EARLIEST_BIRTH_YEAR = 1880;
/** The day begins earlier in China than in UTC. */
const DAY_MS = 86_400_000;

/** Mobile 11 digits, landline area code 3–4 digits and 7–8 more. */
const PHONE = /^(1[3-9]\d{9}|0(10|2\d|[3-9]\d{2})[2-9]\d{6,7})$/;
/** How people and readers write numbers: spaces, hyphens, the country's code before it. */
const PHONE_DECORATION = /[\s-]|^\s*(\+|00)\s*86/g;

const MASK = '****';

/** What staff see of a person. */
export interface PersonView {
  name: string | null;
  phone: string | null;
  idNumber: string | null;
  /** Written by whoever transferred the ticket. */
  note: string | null;
}

/**
 * Whether this is an ID number of the People's Republic: 18 characters, a possible date of birth, the
 * check digit of GB 11643 (ISO 7064 MOD 11-2). An x is written X.
 * @param now milliseconds since the epoch; nobody is born later.
 */
export function isIdNumber(text: string, now: number = Date.now()): boolean {
  return ID_NUMBER.test(text) && wasBorn(text.slice(6, 14), now) && checkDigit(text) === text[17];
}

/** The number as it is dialled within the country; null when it is not a Chinese mobile or landline number. */
export function phoneNumberOf(text: string): string | null {
  const dialled = text.replace(PHONE_DECORATION, '');
  return PHONE.test(dialled) ? dialled : null;
}

/** Of the first 17 digits. */
export function checkDigit(text: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_DIGITS[sum % 11] ?? '';
}

/** @param date YYYYMMDD */
function wasBorn(date: string, now: number): boolean {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const birth = new Date(Date.UTC(year, month - 1, day));
  // The calendar rolls an impossible day into the next month.
  const possible = birth.getUTCMonth() === month - 1 && birth.getUTCDate() === day;
  return possible && year >= EARLIEST_BIRTH_YEAR && birth.getTime() <= now + DAY_MS;
}

/** 张*: how many characters follow is nobody's business. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}*`;
}

/** 138****1234 */
export function maskPhone(phone: string): string {
  return phone.slice(0, 3) + MASK + phone.slice(-4);
}

/** 110***********1234 */
export function maskIdNumber(idNumber: string): string {
  return idNumber.slice(0, 3) + '*'.repeat(idNumber.length - 7) + idNumber.slice(-4);
}

/** All of a person that any screen ever gets. */
export function maskPerson({ name, phone, idNumber }: PersonalRecord): Omit<PersonView, 'note'> {
  return {
    name: name === undefined ? null : maskName(name),
    phone: phone === undefined ? null : maskPhone(phone),
    idNumber: idNumber === undefined ? null : maskIdNumber(idNumber),
  };
}
