import type { DepartmentId, Register } from './departments.ts';
import { DEPARTMENTS } from './departments.ts';

/** What kind of act a matter is, with its two digits in a basic code. */
export const KINDS = {
  行政许可: '01',
  行政给付: '05',
  行政确认: '07',
  行政奖励: '08',
  行政裁决: '09',
  其他行政权力: '10',
  公共服务: '20',
} as const;

export type Kind = keyof typeof KINDS;

/** The made-up city: no division of China has a code that begins with 99. */
const DIVISION = '990100';
const LOCAL = '99';
const CITY_LEVEL = '3';
const REGISTERS: Readonly<Record<Register, string>> = { organ: '11', institution: '12', company: '91' };

/** The signs of GB 32100: no I, O, S, V, Z. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * 实施编码, 31 characters: the unified social credit code of the agency (18), the level that acts (1: city)
 * and the basic code of the matter (12: where it is defined, kind, department, main item, sub-item).
 * `number` is the matter's three digits in the catalogue.
 */
export function implementationCode(department: DepartmentId, kind: Kind, number: string): string {
  const place = DEPARTMENTS.findIndex(({ id }) => id === department) + 1;
  const row = DEPARTMENTS[place - 1];
  if (row === undefined) throw new RangeError(`there is no department ${department}`);
  const basic = `${LOCAL}${KINDS[kind]}${String(place).padStart(2, '0')}${number}000`;
  return `${creditCode(row.register, place)}${CITY_LEVEL}${basic}`;
}

/** Unified social credit code, GB 32100: register, division, organisation code, check character. */
export function creditCode(register: Register, ordinal: number): string {
  const body = `${REGISTERS[register]}${DIVISION}${organisationCode(ordinal)}`;
  const sum = [...body].reduce((total, sign, index) => total + SIGNS.indexOf(sign) * (3 ** index % 31), 0);
  return body + SIGNS.charAt((31 - (sum % 31)) % 31);
}

/** Organisation code, GB 11714: eight digits and a check character, X for 10. */
function organisationCode(ordinal: number): string {
  const digits = String(ordinal).padStart(8, '0');
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(digits.charAt(index)),
    0,
  );
  return digits + '0123456789X0'.charAt(11 - (sum % 11));
}
