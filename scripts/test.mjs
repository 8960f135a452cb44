import { parseArgs } from 'node:util';
import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
// No package may be imported from here on before ensureDependencies has put it there.
const { root } = await import('./lib/root.mjs');
const { runNode } = await import('./lib/run.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');
const { ensureSystem, findChromium } = await import('./lib/system.mjs');
const { runBeside, runMocha } = await import('./lib/suites.mjs');

const LINT_LIMIT_MS = 2 * 60_000;
const TYPES_LIMIT_MS = 3 * 60_000;
/** What only computes: it has a core of its own while the others wait for disks, sockets and Redis. */
const COMPUTING = [
  'test/sim/**/*.test.ts',
  'test/{common,display,ticket-client,counter-client}/**/*.test.ts',
  'test/server/{balance,demo,figures,hall,printing}/**/*.test.ts',
];
/** What starts Redis servers, kills them and waits until that is noticed. */
const REDIS = ['test/cluster/**/*.test.ts', 'test/server/{effects,journal,redis,shelf,vault}/**/*.test.ts'];
const LIMITS = { testLimitMs: 10_000, runLimitMs: 20 * 60_000 };
const UNIT = [
  { files: ['test/**/*.test.ts'], except: [...COMPUTING, ...REDIS], ...LIMITS },
  { files: REDIS, ...LIMITS },
  { files: COMPUTING, ...LIMITS },
];
const BROWSER = { files: ['test/e2e/**/*.e2e.ts'], testLimitMs: 60_000, runLimitMs: 15 * 60_000 };

/** The steps of a full run, in order; `only` names the part that asks for the step, `tests` those grep is for. */
const STEPS = [
  { name: 'Format and lint', only: ['lint'], work: () => asOne(checkFormatAndLint()) },
  { name: 'Types', only: ['lint'], work: () => asOne(checkTypes()) },
  { name: 'Build', only: ['e2e'], work: () => asOne(ensureBuilt()) },
  {
    name: 'Unit and integration tests',
    only: ['unit'],
    tests: true,
    work: () => runBeside(UNIT, mochaOptions()),
  },
  { name: 'Browser tests', only: ['e2e'], tests: true, work: () => runMocha(BROWSER, mochaOptions()) },
];

const { only, grep } = parseOptions();
const chosen = STEPS.filter((step) => only === undefined || step.only.includes(only));
const total = await testAll();
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);

/** Every step runs, also after one that failed: one run shows everything that is wrong. */
async function testAll() {
  if (!(await ensureDependencies())) return cannotStart('The packages could not be installed: see above.');
  const missing = only === 'lint' ? undefined : await ensureSystem();
  if (missing) return cannotStart(missing);
  const sum = { passed: 0, failed: 0 };
  let matched = grep === undefined;
  for (const { name, work, tests = false } of chosen) {
    console.log(`\n── ${name}`);
    const { passed, failed } = await work();
    if (failed > 0) console.log(`── ${name}: ${failed} failed`);
    sum.passed += passed;
    sum.failed += failed;
    matched ||= tests && passed + failed > 0;
  }
  console.log('');
  if (matched) return sum;
  console.error(`No test matches --grep ${grep}.`);
  return { ...sum, failed: sum.failed + 1 };
}

function cannotStart(sentence) {
  console.error(sentence);
  return { passed: 0, failed: 1 };
}

async function asOne(result) {
  return (await result) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function checkFormatAndLint() {
  const biome = 'node_modules/@biomejs/biome/bin/biome';
  // Left alone, `biome ci` colours every character, which makes a log file unreadable.
  const colors = process.stdout.isTTY ? 'force' : 'off';
  const args = [biome, 'ci', '--error-on-warnings', `--colors=${colors}`];
  return (await runNode(args, { cwd: root, timeoutMs: LINT_LIMIT_MS })).ok;
}

async function checkTypes() {
  const args = ['node_modules/typescript/bin/tsc', '--noEmit'];
  return (await runNode(args, { cwd: root, timeoutMs: TYPES_LIMIT_MS })).ok;
}

function mochaOptions() {
  return { grep, env: { ...process.env, CHROMIUM_PATH: findChromium() ?? '' } };
}

function parseOptions() {
  const parts = [...new Set(STEPS.flatMap((step) => step.only))];
  try {
    const options = { only: { type: 'string' }, grep: { type: 'string', short: 'g' } };
    const { values } = parseArgs({ options });
    if (values.only !== undefined && !parts.includes(values.only))
      throw new Error(`--only takes one of ${parts.join(', ')}`);
    return values;
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
