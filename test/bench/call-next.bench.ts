import type { Report } from './bench.ts';
import { decide, emptyHall, evolve } from './built.ts';
import { withFolder } from './folders.ts';
import { figure, median, percentile, times } from './stats.ts';
import { atService, type Way } from './ways.ts';
import { hall, inBulk, issue } from './workload.ts';

const WAITING = [100, 10_000, 100_000];
const ROUNDS = 200;
/** Windows that call in a round: few, as a hundred waiting must last for them. */
const CALLS = 11;
const CALLS_AT_SERVICE = 400;

const HOW =
  'The time of one call of the next ticket with so many waiting: decide and evolve alone, and through the ' +
  'service one by one with the disk. Between two rounds of eleven calls, the called are served and as many arrive ' +
  'again in the same queues.';

type Command = Parameters<typeof decide>[1];

/** A hall as decide and evolve alone make it. */
class PureHall {
  #state = emptyHall();
  #at = Date.now();

  /** @returns the queues of the tickets called. */
  do(command: Command): string[] {
    this.#at++;
    const decision = decide(this.#state, command, { at: this.#at, by: 'bench', role: null });
    if (!('events' in decision)) throw new Error(`${command.type}: ${decision.rejection.code}`);
    const queues: string[] = [];
    for (const event of decision.events) {
      const place = { seq: this.#state.seq + 1, at: this.#at, by: 'bench', commandId: 'bench' };
      evolve(this.#state, { ...event, ...place });
      if (event.type === 'TicketCalled') queues.push(this.#state.tickets.get(event.ticket)?.queue ?? '');
    }
    return queues;
  }
}

export async function run(): Promise<Report> {
  const rows: string[][] = [];
  const core: number[] = [];
  // For the compiler alone: the first hall would pay for the others.
  for (let warmUp = 0; warmUp < 5; warmUp++) pureCalls(1000);
  for (const waiting of WAITING) {
    const micros = pureCalls(waiting);
    core.push(median(micros));
    const serviceMs = await withFolder((folder) => serviceCalls(folder, waiting));
    rows.push([
      figure(waiting),
      figure(percentile(micros, 0.5)),
      figure(percentile(micros, 0.99)),
      figure(percentile(serviceMs, 0.5)),
      figure(percentile(serviceMs, 0.99)),
    ]);
  }
  const growth = (core.at(-1) ?? 0) / (core[0] ?? 1);
  const head = ['waiting', 'core P50 µs', 'core P99 µs', 'service P50 ms', 'service P99 ms'];
  return {
    how: HOW,
    tables: [{ title: 'Call next', head, rows }],
    aims: [
      {
        aim: 'with 100,000 waiting, a call takes the core the time it takes with 100 (≤ 2 ×)',
        measured: times(growth),
        met: growth <= 2,
      },
    ],
  };
}

/** @returns microseconds a call, of each round. */
function pureCalls(waiting: number): number[] {
  const pure = new PureHall();
  const { notices: _n, departments: _d, matters: _m, roster: _r, calendar: _c, ...setup } = hall;
  pure.do({ type: 'OpenDay', day: '2026-11-23', startsAt: Date.now(), setup, bookable: [] });
  for (const { id } of hall.windows) pure.do({ type: 'OpenWindow', window: id });
  for (let index = 0; index < waiting; index++) pure.do(issue(queueAt(index)));
  const micros: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const windows = Array.from({ length: CALLS }, (_, index) => windowAt(round * CALLS + index));
    const from = performance.now();
    const queues = windows.flatMap((window) => pure.do({ type: 'CallNext', window, ready: false }));
    micros.push(((performance.now() - from) * 1000) / CALLS);
    for (const window of windows) {
      pure.do({ type: 'StartService', window });
      pure.do({ type: 'FinishService', window });
    }
    for (const queue of queues) pure.do(issue(queue));
  }
  return micros;
}

/** @returns milliseconds of each call. */
async function serviceCalls(folder: string, waiting: number): Promise<number[]> {
  const way = await atService(folder);
  const { submit } = way;
  const give = (command: Parameters<Way['submit']>[0]): ReturnType<Way['submit']> => submit(command, 0);
  await inBulk(
    hall.windows.map(({ id }) => ({ type: 'OpenWindow' as const, window: id })),
    give,
  );
  await inBulk(
    Array.from({ length: waiting }, (_, index) => issue(queueAt(index))),
    give,
  );
  const latenciesMs: number[] = [];
  for (let call = 0; call < CALLS_AT_SERVICE; call++) {
    const window = windowAt(call);
    const from = performance.now();
    const { ticket } = await give({ type: 'CallNext', window, ready: false });
    latenciesMs.push(performance.now() - from);
    await give({ type: 'StartService', window });
    await give({ type: 'FinishService', window });
    await give(issue(ticket?.queue ?? ''));
  }
  await way.close();
  return latenciesMs;
}

function queueAt(index: number): string {
  return hall.queues[index % hall.queues.length]?.id ?? '';
}

function windowAt(index: number): string {
  return hall.windows[index % hall.windows.length]?.id ?? '';
}
