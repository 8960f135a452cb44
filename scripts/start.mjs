import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
const { root } = await import('./lib/root.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');

// ./data is the project's, wherever the command was given.
process.chdir(root);
if (!(await ensureDependencies()) || !(await ensureBuilt())) process.exit(1);
// In this very process, so that Ctrl-C and SIGTERM reach the server itself and nothing stands between
// it and a supervisor.
await import('../dist/server/main.js');
