import type { Locale } from '../../common/contract/text.ts';
import { judge, maskIdentity, type Typed } from '../identity.ts';
import type { ErrandWords } from './errand-words.ts';
import type { Errand } from './order.ts';
import type { HandKind } from './trail.ts';
import type { Layout } from './type-keys.ts';

/** What is typed where there is no code to scan: two fields, and the errands they are enough for. Pure. */

export interface Field {
  name: 'number' | 'proof';
  label: string;
  layout: Layout;
  max: number;
  /** Stands before what is typed and is not typed. */
  prefix: string;
}

/** What has been typed. */
export interface Entry {
  number: string;
  proof: string;
}

export interface Circumstances {
  /** The business day, YYYY-MM-DD; null before the first. */
  day: string | null;
  locale: Locale;
  /** Milliseconds since the epoch. */
  now: number;
}

const NUMBER = /^[A-Z]{1,2}\d{3,6}$/;
const SERIAL = /^\d{3,6}$/;
/** The secret of a supplement sheet. */
const CODE = /^[\w-]{16}$/;

export function fieldsOf(what: HandKind, { day }: Circumstances, words: ErrandWords): [Field, Field] {
  const identity: Field = { name: 'proof', label: words.identity, layout: 'pad', max: 18, prefix: '' };
  const number = { name: 'number' as const, max: 6 };
  switch (what) {
    case 'ticket':
      return [{ ...number, label: words.ticketNumber, layout: 'number', max: 8, prefix: '' }, identity];
    case 'booking': {
      const prefix = `B${(day ?? '').replaceAll('-', '')}-`;
      return [{ ...number, label: words.bookingNumber, layout: 'digits', prefix }, identity];
    }
    case 'supplement':
      return [
        { ...number, label: words.supplementNumber, layout: 'digits', prefix: 'R' },
        { name: 'proof', label: words.code, layout: 'code', max: 16, prefix: '' },
      ];
  }
}

/** Of the field for who it is; null in the other forms. */
export function judged(what: HandKind, { proof }: Entry, { now }: Circumstances): Typed | null {
  return what === 'supplement' ? null : judge(proof, now);
}

/** What the fields are enough for; nothing until they are. */
export function errandsOf(what: HandKind, entry: Entry, circumstances: Circumstances): Errand[] {
  const { number, proof } = entry;
  const { day, locale } = circumstances;
  if (what === 'supplement') {
    return SERIAL.test(number) && CODE.test(proof)
      ? [{ do: 'redeem', supplement: `R${number}`, secret: proof, locale }]
      : [];
  }
  const identity = judge(proof, circumstances.now).identity;
  if (identity === null || day === null) return [];
  const owner = { person: identity };
  const date = day.replaceAll('-', '');
  if (what === 'booking')
    return SERIAL.test(number) ? [{ do: 'check-in', booking: `B${date}-${number}`, owner, locale }] : [];
  if (!NUMBER.test(number)) return [];
  const ticket = `${date}-${number}`;
  return [
    { do: 'return', ticket, owner },
    { do: 'reprint', ticket, owner },
  ];
}

/** What a field shows: whoever stands behind sees no whole number of a person. */
export function shownIn({ name, prefix }: Field, what: HandKind, entry: Entry, now: number): string {
  if (name === 'number' || what === 'supplement') return prefix + entry[name];
  const { identity } = judge(entry.proof, now);
  return identity === null ? entry.proof : maskIdentity(identity);
}
