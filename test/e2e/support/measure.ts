import type { Page } from 'playwright-core';

/** What a person meets on a page, measured in the browser, through all its shadow roots. */
export interface Measures {
  /** The smallest text that is seen, CSS pixels, with the words themselves. */
  smallText: { size: number; text: string }[];
  /** The least of width and height of what is touched. */
  smallTargets: { size: number; name: string }[];
  /** What lies or runs beyond the page's width, or is cut off. */
  overflowing: string[];
  /** Targets that something else lies on, or that are past the foot of a page which does not scroll. */
  covered: string[];
  /** Animations that move for longer than an eye notices. */
  moving: string[];
}

export interface Limits {
  textPx: number;
  targetPx: number;
  /** Whether the page may be taller than its screen. */
  scrolls: boolean;
}

export function measure(page: Page, limits: Limits): Promise<Measures> {
  return page.evaluate(inThePage, limits);
}

/** Runs in the browser: it may use nothing from outside itself. */
function inThePage({ textPx, targetPx, scrolls }: Limits): Measures {
  const TARGETS = 'button, a[href], input, select, summary, [role="button"]';
  const NOTICED_MS = 20;
  const found: Measures = { smallText: [], smallTargets: [], overflowing: [], covered: [], moving: [] };
  const { clientWidth: width, clientHeight: height, scrollHeight } = document.documentElement;
  if (!scrolls && scrollHeight > height)
    found.overflowing.push(`the page is ${scrollHeight} px high, the screen ${height}`);
  if (document.documentElement.scrollWidth > width)
    found.overflowing.push(
      `the page is ${document.documentElement.scrollWidth} px wide, the screen ${width}`,
    );
  for (const element of everything(document)) look(element);
  return found;

  function* everything(root: Document | ShadowRoot): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot !== null) yield* everything(element.shadowRoot);
    }
  }

  function look(element: Element): void {
    for (const animation of element.getAnimations()) {
      const { activeDuration = 0 } = animation.effect?.getComputedTiming() ?? {};
      if (Number(activeDuration) > NOTICED_MS) found.moving.push(nameOf(element));
    }
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
    if (!isSeen || style.clipPath !== 'none') return;
    const text = ownText(element);
    const size = Number.parseFloat(style.fontSize);
    if (text !== '' && size < textPx) found.smallText.push({ size, text });
    if (element.matches(TARGETS)) lookAtTarget(element, box);
    const isOut = box.left < -1 || box.right > width + 1;
    if (isOut && scroller(element) === null) found.overflowing.push(`${nameOf(element)} lies outside`);
    const isCut = style.overflowX !== 'visible' && !/auto|scroll/.test(style.overflowX);
    if (isCut && element.scrollWidth > element.clientWidth + 1)
      found.overflowing.push(`${nameOf(element)} is cut`);
  }

  /** A box is touched anywhere on its label. */
  function lookAtTarget(element: Element, own: DOMRect): void {
    const box = element.closest('label')?.getBoundingClientRect() ?? own;
    const size = Math.round(Math.min(box.width, box.height) * 10) / 10;
    if (size < targetPx) found.smallTargets.push({ size, name: nameOf(element) });
    const isScrolledOff = scrolls && (own.top < 0 || own.bottom > height);
    if (!isScrolledOff && scroller(element) === null && !isOnTop(element, own))
      found.covered.push(nameOf(element));
  }

  function isOnTop(element: Element, { left, top, width, height }: DOMRect): boolean {
    const x = left + width / 2;
    const y = top + height / 2;
    let topmost = document.elementFromPoint(x, y);
    while (topmost?.shadowRoot != null) {
      const inside = topmost.shadowRoot.elementFromPoint(x, y);
      if (inside === null || inside === topmost) break;
      topmost = inside;
    }
    for (let each = topmost; each !== null; each = parentOf(each)) if (each === element) return true;
    return false;
  }

  function ownText(element: Element): string {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    return texts
      .map(({ textContent }) => textContent?.trim() ?? '')
      .join(' ')
      .trim();
  }

  /** What is scrolled, by design, to see the rest. */
  function scroller(element: Element): Element | null {
    for (let each: Element | null = element; each !== null; each = parentOf(each))
      if (/auto|scroll/.test(getComputedStyle(each).overflow)) return each;
    return null;
  }

  function parentOf(element: Element): Element | null {
    if (element.assignedSlot !== null) return element.assignedSlot;
    if (element.parentElement !== null) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  }

  function nameOf(element: Element): string {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
    const text = element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 30) ?? '';
    return `${host}${element.localName}.${element.className} “${text}”`;
  }
}
