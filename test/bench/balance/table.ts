import type { ScenarioId } from '../../../server/demo/scenarios.ts';
import type { QueuesPerWindow } from '../../support/scenario-hall.ts';
import type { Report } from '../bench.ts';
import { figure } from '../stats.ts';
import { mean, meanWaitMinutes, ScenarioDays, standardError } from './scenario-days.ts';

const DAYS = 200;
const SPEED_AIM = 300_000;
const SCENARIOS: readonly ScenarioId[] = ['S1', 'S2', 'S3', 'S5'];
const CAPABILITIES: readonly QueuesPerWindow[] = [1, 2, 3, 'all'];

const HOW =
  `The table: ${DAYS} random days of each scenario's hall of 55 windows, the same ones for each capability, lived by ` +
  'the kernel of server/balance under the published rule with θ = 0; mean waits of the days with 95 % half-widths. ' +
  'The kernel’s speed is that of days already drawn; drawing is told apart.';

/** Mean waits by what windows can do, and how fast the kernel is. */
export function tableReport(): Report {
  const speeds: string[][] = [];
  let slowest = Number.POSITIVE_INFINITY;
  const rows = SCENARIOS.map((id) => {
    const cells = CAPABILITIES.map((queuesPerWindow) => {
      const days = new ScenarioDays(id, { queuesPerWindow });
      const drawFrom = performance.now();
      const drawn = Array.from({ length: DAYS }, (_, seed) => days.draw(seed));
      const drawMs = performance.now() - drawFrom;
      const liveFrom = performance.now();
      const lived = drawn.map((day) => days.live(day));
      const liveMs = performance.now() - liveFrom;
      const tickets = drawn.reduce((sum, day) => sum + day.tickets.length, 0);
      const perSecond = (tickets / liveMs) * 1000;
      slowest = Math.min(slowest, perSecond);
      speeds.push([`${id}, ${label(queuesPerWindow)}`, figure(perSecond), figure((tickets / drawMs) * 1000)]);
      const waits = drawn.map((day, index) => {
        const calls = lived[index];
        return calls === undefined ? Number.NaN : meanWaitMinutes(day, calls);
      });
      return `${figure(mean(waits))} ± ${figure(1.96 * standardError(waits))}`;
    });
    return [id, ...cells];
  });
  return {
    how: HOW,
    tables: [
      { title: 'Mean wait, minutes', head: ['scenario', ...CAPABILITIES.map(label)], rows },
      { title: 'Tickets a second', head: ['', 'lived', 'drawn'], rows: speeds },
    ],
    aims: [
      {
        aim: 'the kernel lives at least 300,000 tickets a second',
        measured: `${figure(slowest)} at the least`,
        met: slowest >= SPEED_AIM,
      },
    ],
  };
}

function label(queues: QueuesPerWindow): string {
  if (queues === 1) return 'dedicated';
  return queues === 'all' ? 'pooled' : `${queues} queues`;
}
