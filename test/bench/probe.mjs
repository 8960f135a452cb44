// Loaded into a process under test: tells its memory when asked, and ends it with the benchmark.

process.on('message', (message) => {
  if (message !== 'memory') return;
  // Twice: what finalizers free in the first round is collected in the second.
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ memory: process.memoryUsage() });
});
process.on('disconnect', () => process.exit());
