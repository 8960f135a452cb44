import { MAX_MATTERS } from '../../common/contract/limits.ts';
import type { Identity } from '../owner.ts';
import type { TicketLink } from '../phone/link.ts';

/** Where a citizen is at the kiosk, and the way they came: the last step is the one on screen. */

export type Step =
  | { at: 'start'; by: 'zone' | 'department' }
  | { at: 'matters'; zone: string | null; department: string | null }
  | { at: 'search'; query: string }
  | Choice
  | { at: 'categories' }
  | { at: 'identity'; isUnread: boolean }
  | { at: 'errands'; trouble: ScanTrouble | null }
  | { at: 'hand'; what: HandKind; idNumber: string | null }
  | { at: 'own'; link: TicketLink }
  | { at: 'why'; link: TicketLink }
  | { at: 'fairness' }
  | { at: 'ticket' };

/** What a number is about to be taken for. */
export interface Choice {
  at: 'choice';
  subject: Subject;
  /** Further matters of the same visit, in their order. */
  further: readonly Subject[];
  category: string | null;
  /** Who takes it: of the card that was read, or typed. */
  identity: Identity | null;
}

/** What was wrong with a code that was scanned: none of the halls', or another hall's. */
export type ScanTrouble = 'unknown' | 'elsewhere';

/** What is typed where there is no code to scan. */
export type HandKind = 'ticket' | 'booking' | 'supplement';

/** What a number is taken for: a matter, or a queue for those who do not find theirs. */
export type Subject = { matter: string; queue: string } | { matter: null; queue: string };

export type Trail = readonly [Step, ...Step[]];

/** The first screen: every zone, or the matters of the zone that the kiosk stands in. */
export function startTrail(zone: string | null): Trail {
  return zone === null ? [{ at: 'start', by: 'zone' }] : [{ at: 'matters', zone, department: null }];
}

/** Whether the screen is the first one, as it is before anyone touches it; also after going back to it. */
export function isAtStart(trail: Trail, start: Trail): boolean {
  return trail.length === 1 && JSON.stringify(trail[0]) === JSON.stringify(start[0]);
}

export function current(trail: Trail): Step {
  return trail[trail.length - 1] ?? trail[0];
}

export function forward(trail: Trail, step: Step): Trail {
  return [...trail, step];
}

/** One step back; a number once taken is not gone back from, only home. */
export function back(trail: Trail): Trail {
  const [first, ...rest] = trail;
  return current(trail).at === 'ticket' ? trail : [first, ...rest.slice(0, -1)];
}

/** The same screen with something else chosen on it: going back does not step through every choice. */
export function replaced(trail: Trail, step: Step): Trail {
  const [first, ...rest] = trail;
  return rest.length === 0 ? [step] : [first, ...rest.slice(0, -1), step];
}

/** Back on the choice the categories were opened from, with one of them, or none. */
export function withCategory(trail: Trail, category: string | null): Trail {
  const before = back(trail);
  const choice = current(before);
  return choice.at === 'choice' ? replaced(before, { ...choice, category }) : before;
}

/** Back on the choice, with who takes the number. */
export function withIdentity(trail: Trail, identity: Identity | null): Trail {
  const below = current(trail).at === 'identity' ? back(trail) : trail;
  const choice = current(below);
  return choice.at === 'choice' ? replaced(below, { ...choice, identity }) : trail;
}

export function mayGoBack(trail: Trail): boolean {
  return trail.length > 1 && current(trail).at !== 'ticket';
}

/** The choice on screen, or behind the categories or lists opened from it. */
export function choiceOf(trail: Trail): Choice | null {
  for (let index = trail.length - 1; index >= 0; index--) {
    const step = trail[index];
    if (step?.at === 'choice') return step;
  }
  return null;
}

/** Whether a further matter of a visit is being looked for: there is a choice, and something above it. */
export function isAdding(trail: Trail): boolean {
  const step = current(trail);
  return choiceOf(trail) !== null && (step.at === 'start' || step.at === 'matters' || step.at === 'search');
}

/** Whether the visit takes another matter. */
export function mayAdd({ further }: Choice): boolean {
  return further.length + 1 < MAX_MATTERS;
}

/** Back on the choice, with another matter; one that is there already is not done twice. */
export function withMatter(trail: Trail, subject: Subject): Trail {
  const index = trail.findIndex(({ at }) => at === 'choice');
  const [first, ...rest] = trail;
  const below: Trail = [first, ...rest.slice(0, index)];
  const choice = choiceOf(trail);
  if (choice === null) return forward(trail, choiceFor(subject));
  const isThere = [choice.subject, ...choice.further].some((each) => isSame(each, subject));
  if (isThere || !mayAdd(choice)) return below;
  return replaced(below, { ...choice, further: [...choice.further, subject] });
}

/** Nothing but the subject chosen yet. */
export function choiceFor(subject: Subject): Choice {
  return { at: 'choice', subject, further: [], category: null, identity: null };
}

function isSame(one: Subject, other: Subject): boolean {
  return one.matter === other.matter && one.queue === other.queue;
}
