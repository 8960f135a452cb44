import type { Locale } from '../common/contract/text.ts';
import { localeOf } from '../common/ui/words.ts';

/** What a clerk has chosen on this machine. */
export interface Settings {
  locale: Locale;
  /** 办结并叫下一位: Space finishes and calls next. */
  finishCallsNext: boolean;
  /** Off for people whose speech or switch input types letters by itself (WCAG 2.1.4). */
  hotkeys: boolean;
}

/** Two functions of localStorage, so that tests need no browser; a browser may refuse to hand it out. */
export interface Shelf {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

export type OpenShelf = () => Shelf;

const NAME = 'onewindow.counter';
const DEFAULTS: Settings = { locale: 'zh-CN', finishCallsNext: false, hotkeys: true };

/** The settings kept on this machine; what is missing or unreadable is as at first. */
export function readSettings(open: OpenShelf): Settings {
  const kept = parsed(readShelf(open));
  return {
    locale: typeof kept.locale === 'string' ? localeOf(kept.locale) : DEFAULTS.locale,
    finishCallsNext: kept.finishCallsNext === true,
    hotkeys: kept.hotkeys !== false,
  };
}

export function keepSettings(open: OpenShelf, settings: Settings): void {
  try {
    open().setItem(NAME, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still runs the counter: the choice holds until the page is closed.
  }
}

function readShelf(open: OpenShelf): string {
  try {
    return open().getItem(NAME) ?? '{}';
  } catch {
    return '{}';
  }
}

function parsed(text: string): Partial<Record<keyof Settings, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
