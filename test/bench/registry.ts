import type { Bench } from './bench.ts';

/** Every benchmark by name, in the order of the report. */
export const BENCHES: readonly Bench[] = [
  {
    name: 'commands',
    title: 'Durable commands',
    limitMs: 120_000,
    load: () => import('./commands.bench.ts'),
  },
  {
    name: 'latency',
    title: 'From the press to the wall',
    limitMs: 270_000,
    load: () => import('./latency.bench.ts'),
  },
  {
    name: 'memory',
    title: 'Memory of a phone',
    limitMs: 150_000,
    load: () => import('./memory.bench.ts'),
  },
  {
    name: 'call-next',
    title: 'Choosing the next ticket',
    limitMs: 60_000,
    load: () => import('./call-next.bench.ts'),
  },
  {
    name: 'replay',
    title: 'Replay and second start',
    limitMs: 150_000,
    load: () => import('./replay.bench.ts'),
  },
  {
    name: 'cluster',
    title: 'Many nodes upon one Redis',
    limitMs: 240_000,
    load: () => import('./cluster.bench.ts'),
  },
  {
    name: 'cluster-walls',
    title: 'From the press at one node to the wall at another',
    limitMs: 150_000,
    load: () => import('./cluster-walls.bench.ts'),
  },
  {
    name: 'failover',
    title: 'When a node or Redis dies',
    limitMs: 150_000,
    load: () => import('./failover.bench.ts'),
  },
  {
    name: 'verify',
    title: 'Proving a day',
    limitMs: 90_000,
    load: () => import('./verify.bench.ts'),
  },
  {
    name: 'balance',
    title: 'Simulating, foretelling and balancing a day',
    limitMs: 360_000,
    load: () => import('./balance.bench.ts'),
  },
  {
    name: 'forecast',
    title: 'Forecasting a season',
    limitMs: 240_000,
    load: () => import('./forecast.bench.ts'),
  },
];
