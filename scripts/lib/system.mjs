import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

const APT_LIMIT_MS = 10 * 60_000;

/** What the tests need that npm cannot bring. One entry each; `find` returns a path or true. */
const NEEDS = [
  {
    what: 'Chromium (or Chrome, or its path in CHROMIUM_PATH)',
    debianPackages: ['chromium'],
    find: findChromium,
  },
  {
    what: 'a Chinese font such as Noto Sans CJK',
    debianPackages: ['fontconfig', 'fonts-noto-cjk'],
    find: hasChineseFont,
  },
  {
    what: 'redis-server (7 or newer)',
    debianPackages: ['redis-server'],
    find: () => findOnPath(['redis-server']),
  },
  {
    what: 'nginx',
    debianPackages: ['nginx-light'],
    // Not on everybody's PATH.
    find: () => findOnPath(['nginx']) ?? ['/usr/sbin/nginx'].find((path) => existsSync(path)),
  },
];

/**
 * Finds what the machine must bring for the tests, or installs it where that is possible.
 * @returns {Promise<string | undefined>} one sentence that says what is missing, or nothing
 */
export async function ensureSystem() {
  const missing = NEEDS.filter(({ find }) => !find());
  if (missing.length === 0) return undefined;
  const packages = missing.flatMap(({ debianPackages }) => debianPackages);
  if (process.getuid?.() === 0 && findOnPath(['apt-get'])) {
    console.log(`Installing ${packages.join(', ')} (apt-get) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { cwd: root, timeoutMs: APT_LIMIT_MS, env };
    await run('apt-get', ['update', '-q'], options);
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options);
  }
  const still = NEEDS.filter(({ find }) => !find()).map(({ what }) => what);
  if (still.length === 0) return undefined;
  return `The tests need ${still.join(' and ')}: install it (on Debian: apt-get install ${packages.join(' ')}) and run npm test again.`;
}

/** @returns {string | undefined} the browser's path; CHROMIUM_PATH, when set, is taken at its word or not at all */
export function findChromium() {
  const { CHROMIUM_PATH, PROGRAMFILES, LOCALAPPDATA } = process.env;
  if (CHROMIUM_PATH) return existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined;
  const onPath = findOnPath([
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
  ]);
  if (onPath) return onPath;
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
  ];
  return usual.find((path) => existsSync(path));
}

/** Windows and macOS bring Chinese fonts; on Linux, fontconfig knows. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  return spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}

function findOnPath(names) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
    .find((path) => existsSync(path));
}
