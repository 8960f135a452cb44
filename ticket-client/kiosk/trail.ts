import type { Wish } from './wish.ts';

/** Where a citizen is at the kiosk, and the way they came: the last step is the one on screen. */

export type Step =
  | { at: 'start'; by: 'zone' | 'department' }
  | { at: 'matters'; zone: string | null; department: string | null }
  | { at: 'search'; query: string }
  | { at: 'choice'; subject: Subject; category: string | null }
  | { at: 'categories' }
  | { at: 'ticket' };

export type Choice = Extract<Step, { at: 'choice' }>;

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

export function mayGoBack(trail: Trail): boolean {
  return trail.length > 1 && current(trail).at !== 'ticket';
}

/** The trail after a wish that moves along it; any other wish leaves it as it is. */
export function walked(trail: Trail, wish: Wish, start: Trail): Trail {
  const step = current(trail);
  // A number is shown: whatever a late second touch asks for, the way on is home.
  if (step.at === 'ticket') return wish.do === 'home' ? start : trail;
  switch (wish.do) {
    case 'home':
      return start;
    case 'back':
      return back(trail);
    case 'list':
      return step.at === 'start' ? replaced(trail, { at: 'start', by: wish.by }) : trail;
    case 'zone':
      return forward(trail, { at: 'matters', zone: wish.zone, department: null });
    case 'department':
      return forward(trail, { at: 'matters', zone: null, department: wish.department });
    case 'filter':
      return step.at === 'matters' ? replaced(trail, { ...step, department: wish.department }) : trail;
    case 'search':
      return step.at === 'search' ? trail : forward(trail, { at: 'search', query: '' });
    case 'query':
      return step.at === 'search' ? replaced(trail, { at: 'search', query: wish.query }) : trail;
    case 'choose':
      return step.at === 'choice'
        ? trail
        : forward(trail, { at: 'choice', subject: wish.subject, category: null });
    case 'categories':
      return step.at === 'choice' ? forward(trail, { at: 'categories' }) : trail;
    case 'category':
      return step.at === 'categories' ? withCategory(trail, wish.category) : trail;
    default:
      return trail;
  }
}

/** The choice on screen, or behind the categories opened from it. */
export function choiceOf(trail: Trail): Choice | null {
  for (let index = trail.length - 1; index >= 0; index--) {
    const step = trail[index];
    if (step?.at === 'choice') return step;
  }
  return null;
}
