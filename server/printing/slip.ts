import type { Locale, LocalText } from '../../common/contract/text.ts';
import { inLocale } from '../../common/in-locale.ts';
import type { SlipWords } from './slip-words.ts';
import { slipWords } from './slip-words.ts';

/** One thing said on a slip, from top to bottom; how large and where is the layout's business. */
export type SlipLine =
  | { readonly kind: 'hall' | 'zone' | 'queue' | 'number' | 'tag' | 'notice'; readonly text: string }
  | {
      readonly kind: 'fact';
      readonly label: string;
      readonly value: string;
      /** Key facts are what a citizen looks for again while waiting. */
      readonly isKey: boolean;
    }
  | { readonly kind: 'qr'; readonly url: string; readonly caption: string };

/** What is on a ticket's paper slip, in one language and independent of any printer. */
export type Slip = { readonly locale: Locale; readonly lines: readonly SlipLine[] };

/** Plain data of one ticket. Instants are ISO 8601 with an offset or `Z`. */
export type SlipInput = {
  readonly hall: {
    readonly name: LocalText;
    /** IANA name, such as Asia/Shanghai. */
    readonly timeZone: string;
  };
  readonly zoneName: LocalText;
  readonly queueName: LocalText;
  readonly ticket: {
    readonly number: string;
    readonly issuedAt: string;
    readonly dueAt: string;
    /** People who will be called before this ticket. */
    readonly ahead: number;
    /** Expected wait in whole minutes, P50 and P90; left out where there is no honest estimate. */
    readonly waitMinutes?: { readonly low: number; readonly high: number };
    /** Numbers of the windows that may call the ticket, in any order. */
    readonly windows: readonly number[];
    /** Category or booking, such as 优先·老年人 or 预约 09:30. */
    readonly tag?: LocalText;
    readonly isReprint: boolean;
  };
  readonly notices: readonly LocalText[];
  /** Address of the ticket's live page. */
  readonly url: string;
};

/** How many ranges of windows are listed before the rest is summed up. */
const MAX_WINDOW_RANGES = 4;

/** The slip of a ticket. @throws RangeError if an instant or the time zone is not valid */
export function slipOf(input: SlipInput, locale: Locale): Slip {
  const words = slipWords[locale];
  const { ticket } = input;
  const text = (local: LocalText): string => inLocale(local, locale);
  const lines: SlipLine[] = [
    { kind: 'hall', text: text(input.hall.name) },
    { kind: 'zone', text: text(input.zoneName) },
    { kind: 'queue', text: text(input.queueName) },
    { kind: 'number', text: ticket.number },
  ];
  if (ticket.tag) lines.push({ kind: 'tag', text: text(ticket.tag) });
  if (ticket.isReprint) lines.push({ kind: 'tag', text: words.reprint });
  lines.push(...facts(input, words));
  lines.push({ kind: 'qr', url: input.url, caption: words.scan });
  lines.push({ kind: 'notice', text: words.dueNotice });
  for (const notice of input.notices) lines.push({ kind: 'notice', text: text(notice) });
  return { locale, lines };
}

function facts({ hall, ticket }: SlipInput, words: SlipWords): SlipLine[] {
  const fact = (label: string, value: string, isKey: boolean): SlipLine => ({
    kind: 'fact',
    label,
    value,
    isKey,
  });
  const lines = [fact(words.ahead, words.aheadValue(ticket.ahead), true)];
  if (ticket.waitMinutes) {
    lines.push(fact(words.wait, words.waitValue(ticket.waitMinutes.low, ticket.waitMinutes.high), true));
  }
  lines.push(fact(words.due, timeText(ticket.dueAt, hall.timeZone), true));
  if (ticket.windows.length > 0) lines.push(fact(words.windows, windowsText(ticket.windows, words), true));
  const issued = `${dateText(ticket.issuedAt, hall.timeZone)} ${timeText(ticket.issuedAt, hall.timeZone)}`;
  lines.push(fact(words.issued, issued, false));
  return lines;
}

/** The windows in words: runs of three and more as a range, a long list cut and counted. */
export function windowsText(windows: readonly number[], words: SlipWords): string {
  const sorted = [...new Set(windows)].sort((a, b) => a - b);
  const ranges = rangesOf(sorted);
  const shown = ranges.slice(0, MAX_WINDOW_RANGES).join(words.rangeSeparator);
  return words.windowsValue(shown, sorted.length, ranges.length <= MAX_WINDOW_RANGES);
}

/** Runs of at least three consecutive numbers as `first-last`, all others singly. */
function rangesOf(sorted: readonly number[]): string[] {
  const ranges: string[] = [];
  let run: number[] = [];
  const endRun = (): void => {
    if (run.length >= 3) ranges.push(`${run[0]}-${run.at(-1)}`);
    else ranges.push(...run.map(String));
    run = [];
  };
  for (const window of sorted) {
    const last = run.at(-1);
    if (last !== undefined && window !== last + 1) endRun();
    run.push(window);
  }
  endRun();
  return ranges;
}

/** Time of day to the second: two slips of the same minute must still be comparable. */
export function timeText(instant: string, timeZone: string): string {
  return partsOf(instant, timeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).join(':');
}

export function dateText(instant: string, timeZone: string): string {
  return partsOf(instant, timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).join('-');
}

// sv-SE writes dates in the order of ISO 8601; hourCycle h23 because h24 calls midnight 24:00.
function partsOf(instant: string, timeZone: string, fields: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, hourCycle: 'h23', ...fields });
  return format
    .formatToParts(new Date(instant))
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value);
}
