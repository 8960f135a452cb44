import { BENCHES } from './registry.ts';

/** One benchmark in a process of its own, forked by main.ts: its report goes back as a message. */

const name = process.argv[2];
const bench = BENCHES.find((each) => each.name === name);
if (bench === undefined) throw new Error(`there is no benchmark ${name ?? ''}`);
const { run } = await bench.load();
const report = await run();
process.send?.(report, () => process.exit());
