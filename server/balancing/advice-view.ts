import type {
  AdvicePromise,
  Estimate,
  Expectation as ExpectationView,
} from '../../common/contract/advice.ts';
import type { AdviceView } from '../../common/contract/balance.ts';
import type { Assignment } from '../../common/contract/commands.ts';
import type { Advice, Expectation } from '../balance/advise/advise.ts';
import type { HallState } from '../hall/state.ts';

/**
 * What is told of an advice, to a hundredth of a minute; the same goes into the log when it is applied.
 * @param kind the first letter of its id.
 */
export function adviceView(
  { nothing, moves, together }: Advice,
  { windows }: Readonly<HallState>,
  kind: 'a' | 't',
  at: number,
): AdviceView {
  return {
    id: `${kind}${Math.floor(at).toString(36)}`,
    at,
    nothing: expectationOf(nothing),
    moves: moves.flatMap(({ move: { window, queue, from, until }, effect, after }) => {
      const setup = windows.get(window)?.setup;
      if (setup === undefined) return [];
      const end = Number.isFinite(until) ? until : null;
      return [
        {
          ...{ window, number: setup.number, queue, from, until: end },
          ...{ effect: estimateOf(effect), after: expectationOf(after) },
        },
      ];
    }),
    together: estimateOf(together),
    state: 'open',
    appliedAt: null,
    automatic: false,
  };
}

function expectationOf({ meanWait, queues }: Expectation): ExpectationView {
  const rounded = [...queues].map(([queue, minutes]) => [queue, round(minutes)]);
  return { meanWait: estimateOf(meanWait), queues: Object.fromEntries(rounded) };
}

function estimateOf({ mean, standardError }: Estimate): Estimate {
  return { mean: round(mean), standardError: round(standardError) };
}

function round(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}

/**
 * What has to be assigned so that the moves are made: a window's own queues, and those it is given behind them. No
 * window has moves of both kinds (`fits`): what is open has no standby.
 */
export function assignmentsOf(
  { moves }: Pick<AdvicePromise, 'moves'>,
  { windows }: Readonly<HallState>,
): Assignment[] {
  const byWindow = new Map<string, Assignment>();
  for (const { window, queue, from, until } of moves) {
    const before = byWindow.get(window)?.queues ?? windows.get(window)?.ownQueues ?? [];
    const what =
      queue === null ? { queues: [...before], opens: true as const } : { queues: [...before, queue] };
    byWindow.set(window, {
      ...{ window, ...what, from },
      ...(until === null ? {} : { until }),
    });
  }
  return [...byWindow.values()];
}

/** What goes into the log with the assignments that follow an advice. */
export function advisedBy(advice: AdviceView): { advice: string; promise: AdvicePromise } {
  const { id, at, nothing, moves, together } = advice;
  return { advice: id, promise: { at, nothing, moves, together } };
}
