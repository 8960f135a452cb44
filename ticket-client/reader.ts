import type { Locale } from '../common/contract/text.ts';
import { localeOf, otherLocale } from '../common/ui/words.ts';
import { remember, remembered } from './phone/storage.ts';

/** How whoever holds the phone reads: language and size of type, chosen once for all these pages. */
export class Reader {
  /** null: not chosen, so the page's own. */
  locale: Locale | null;
  isLarge: boolean;

  constructor(private readonly onChange: () => void) {
    const asked = new URLSearchParams(location.search).get('lang') ?? remembered('locale');
    this.locale = asked === null ? null : localeOf(asked);
    this.isLarge = remembered('large') === 'yes';
  }

  large = (): void => {
    this.isLarge = !this.isLarge;
    remember('large', this.isLarge ? 'yes' : 'no');
    this.onChange();
  };

  /** @param current the language that is shown. */
  changeLanguage(current: Locale): void {
    this.locale = otherLocale(current);
    remember('locale', this.locale);
    this.onChange();
  }

  /** Tells the browser what is shown: it speaks and breaks lines by it. */
  dress(page: HTMLElement, locale: Locale): void {
    page.lang = locale;
    page.dataset.scale = this.isLarge ? 'elder' : 'phone';
  }
}
