import type { PublishedRule } from '../../common/contract/fairness.ts';
import type { PhoneView } from '../../common/contract/socket.ts';
import type { QueueView, TicketView, WindowView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { clockTime } from '../../common/ui/format.ts';
import { waitSentence } from '../../common/wait-words.ts';
import { type Face, faceOf } from './face.ts';
import { TURN_WORDS } from './turn-words.ts';
import type { PhoneWords } from './words.ts';

/** What a ticket's turn has come to, in words. Pure. */

const MINUTE_MS = 60_000;

export interface Turn {
  face: Face;
  headline: string;
  next: string;
  /** How long it is expected to take; null when nobody can tell, or it takes no time any more. */
  wait: string | null;
  /** What is out of the ordinary: sent on, waiting for one window, came back. */
  notes: string[];
}

/** What is known besides the ticket itself. */
export interface Knowledge {
  rule: PublishedRule | null;
  windows: readonly WindowView[];
  /** The server's time, milliseconds. */
  now: number;
}

export function turnOf(view: PhoneView, knowledge: Knowledge, words: PhoneWords): Turn {
  const face = faceOf(view.ticket, knowledge.now, view.soonAhead);
  return {
    face,
    headline: headlineOf(view, face, knowledge, words),
    next: nextOf(view, face, words),
    wait: waitOf(view, face, words),
    notes: notesOf(view, face, knowledge, words),
  };
}

function headlineOf(
  { ticket, windowNumber, hall }: PhoneView,
  face: Face,
  { rule }: Knowledge,
  words: PhoneWords,
): string {
  const turn = TURN_WORDS[words.locale];
  if (face === 'early' && ticket.notBefore !== null) {
    const from = turn.earlyFrom(clockTime(ticket.notBefore, hall.timeZone));
    const slot = slotOf(ticket.notBefore, rule, hall.timeZone);
    return slot === null ? from : `${turn.earlySlot(slot)}${words.comma}${from}`;
  }
  if (face === 'serving' && windowNumber !== null)
    return `${words.headline.serving} · ${words.window(windowNumber)}`;
  return words.headline[face];
}

function nextOf({ windowNumber }: PhoneView, face: Face, words: PhoneWords): string {
  const turn = TURN_WORDS[words.locale];
  if (face === 'held' && windowNumber !== null) return turn.heldAt(windowNumber);
  return words.next[face];
}

/** Nothing of a booking whose time has not come: its slot says more. */
function waitOf({ wait }: PhoneView, face: Face, { locale }: PhoneWords): string | null {
  return wait === null || (face !== 'waiting' && face !== 'soon') ? null : waitSentence(wait, locale);
}

function notesOf(
  { ticket, queue }: PhoneView,
  face: Face,
  { windows }: Knowledge,
  words: PhoneWords,
): string[] {
  const turn = TURN_WORDS[words.locale];
  if (face !== 'waiting' && face !== 'soon' && face !== 'early') return [];
  const reserved = windows.find(({ id }) => id === ticket.reservedFor);
  return [
    ...(isSentOn(ticket, queue)
      ? [turn.sentOn(inLocale(queue.name, words.locale)) + words.stop + turn.sentOnMeaning]
      : []),
    ...(reserved === undefined ? [] : [turn.reservedFor(reserved.number)]),
    ...(ticket.returns === 0 ? [] : [turn.returned(ticket.returns)]),
  ];
}

/** How often a missed ticket may still come back; null while the hall's rule is not known. */
export function returnsLeft(
  { returns }: Pick<TicketView, 'returns'>,
  rule: PublishedRule | null,
): number | null {
  return rule === null ? null : Math.max(0, rule.maxReturns - returns);
}

/** Whether it waits in another queue than the one it was taken for: sent on, or at a further matter. */
export function isSentOn(
  { number, kind }: Pick<TicketView, 'number' | 'kind'>,
  { prefix }: Pick<QueueView, 'prefix'>,
): boolean {
  return kind !== 'supplement' && /^[A-Z]*/.exec(number)?.[0] !== prefix;
}

/** 09:30: when the slot of a booking begins, counted back from the first instant it may be called. */
export function slotOf(notBefore: number, rule: PublishedRule | null, timeZone: string): string | null {
  return rule === null ? null : clockTime(notBefore + rule.checkInMinutes * MINUTE_MS, timeZone);
}
