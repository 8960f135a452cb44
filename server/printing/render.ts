import type { Drawing, Run } from './draw.ts';
import { draw } from './draw.ts';

/** A print job made visible. */
export type Rendering = Drawing & {
  /** Self-contained picture; one unit is one dot (1/8 mm). */
  readonly svg: string;
};

/** Paper widths in dots by printable dots: 58 mm and 80 mm; the print head is narrower than the paper. */
const PAPER_DOTS: Readonly<Partial<Record<number, number>>> = { 384: 464, 576: 640 };
/** The blade sits some 5 mm and more above the head, so every slip begins with blank paper. */
const TOP_DOTS = 40;
const BOTTOM_DOTS = 28;
const TOOTH = 8;

const LATIN_FONTS = `'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,monospace`;
const WIDE_FONTS = `'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',SimHei,sans-serif`;

/**
 * Draws the bytes of a job as the printer would.
 * @param widthDots printable dots: 384 (58 mm) or 576 (80 mm)
 * @returns a drawing whose `unknown` lists bytes no printer of ours understands; they are marked in red
 */
export function render(bytes: Buffer, widthDots: number): Rendering {
  const drawing = draw(bytes, widthDots);
  return { ...drawing, svg: svgOf(drawing) };
}

/** The job as lines of text, for tests and for people who do not see the picture. */
export function plainText(bytes: Buffer, widthDots: number): string {
  return draw(bytes, widthDots).text;
}

function svgOf(drawing: Drawing): string {
  const paper = PAPER_DOTS[drawing.widthDots] ?? drawing.widthDots + 64;
  const margin = (paper - drawing.widthDots) / 2;
  const height = drawing.heightDots + TOP_DOTS + BOTTOM_DOTS;
  const bars = drawing.bars
    .map((bar) => `M${bar.x} ${bar.y}h${bar.width}v${bar.height}h-${bar.width}z`)
    .join('');
  const isCut = drawing.cuts.length > 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${paper}" height="${height}" viewBox="0 0 ${paper} ${height}">`,
    `<title>${escaped(titleOf(drawing.runs))}</title><desc>${escaped(drawing.text)}</desc>`,
    `<path d="${outline(paper, height, isCut)}" fill="#fcfaf3" stroke="#d9d4c5"/>`,
    `<g transform="translate(${margin} ${TOP_DOTS})" fill="#2a2826" style="white-space:pre">`,
    ...drawing.runs.map(runSvg),
    `<path d="${bars}" shape-rendering="crispEdges"/>`,
    ...drawing.cuts.map((y) => cutSvg(y, margin, paper)),
    '</g></svg>',
  ].join('\n');
}

/** The largest thing on a slip is its number. */
function titleOf(runs: readonly Run[]): string {
  let title: Run | undefined;
  for (const run of runs) if (!title || run.heightScale > title.heightScale) title = run;
  return title?.text.trim() ?? '';
}

/** Straight edges, and a toothed lower one where the paper was cut off. */
function outline(width: number, height: number, isCut: boolean): string {
  if (!isCut) return `M0 0H${width}V${height}H0Z`;
  const teeth = Math.round(width / (2 * TOOTH));
  const step = width / teeth / 2;
  const edge = `l-${step} ${TOOTH}l-${step} -${TOOTH}`.repeat(teeth);
  return `M0 0H${width}V${height - TOOTH}${edge}Z`;
}

function cutSvg(y: number, margin: number, paper: number): string {
  const at = y + BOTTOM_DOTS / 2 - 4;
  return `<path d="M${-margin + 8} ${at}h${paper - 16}" fill="none" stroke="#b9b3a3" stroke-dasharray="6 6"/>`;
}

/**
 * One run: glyphs are placed by the printer's cells, not by the font's own advance widths. Latin glyphs are
 * drawn a fifth taller because the printer's font A is 12 × 24 dots, narrower than a screen's monospace.
 */
function runSvg(run: Run): string {
  const cell = run.isWide ? 24 : 12;
  const glyphs = [...run.text];
  const rules = glyphs.flatMap((glyph, index) =>
    glyph === '─' ? [`M${index * cell} 11h${cell}v2h-${cell}z`] : [],
  );
  const shown = glyphs.flatMap((glyph, index) =>
    glyph === ' ' || glyph === '─' ? [] : [{ glyph, x: index * cell }],
  );
  const at = `translate(${run.x} ${run.y}) scale(${run.widthScale} ${run.heightScale})`;
  if (rules.length > 0 && shown.length === 0) return `<path transform="${at}" d="${rules.join('')}"/>`;
  const stretch = run.isWide ? 1 : 1.2;
  const font = run.isWide ? WIDE_FONTS : LATIN_FONTS;
  const fill = run.isUnknown ? ' fill="#b00020"' : '';
  const xs = shown.map(({ x }) => x).join(' ');
  const text = escaped(shown.map(({ glyph }) => glyph).join(''));
  return (
    `<text transform="${at} scale(1 ${stretch})" x="${xs}" y="${round(20.5 / stretch)}" ` +
    `font-family="${font}" font-size="${run.isWide ? 23.5 : 20}" font-weight="${run.isBold ? 700 : 400}"${fill}>${text}</text>`
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
