import { readFileSync } from 'node:fs';
import { expect } from 'chai';

const css = readFileSync(new URL('../../../common/ui/tokens.css', import.meta.url), 'utf8');
const STATES = ['free', 'ready', 'calling', 'serving', 'long', 'paused', 'closed'];

/** The hex colours a ground defines, by token name. */
function ground(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`));
  const body = block.slice(0, block.indexOf('}'));
  return new Map(
    [...body.matchAll(/--ow-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Every pair of text and what it stands on that falls short. */
function shortfalls(selector: string, pairs: [string, string][], least: number): string[] {
  const colours = ground(selector);
  return pairs.flatMap(([text, on]) => {
    const [one, other] = [colours.get(text), colours.get(on)];
    if (one === undefined || other === undefined) return [`${text} or ${on} is missing`];
    const ratio = contrast(one, other);
    return ratio >= least ? [] : [`${text} on ${on}: ${ratio.toFixed(2)}`];
  });
}

const surfaces = ['ground', 'surface', 'surface-sunk'];
const on = (texts: string[], grounds: string[]): [string, string][] =>
  texts.flatMap((text) => grounds.map((each): [string, string] => [text, each]));
const stateOnOwnWash = STATES.map((state): [string, string] => [`state-${state}`, `state-${state}-wash`]);
const states = STATES.map((state) => `state-${state}`);
const filled: [string, string][] = [
  ['on-primary', 'primary'],
  ['on-accent', 'accent'],
  ['on-danger', 'danger'],
  ['accent-text', 'accent-wash'],
  ['danger', 'danger-wash'],
  ['primary', 'primary-wash'],
];

describe('tokens: contrast', () => {
  it('is 7 : 1 or more for everything a wall writes', () => {
    const pairs = [
      ...on(['ink', 'ink-soft', 'primary', 'accent-text', 'danger', ...states], surfaces),
      ...stateOnOwnWash,
      ...filled,
    ];
    expect(shortfalls('[data-ground="dark"]', pairs, 7)).to.deep.equal([]);
  });

  it('is 4.5 : 1 or more on the light ground, 7 : 1 for body text', () => {
    const selector = '[data-ground="light"]';
    expect(shortfalls(selector, on(['ink', 'ink-soft'], ['ground', 'surface']), 7)).to.deep.equal([]);
    const pairs = [
      ...on(['ink-soft', 'primary', 'accent-text', 'danger', ...states], surfaces),
      ...stateOnOwnWash,
      ...filled,
    ];
    expect(shortfalls(selector, pairs, 4.5)).to.deep.equal([]);
  });
});
