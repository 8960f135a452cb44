import type { Key } from './keys.ts';
import type { Settings } from './settings.ts';

/** What the counter's elements tell their page: a press of a key's button, a change of a setting. */
export interface CounterEvents {
  'counter-press': CustomEvent<Key>;
  'counter-settings': CustomEvent<Partial<Settings>>;
}

export function pressed(key: Key): CounterEvents['counter-press'] {
  return new CustomEvent('counter-press', { detail: key, bubbles: true, composed: true });
}

export function settingsChanged(change: Partial<Settings>): CounterEvents['counter-settings'] {
  return new CustomEvent('counter-settings', { detail: change, bubbles: true, composed: true });
}

declare global {
  interface HTMLElementEventMap extends CounterEvents {}
}
