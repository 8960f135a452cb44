import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { cases } from './import-cases.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
interface Diagnostic {
  category: string;
  location: { path: string };
}

/** Lints every case in one run: each gets a file of its own beside the others of its folder. */
function refusals(): Map<number, string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-lint-'));
  try {
    for (const part of ['biome.json', 'package.json', 'scripts/lint'])
      cpSync(join(root, part), join(directory, part), { recursive: true });
    const found = new Map<number, string[]>();
    // Cases that name the same single file (service, ports, …) take turns; the rest share a round.
    let waiting = cases.map((entry, index) => ({ entry, index }));
    while (waiting.length > 0) {
      const round = new Map<string, number>();
      const later: typeof waiting = [];
      for (const item of waiting) {
        const [file] = item.entry;
        const path = file.endsWith('/a.ts') ? file.replace(/a\.ts$/, `case${item.index}.ts`) : file;
        if (round.has(path)) later.push(item);
        else round.set(path, item.index);
      }
      for (const [path, index] of round) {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), cases[index]?.[1] ?? '');
      }
      for (const { category, location } of lint(directory)) {
        const index = round.get(location.path);
        if (index !== undefined) found.set(index, [...(found.get(index) ?? []), category]);
      }
      for (const path of round.keys()) rmSync(join(directory, path));
      waiting = later;
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function lint(directory: string): Diagnostic[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none'], {
    cwd: directory,
    encoding: 'utf8',
  });
  const report: { diagnostics: Diagnostic[] } = JSON.parse(run.stdout);
  return report.diagnostics;
}

describe('import rules', () => {
  let found: Map<number, string[]>;
  before(function () {
    this.timeout(30_000);
    found = refusals();
  });
  cases.forEach(([file, source, ...rules], index) => {
    const line = source.trim().split('\n')[0];
    it(`${rules.length === 0 ? 'allows' : 'refuses'} in ${file}: ${line}`, () => {
      expect([...new Set(found.get(index) ?? [])].sort()).to.deep.equal([...rules].sort());
    });
  });
});
