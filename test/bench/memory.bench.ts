import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from './bench.ts';
import { withFolder } from './folders.ts';
import { connectPhones, takeTickets, ticketSubscriptions } from './phones.ts';
import { type Served, serve, serveBare } from './processes.ts';
import { median, times, withSpread } from './stats.ts';

const PHONES = 5000;
const ROUNDS = 2;
/** Past the first pulses, so that what a first message allocates is counted. */
const SETTLE_MS = 4000;

const HOW =
  `What ${PHONES.toLocaleString('en')} connected phones add to the server's memory after full collections, a ` +
  'phone: of the real server, each phone with the ticket it watches, issued before; and of Socket.IO alone, ' +
  'joined to one room. Held is what JavaScript holds, heap and buffers; resident is what the system sees, where ' +
  'a process that has done other work before has room already, so the aim is judged by what is held. ' +
  `${ROUNDS} rounds, each with fresh processes.`;

interface PerPhone {
  residentKb: number;
  heldKb: number;
}

export function run(): Promise<Report> {
  return withFolder(async (folder) => {
    const ours: PerPhone[] = [];
    const bare: PerPhone[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await measure(await serveBare(0), async () => Array.from({ length: PHONES }, () => ({}))));
      const data = join(folder, String(round));
      mkdirSync(data);
      const server = await serve(data);
      ours.push(
        await measure(server, async () => ticketSubscriptions(await takeTickets(server.port, PHONES))),
      );
    }
    return report(ours, bare);
  });
}

async function measure(server: Served, subscriptionsOf: () => Promise<object[]>): Promise<PerPhone> {
  const subscriptions = await subscriptionsOf();
  // Some to warm up: code that is compiled once is no phone's.
  const leave = await connectPhones(server.port, subscriptions.slice(0, 100));
  leave();
  await pause(SETTLE_MS);
  const before = await server.memory();
  const disconnect = await connectPhones(server.port, subscriptions);
  await pause(SETTLE_MS);
  const after = await server.memory();
  disconnect();
  await server.stop();
  const held = ({ heapUsed, external }: NodeJS.MemoryUsage): number => heapUsed + external;
  return {
    residentKb: (after.rss - before.rss) / PHONES / 1024,
    heldKb: (held(after) - held(before)) / PHONES / 1024,
  };
}

function report(ours: PerPhone[], bare: PerPhone[]): Report {
  const resident = (of: PerPhone[]): number[] => of.map(({ residentKb }) => residentKb);
  const held = (of: PerPhone[]): number[] => of.map(({ heldKb }) => heldKb);
  const ratio = median(held(ours)) / median(held(bare));
  const rows = [
    ['OneWindow', withSpread(resident(ours)), withSpread(held(ours))],
    ['bare Socket.IO', withSpread(resident(bare)), withSpread(held(bare))],
    ['ratio', times(median(resident(ours)) / median(resident(bare))), times(ratio)],
  ];
  return {
    how: HOW,
    tables: [{ title: 'Memory of one phone', head: ['', 'resident KiB', 'held KiB'], rows }],
    aims: [{ aim: 'memory held for a phone ≤ 1.5 × bare', measured: times(ratio), met: ratio <= 1.5 }],
  };
}
