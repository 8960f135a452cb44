import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));
const CLIENTS = ['display', 'ticket-client', 'counter-client'];

/** Halls keep their screens and kiosks for years: what is built must run in Chromium 90. */
const OLDEST_BROWSER = 'chrome90';

/** Every page of every client; the path from the root is also the path that is served. */
const pages = CLIENTS.filter((client) => existsSync(join(root, client))).flatMap((client) =>
  readdirSync(join(root, client), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(root, client, file)),
);

/** Its address decides which pages it is for, and stays: browsers come back to it for what is new. */
const WORKER = 'notification-worker';

export default defineConfig({
  root,
  appType: 'mpa',
  publicDir: false,
  build: {
    outDir: 'dist/web',
    assetsDir: 'assets',
    emptyOutDir: true,
    target: OLDEST_BROWSER,
    cssTarget: OLDEST_BROWSER,
    // Chromium has had modulepreload since 66.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // ECharts' drawing core in kB, loaded by the manager's charts alone; all else is far below.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: [...pages, join(root, `ticket-client/${WORKER}.ts`)],
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
