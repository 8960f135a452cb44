import { setTimeout as pause } from 'node:timers/promises';
import type { Patch } from '../../common/contract/socket.ts';
import type { CallView } from '../../common/contract/views.ts';
import type { Report } from './bench.ts';
import { Clerks } from './clerks.ts';
import { withFolder } from './folders.ts';
import { connectPhones, takeTickets, ticketSubscriptions } from './phones.ts';
import { type Served, serve, serveBare } from './processes.ts';
import { figure, percentile, times } from './stats.ts';
import { type CallsIn, connection, WALLS, Walls } from './walls.ts';

const PHONES = [0, 1000, 5000];
const ROUNDS = 3;
const ROUND_MS = 10_000;
const BARE_ROUND_MS = 5000;
const BARE_INTERVAL_MS = 100;
/** After thousands have connected: what that left to collect and to compile is not measured. */
const SETTLE_MS = 2000;
/** Rounds without phones whose P99 differs by more than this show the machine's tail, not the server's. */
const STEADY = 2;
const BARE = 'bare Socket.IO, no phones';

const HOW =
  'From the moment a clerk presses until each of 50 walls (full Socket.IO clients) has heard of the call: five ' +
  'calls and five arrivals a second at random moments, and the services they lead to. 5,000 tickets wait in ' +
  'every case; 0, 1,000 or 5,000 of them are watched by a phone, light clients in other processes. Bare ' +
  'Socket.IO answers a press by its echo and sends as many bytes to 50 walls; it decides and stores nothing. ' +
  `${ROUNDS} interleaved rounds of ${ROUND_MS / 1000} s, every receipt of every wall counted.`;

export function run(): Promise<Report> {
  return withFolder(async (folder) => {
    const server = await serve(folder);
    const holders = await takeTickets(server.port, Math.max(...PHONES));
    const clerks = new Clerks(connection(server.port));
    await clerks.openWindows();
    const rounds = new Map<string, number[][]>();
    const keep = (name: string, latenciesMs: number[]): void => {
      rounds.set(name, [...(rounds.get(name) ?? []), latenciesMs]);
    };
    let bare: Served | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      for (const phones of PHONES) {
        const disconnect = await connectPhones(server.port, ticketSubscriptions(holders.slice(0, phones)));
        await pause(SETTLE_MS);
        const { latenciesMs, messageBytes } = await measure(server, clerks);
        keep(nameOf(phones), latenciesMs);
        disconnect();
        await pause(SETTLE_MS);
        bare ??= await serveBare(messageBytes);
      }
      if (bare !== null) keep(BARE, await measureBare(bare));
    }
    await bare?.stop();
    await server.stop();
    return report(rounds);
  });
}

async function measure(
  server: Served,
  clerks: Clerks,
): Promise<{ latenciesMs: number[]; messageBytes: number }> {
  const walls = await Walls.open(server.port, callsOf);
  await clerks.press(walls, ROUND_MS);
  walls.close();
  return {
    latenciesMs: walls.latenciesMs(),
    messageBytes: Buffer.byteLength(JSON.stringify(walls.lastMessage)),
  };
}

const callsOf: CallsIn = (message) => {
  const calls = (message as Patch).set?.calls as CallView[] | undefined;
  return calls?.map(({ id }) => id) ?? [];
};

async function measureBare(server: Served): Promise<number[]> {
  const walls = await Walls.open(server.port, (message) => [(message as { id: number }).id]);
  const clerk = connection(server.port);
  const end = performance.now() + BARE_ROUND_MS;
  for (let id = 1; performance.now() < end; id++) {
    walls.pressed(id, performance.now());
    await clerk.emitWithAck('command', { id });
    await pause(BARE_INTERVAL_MS);
  }
  walls.close();
  clerk.disconnect();
  return walls.latenciesMs();
}

function nameOf(phones: number): string {
  return `${phones.toLocaleString('en')} phones`;
}

function report(rounds: Map<string, number[][]>): Report {
  const at = (name: string, share: number): number => percentile((rounds.get(name) ?? []).flat(), share);
  const none = nameOf(0);
  const rows = [...rounds].map(([name, latenciesMs]) => [
    name,
    figure(latenciesMs.flat().length / WALLS),
    ...[0.5, 0.99, 1].map((share) => figure(at(name, share))),
    times(at(name, 0.5) / at(BARE, 0.5)),
    times(at(name, 0.99) / at(none, 0.99)),
  ]);
  const head = ['', 'presses', 'P50 ms', 'P99 ms', 'max ms', 'P50 to bare', 'P99 to no phones'];
  const alone = (rounds.get(none) ?? []).map((latenciesMs) => percentile(latenciesMs, 0.99));
  const steady = Math.max(...alone) <= Math.min(...alone) * STEADY;
  const most = at(nameOf(Math.max(...PHONES)), 0.99) / at(none, 0.99);
  return {
    how: HOW,
    tables: [{ title: 'Press to wall', head, rows }],
    aims: [
      {
        aim: 'P99 with 5,000 phones ≤ 1.3 × with none',
        measured: times(most),
        met: steady ? most <= 1.3 : null,
      },
    ],
  };
}
