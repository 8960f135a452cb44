import type { Break, OutOfTurnAct, Report } from './hall/verify/report.ts';
import { MAX_BREAKS } from './hall/verify/report.ts';

/** A report for people: what was proved, what was out of turn and why, and what is wrong. */
export function reportWords(report: Report): string {
  const { hall, day, closed, events, calls, inTurn, outOfTurn, lastSeq, lastHash } = report;
  const title = `${hall} ${day}${closed ? '' : ' (the day is still open)'}`;
  const rows = [
    ['events', String(events)],
    ['calls', String(calls)],
    ['in turn', String(inTurn)],
    ['out of turn', String(calls - inTurn)],
    ['last event', String(lastSeq)],
    ['last hash', lastHash],
  ];
  return [
    title,
    ...rows.map(([name = '', value = '']) => `  ${name.padEnd(12)} ${value}`),
    ...section('Out of turn, as the log says', outOfTurn.map(actWords)),
    ...section('Broken', breakLines(report)),
    '',
    report.breakCount === 0
      ? 'The log is whole, and every call in it was the rule’s choice or is marked.'
      : `The log was NOT kept to: ${report.breakCount} found.`,
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

const ACTS: Record<OutOfTurnAct['type'], string> = {
  CalledOutOfTurn: 'called',
  MovedOutOfTurn: 'moved',
  CategoryChanged: 'given another category',
};

function actWords({ seq, at, type, number, window, by, role, reason }: OutOfTurnAct): string {
  return `event ${seq} ${timeOf(at)}: ${number} ${ACTS[type]} at window ${window}, by ${by} (${role}), reason ${reason}`;
}

function breakLines({ breaks, breakCount }: Report): string[] {
  const lines = breaks.map(breakWords);
  return breakCount > MAX_BREAKS ? [...lines, `… and ${breakCount - MAX_BREAKS} more`] : lines;
}

function breakWords({ code, seq, at, by, words }: Break): string {
  const where =
    seq === null ? '' : ` event ${seq} ${at === null ? '' : timeOf(at)}${by === null ? '' : ` by ${by}`}`;
  return `${code}${where}: ${words}`;
}

/** UTC, as the reader may sit anywhere. */
function timeOf(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? String(at) : time.toISOString();
}
