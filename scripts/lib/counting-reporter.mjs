import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS } = Mocha.Runner.constants;

/** A run that has ended but does not let go of its process is stopped after this time, and has failed. */
const LINGER_MAX_MS = 10_000;

/** Mocha's usual output, and the counts in the file that the option `counts` names. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const { counts: file } = options.reporterOptions;
    const counts = { passed: 0, failed: 0 };
    let skipped = 0;
    const write = () => writeFileSync(file, JSON.stringify(counts));
    runner.on(EVENT_TEST_PASS, () => {
      counts.passed += 1;
    });
    // Hooks that fail and, with --forbid-pending, skipped tests arrive here too.
    runner.on(EVENT_TEST_FAIL, (test) => {
      counts.failed += 1;
      if (test.pending) skipped += 1;
    });
    runner.on(EVENT_RUN_END, () => {
      write();
      if (skipped > 0)
        console.error(`${skipped} skipped, which counts as failed: a test runs, or it is deleted.`);
      // Unref'd: it fires only when something the tests left open keeps the process alive.
      setTimeout(() => {
        const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
        console.error(`The tests ended but left something open (${open}): close it in an after hook.`);
        counts.failed += 1;
        write();
        process.exit(1);
      }, LINGER_MAX_MS).unref();
    });
  }
}
