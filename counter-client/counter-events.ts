import type { Reply } from './flow.ts';
import type { Key } from './keys.ts';
import type { Handout } from './session.ts';
import type { Settings } from './settings.ts';

/**
 * What the counter's elements tell their page: a press of a key's button, an answer to a question, what
 * is being searched for, a handout to see again or on paper, a change of a setting.
 */
export interface CounterEvents {
  'counter-press': CustomEvent<Key>;
  'counter-reply': CustomEvent<Reply>;
  'counter-search': CustomEvent<string>;
  'counter-handout': CustomEvent<Handout>;
  'counter-print': CustomEvent<null>;
  'counter-settings': CustomEvent<Partial<Settings>>;
}

export function pressed(key: Key): CounterEvents['counter-press'] {
  return told('counter-press', key);
}

export function replied(reply: Reply): CounterEvents['counter-reply'] {
  return told('counter-reply', reply);
}

export function searched(text: string): CounterEvents['counter-search'] {
  return told('counter-search', text);
}

export function handedOut(handout: Handout): CounterEvents['counter-handout'] {
  return told('counter-handout', handout);
}

/** The handout that is shown, on paper. */
export function printAsked(): CounterEvents['counter-print'] {
  return told('counter-print', null);
}

export function settingsChanged(change: Partial<Settings>): CounterEvents['counter-settings'] {
  return told('counter-settings', change);
}

function told<T>(name: keyof CounterEvents, detail: T): CustomEvent<T> {
  return new CustomEvent(name, { detail, bubbles: true, composed: true });
}

declare global {
  interface HTMLElementEventMap extends CounterEvents {}
}
