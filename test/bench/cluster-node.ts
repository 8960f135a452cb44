import { randomUUID } from 'node:crypto';
import { HallService, parseRedisAddress, RedisJournal, RedisLink, systemClock } from './built.ts';
import { check } from './ways.ts';
import { drive, hall, inBulk, Workload } from './workload.ts';

/** Forked by cluster.bench.ts: one node of several, which works when told to and says how much it did. */

interface Work {
  /** Names of the halls, each with the demo hall's setup. */
  halls: string[];
  inFlight: number;
  forMs: number;
  /** This node's share of every hall's windows. */
  node: number;
  nodes: number;
}

process.on('disconnect', () => process.exit());
const { notices: _n, departments: _d, matters: _m, roster: _r, calendar: _c, ...setup } = hall;
const link = new RedisLink(parseRedisAddress(process.argv[2] ?? ''));
await link.start();
const started = new Map<string, Promise<{ service: Service; workload: Workload }>>();
type Service = InstanceType<typeof HallService>;

process.on('message', async ({ halls, inFlight, forMs, node, nodes }: Work) => {
  const working = await Promise.all(halls.map((id) => prepared(id, node, nodes)));
  if (forMs === 0) return process.send?.({ perSecond: 0, latenciesMs: [] });
  const each = Math.max(1, Math.floor(inFlight / halls.length));
  const measured = await Promise.all(
    working.map(({ service, workload }) =>
      drive(workload, async (command) => check(command, await give(service, command)), each, forMs),
    ),
  );
  process.send?.({
    perSecond: measured.reduce((sum, { perSecond }) => sum + perSecond, 0),
    latenciesMs: measured.flatMap(({ latenciesMs }) => latenciesMs),
  });
});
process.send?.('ready');

function prepared(
  id: string,
  node: number,
  nodes: number,
): Promise<{ service: Service; workload: Workload }> {
  const key = `${id} ${node} of ${nodes}`;
  const known = started.get(key) ?? prepare(id, node, nodes);
  started.set(key, known);
  return known;
}

async function prepare(
  id: string,
  node: number,
  nodes: number,
): Promise<{ service: Service; workload: Workload }> {
  const journal = new RedisJournal(link, id);
  const service = new HallService({ ...setup, id }, journal, systemClock, (fault) => {
    console.error('the journal has a fault:', fault);
  });
  await service.start();
  const windows = hall.windows.map((window) => window.id).filter((_, index) => index % nodes === node);
  const workload = new Workload(windows);
  await inBulk(workload.preparation(), (command) => give(service, command));
  return { service, workload };
}

function give(service: Service, command: Parameters<Service['execute']>[0]): ReturnType<Service['execute']> {
  return service.execute(command, { commandId: randomUUID(), by: 'bench' });
}
