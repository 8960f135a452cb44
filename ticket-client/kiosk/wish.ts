import type { Identity } from '../owner.ts';
import type { Errand } from './order.ts';
import type { HandKind, Subject } from './trail.ts';

/** What a touch at the kiosk asks for. Views send it up as the event `wish`; only the page grants it. */
export type Wish =
  | { do: 'list'; by: 'zone' | 'department' }
  | { do: 'zone'; zone: string }
  | { do: 'department'; department: string }
  | { do: 'filter'; department: string | null }
  | { do: 'search' }
  | { do: 'query'; query: string }
  | { do: 'choose'; subject: Subject }
  | { do: 'categories' }
  | { do: 'category'; category: string | null }
  /** Another matter of the same visit, and one of those added that is not wanted after all. */
  | { do: 'add' }
  | { do: 'drop'; index: number }
  /** To the screen where who takes the number shows it; what was shown there; and that it is not to be used. */
  | { do: 'identify' }
  | { do: 'identified'; identity: Identity }
  | { do: 'anonymous' }
  | { do: 'errands' }
  | { do: 'hand'; what: HandKind }
  | { do: 'why' }
  | { do: 'fairness' }
  | { do: 'errand'; errand: Errand }
  | { do: 'back' }
  | { do: 'home' }
  | { do: 'take' }
  | { do: 'reload' }
  | { do: 'stay' }
  | { do: 'large' }
  | { do: 'language' };

export type WishEvent = CustomEvent<Wish>;

/** Sends a wish up to the page, out of every shadow root on the way. */
export function wish(from: EventTarget, detail: Wish): void {
  from.dispatchEvent(new CustomEvent<Wish>('wish', { detail, bubbles: true, composed: true }));
}
