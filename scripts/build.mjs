import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { build } = await import('./lib/build.mjs');
if (!(await ensureDependencies()) || !(await build())) process.exit(1);
