import { HallService, SqliteJournal, systemClock } from './built.ts';
import { hall } from './workload.ts';

/** Forked by replay.bench.ts: starts the service upon a written day and tells how long it took. */

process.on('disconnect', () => process.exit());
const from = performance.now();
const journal = new SqliteJournal(process.argv[2] ?? '');
const { notices: _n, departments: _d, matters: _m, roster: _r, calendar: _c, ...setup } = hall;
const service = new HallService(setup, journal, systemClock);
await service.start();
const took = performance.now() - from;
await service.stop();
await journal.close();
process.send?.(took, () => process.exit());
