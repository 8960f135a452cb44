import type { Locale, LocalText } from '../../common/contract/text.ts';
import { inLocale } from '../../common/in-locale.ts';
import { dateText, type Slip, type SlipLine, timeText } from './slip.ts';
import { supplementWords } from './supplement-words.ts';

/** Plain data of one 一次性告知单: what to bring, by when, under which number. */
export type SupplementSlipInput = {
  readonly hall: {
    readonly name: LocalText;
    /** IANA name, such as Asia/Shanghai. */
    readonly timeZone: string;
  };
  readonly zoneName: LocalText;
  readonly queueName: LocalText;
  /** Null where a ticket was taken for the queue alone. */
  readonly matterName: LocalText | null;
  /** What the matter needs; the clerk ticks what is missing. */
  readonly papers: readonly string[];
  readonly number: string;
  /** The last day, YYYY-MM-DD. */
  readonly until: string;
  /** The window that asked for the papers. */
  readonly window: number;
  /** ISO 8601 with an offset or `Z`. */
  readonly printedAt: string;
  /** What a kiosk reads, and what is typed where it can not. */
  readonly code: string;
  readonly secret: string;
};

/** Lines left for what is on no list. */
const BLANK_LINES = 2;
const BLANK = '____________';
const BOX = '[ ]';

/** The slip that somebody takes home who has papers to bring. */
export function supplementSlipOf(input: SupplementSlipInput, locale: Locale): Slip {
  const words = supplementWords[locale];
  const { hall, matterName } = input;
  const text = (local: LocalText): string => inLocale(local, locale);
  const fact = (label: string, value: string, isKey: boolean): SlipLine => ({
    kind: 'fact',
    label,
    value,
    isKey,
  });
  const notice = (said: string): SlipLine => ({ kind: 'notice', text: said });
  const printedAt = `${dateText(input.printedAt, hall.timeZone)} ${timeText(input.printedAt, hall.timeZone)}`;
  const lines: SlipLine[] = [
    { kind: 'hall', text: text(hall.name) },
    { kind: 'zone', text: text(input.zoneName) },
    { kind: 'queue', text: words.title },
    { kind: 'number', text: input.number },
    fact(words.until, input.until, true),
    fact(words.queue, text(input.queueName), false),
    ...(matterName === null ? [] : [fact(words.matter, text(matterName), false)]),
    fact(words.window, String(input.window), false),
    fact(words.printedAt, printedAt, false),
    notice(words.missing),
    ...input.papers.map((paper) => notice(`${BOX} ${paper}`)),
    ...Array.from({ length: BLANK_LINES }, () => notice(`${BOX} ${BLANK}`)),
    { kind: 'qr', url: input.code, caption: words.scan },
    notice(`${words.code} ${(input.secret.match(/.{1,4}/g) ?? []).join(' ')}`),
    notice(words.back),
  ];
  return { locale, lines };
}
