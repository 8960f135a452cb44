import {
  back,
  choiceFor,
  choiceOf,
  current,
  forward,
  mayAdd,
  replaced,
  type Step,
  type Trail,
  withCategory,
  withIdentity,
  withMatter,
} from './trail.ts';
import type { Wish } from './wish.ts';

/** The trail after a wish that moves along it; any other wish leaves it as it is. */
export function walked(trail: Trail, wish: Wish, start: Trail): Trail {
  const step = current(trail);
  if (wish.do === 'home') return start;
  // A number is shown: whatever a late second touch asks for, the way on is home.
  if (step.at === 'ticket') return trail;
  switch (wish.do) {
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
    case 'errands':
      return step.at === 'errands' ? trail : forward(trail, { at: 'errands', trouble: null });
    case 'hand':
      return step.at === 'hand' ? trail : forward(trail, { at: 'hand', what: wish.what, idNumber: null });
    case 'why':
      return step.at === 'own' ? forward(trail, { at: 'why', link: step.link }) : trail;
    case 'fairness':
      return step.at === 'fairness' ? trail : forward(trail, { at: 'fairness' });
    default:
      return chosen(trail, wish, step);
  }
}

/** What changes the choice, or leads to and from it. */
function chosen(trail: Trail, wish: Wish, step: Step): Trail {
  switch (wish.do) {
    case 'choose':
      if (step.at === 'choice') return trail;
      return choiceOf(trail) === null
        ? forward(trail, choiceFor(wish.subject))
        : withMatter(trail, wish.subject);
    case 'add':
      return step.at === 'choice' && mayAdd(step) ? forward(trail, { at: 'start', by: 'zone' }) : trail;
    case 'drop':
      if (step.at !== 'choice') return trail;
      return replaced(trail, { ...step, further: step.further.filter((_, index) => index !== wish.index) });
    case 'identify':
      return step.at === 'choice' ? forward(trail, { at: 'identity', isUnread: false }) : trail;
    case 'identified':
      return step.at === 'identity' ? withIdentity(trail, wish.identity) : trail;
    case 'anonymous':
      return withIdentity(trail, null);
    case 'take':
      return step.at === 'identity' ? back(trail) : trail;
    case 'categories':
      return step.at === 'choice' ? forward(trail, { at: 'categories' }) : trail;
    case 'category':
      return step.at === 'categories' ? withCategory(trail, wish.category) : trail;
    default:
      return trail;
  }
}
