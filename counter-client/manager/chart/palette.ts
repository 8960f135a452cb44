/** The tokens a drawing needs, as a canvas takes them: it knows nothing of custom properties. */
export interface Palette {
  font: string;
  ink: string;
  soft: string;
  line: string;
  surface: string;
  strong: string;
  primary: string;
  wash: string;
  onPrimary: string;
  better: string;
}

const TOKENS: Record<keyof Palette, string> = {
  font: '--ow-font',
  ink: '--ow-ink',
  soft: '--ow-ink-soft',
  line: '--ow-line-colour',
  surface: '--ow-surface',
  strong: '--ow-line-strong',
  primary: '--ow-primary',
  wash: '--ow-primary-wash',
  onPrimary: '--ow-on-primary',
  better: '--ow-state-free',
};

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(entries) as Palette;
}
