import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
const { root } = await import('./lib/root.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { ensureBuilt } = await import('./lib/build.mjs');

// ./data is the project's, wherever the command was given.
process.chdir(root);
if (!(await ensureDependencies()) || !(await ensureBuilt())) process.exit(1);
const { main } = await import('../dist/server/migrate.js');
process.exitCode = await main(process.argv.slice(2), (text) => console.log(text));
