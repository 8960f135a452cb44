import type { Bench, Report, Table } from './bench.ts';

/** The report as Markdown; what is printed and what is written are the same text. */

export function document(machine: [string, string][], sections: string[]): string {
  const about = machine.map(([what, value]) => `- ${what}: ${value}`).join('\n');
  return (
    '# Benchmarks\n\n' +
    'Written by `npm run bench`, of some by `npm run bench -- write NAME …`. Compare ratios, not figures: everything ' +
    `that is compared was measured in one run, in turn.\n\n${about}\n\n${sections.join('\n')}`
  );
}

/** The written sections by their title, in the order of the report. */
export function sectionsOf(text: string): Map<string, string> {
  const sections = text.split(/^(?=## )/m).slice(1);
  return new Map(sections.map((each) => [/^## (.*)$/m.exec(each)?.[1] ?? '', `${each.trimEnd()}\n`]));
}

/** @param report null when the benchmark failed. */
export function section({ name, title }: Bench, report: Report | null): string {
  const head = `## ${title}\n\n`;
  if (report === null) return `${head}The benchmark did not come to its end.\n`;
  const aims = report.aims.map(
    ({ aim, measured, met }) => `- ${verdict(met)}: ${aim}. Measured: ${measured}.`,
  );
  const parts = [`\`npm run bench -- ${name}\`. ${report.how}`, ...report.tables.map(table), aims.join('\n')];
  return `${head}${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function verdict(met: boolean | null): string {
  if (met === null) return '**Not judged, the machine was too unsteady**';
  return met ? 'Met' : '**Missed**';
}

function table({ title, head, rows }: Table): string {
  const widths = head.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return `**${title}**\n\n${[head, rule, ...rows].map(line).join('\n')}`;
}

/** Names to the left, figures to the right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
