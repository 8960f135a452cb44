import type { ScenarioId } from '../../server/demo/scenarios.ts';
import { scenarioOf } from '../../server/demo/scenarios.ts';
import { CHECKS, type CheckName } from './check.ts';
import type { Row } from './figures.ts';
import type { Summary } from './perform.ts';

/** The sentence of a summary is plain text for a terminal of 100 columns. */

/** Mean waits of 40 simulated days with three queues a window: no walks, no-shows or categories. */
const SIMULATED_MEAN_MINUTES: Readonly<Record<ScenarioId, number>> = {
  S1: 5.05,
  S2: 12.56,
  S3: 7.79,
  S5: 5.92,
};
const WHOLE_DAY_MINUTES = 480;
/** Findings of one check that are shown; the rest are counted. */
const SHOWN_FINDINGS = 5;
const SHOWN_COMPLAINTS = 5;

export function summaryText(summary: Summary): string {
  return [
    '',
    ...heading(summary),
    '',
    ...table(summary),
    '',
    ...windowsAndServer(summary),
    '',
    ...troubles(summary),
    ...verdict(summary),
    '',
  ].join('\n');
}

function heading({ scenario, seed, minutes, speed, clockSpeed, ...summary }: Summary): string[] {
  const { name } = scenarioOf(scenario as ScenarioId);
  const lines = [`${scenario} ${name}, seed ${seed}, ${minutes} minutes of the day at ×${speed}`];
  if (summary.wasBrokenOff) lines.push('Broken off: this is the day so far.');
  if (clockSpeed === 1 && speed !== 1) {
    lines.push(
      `The server's clock runs at its normal speed: due times and θ passed in real time, while people came`,
      `and were served ×${speed} as fast. Waits below are in minutes of the day (real minutes × ${speed}).`,
    );
  }
  return lines;
}

function table({ figures }: Summary): string[] {
  const columns = ['queue', 'issued', 'served', 'missed', 'cancelled', 'left'];
  const waits = ['mean', 'P50', 'P90', 'max'];
  const head = [...columns, ...waits, 'walk', 'service', 'on target'];
  const rows = [...figures.queues.toSorted((a, b) => b.issued - a.issued), figures.total].map(cells);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  const rule = '-'.repeat(line(head).length);
  return [`Waits (first call − issue), walks and services in minutes`, line(head), rule]
    .concat(rows.slice(0, -1).map(line))
    .concat([rule, line(rows.at(-1) ?? [])]);
}

function cells(row: Row): string[] {
  const { wait } = row;
  const minutes = [wait.mean, wait.median, wait.p90, wait.max, row.walkMean, row.serviceMean];
  return [
    row.queue,
    ...[row.issued, row.served, row.missed, row.cancelled, row.left].map(String),
    ...minutes.map((value) => value.toFixed(2)),
    percent(row.onTargetRate),
  ];
}

function windowsAndServer({ figures, screens, commands, server, ...summary }: Summary): string[] {
  const { callsPerWindow: calls, utilisation, total } = figures;
  const lines = [
    `windows   calls each ${calls.min} / ${calls.mean.toFixed(1)} / ${calls.max} (min / mean / max), utilisation ${percent(utilisation)}, missed of called ${percent(total.abandonRate)}`,
    `screens   ${screens.callsOnTheWall} of ${total.called} calls seen on the wall, ${screens.phonesTold} of ${screens.phonesFollowed} phones saw their call`,
    `commands  ${commands.acknowledged} acknowledged, latest arrival ${summary.latestArrivalMs.toFixed(0)} ms late in the player`,
  ];
  if (server !== null) {
    lines.push(
      `server    ${server.cpuSeconds.toFixed(1)} s of processor (${percent(server.cpuShare)} of a core), ${server.memoryMaxMiB.toFixed(0)} MiB at most, ` +
        `command ${server.commandMeanMs.toFixed(1)} ms mean, 99 % within ${server.commandP99Ms.toFixed(0)} ms`,
    );
  }
  if (screens.strangers > 0)
    lines.push(`strangers ${screens.strangers} tickets that the player did not take`);
  if (summary.minutes === WHOLE_DAY_MINUTES && !summary.wasBrokenOff) {
    const simulated = SIMULATED_MEAN_MINUTES[summary.scenario as ScenarioId];
    lines.push(
      `compare   mean wait ${total.wait.mean.toFixed(2)} min; ${simulated} is the mean of 40 simulated days without walks, no-shows and categories`,
    );
  }
  return lines;
}

/** What an ordinary day does not have. */
function troubles({ commands, complaints }: Summary): string[] {
  const faults = Object.entries(commands.faults).map(([what, count]) => `fault     ${what} (${count})`);
  const shown = complaints.slice(-SHOWN_COMPLAINTS).map((line) => `server    ${line}`);
  const more = complaints.length - shown.length;
  const rest = more > 0 ? [`server    … and ${more} lines of its log before`] : [];
  const lines = [...faults, ...rest, ...shown];
  return lines.length === 0 ? lines : [...lines, ''];
}

function verdict({ verdict: { account, checked, failed, passed }, events }: Summary): string[] {
  const { issued, ...ends } = account;
  const parts = Object.entries(ends).map(([name, count]) => `${count} ${name}`);
  const source = events === null ? 'what was seen' : `the log of ${events} events`;
  const lines = [`Check of ${source}: issued ${issued} = ${parts.join(' + ')}`];
  for (const check of Object.keys(CHECKS) as CheckName[]) {
    const found = failed.find((each) => each.check === check);
    if (!checked.includes(check)) lines.push(`  not seen  ${CHECKS[check]} (needs the server's log)`);
    else if (found === undefined) lines.push(`  ok        ${CHECKS[check]}`);
    else lines.push(`  FAILED    ${CHECKS[check]}`, ...examples(found.what));
  }
  return [...lines, passed ? 'The day passes its check.' : `The day FAILS: ${namesOf(failed)}.`];
}

function examples(what: readonly string[]): string[] {
  const shown = what.slice(0, SHOWN_FINDINGS).map((each) => `            ${each}`);
  const more = what.length - shown.length;
  return more > 0 ? [...shown, `            … and ${more} more`] : shown;
}

function namesOf(failed: Summary['verdict']['failed']): string {
  return failed.map(({ check }) => check).join(', ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
