import { HallConfig, type Setup } from '../../common/contract/config.ts';
import {
  type Model,
  NO_HABITS,
  type OpenSpan,
  type Span,
  type WindowPlan,
} from '../../server/balance/model.ts';
import {
  CHAIN_ORDER,
  closuresOf,
  DAY_FACTOR_SIGMA,
  DEMAND,
  expectedTickets,
  OPEN_MINUTES,
  type Scenario,
  type ScenarioId,
  SERVICE_SCV,
  SLOT_SHARES,
  scenarioOf,
} from '../../server/demo/scenarios.ts';

/** The scenarios' hall of 14 queues and 55 windows, its windows serving as many queues as is asked. */

const MINUTE_MS = 60_000;
const name = { 'zh-CN': '业务' };

/** How many queues each window serves: its primary and the next ones along the chain, or all. */
export type QueuesPerWindow = 1 | 2 | 3 | 'all';

export interface ScenarioChoices {
  queuesPerWindow: QueuesPerWindow;
  /** How many queues each clerk is qualified for; those that the window serves are among them. */
  qualifiedFor?: number;
  thetaMinutes?: number;
}

/** Opening is instant 0; windows serve until nobody waits. */
export function scenarioModel(
  id: ScenarioId,
  { queuesPerWindow, qualifiedFor = 1, thetaMinutes = 0 }: ScenarioChoices,
): Model {
  const scenario = scenarioOf(id);
  const places = windowPlaces();
  const setup = scenarioSetup(thetaMinutes);
  const plans = places.map(({ primary, count }, index): WindowPlan => {
    const queues = queuesOf(primary, count, queuesPerWindow);
    const open = openSpans(scenario, index).map((span): OpenSpan => ({ ...span, queues }));
    const qualified = [...new Set([...queues, ...along(primary, count, qualifiedFor)])];
    return { window: `w${index + 1}`, open, qualified, standby: [] };
  });
  const queues = DEMAND.map(({ meanServiceMinutes }, index) => ({
    queue: queueId(index),
    perSlot: SLOT_SHARES.map((share) => share * expectedTickets(scenario, index)),
    levelVariation: Math.expm1(DAY_FACTOR_SIGMA ** 2),
    service: { meanMinutes: meanServiceMinutes, squaredVariation: SERVICE_SCV },
    categoryShares: {},
    bookings: [],
  }));
  return { setup, demand: { from: 0, queues }, plans, habits: NO_HABITS };
}

export function queueId(index: number): string {
  return `q${index}`;
}

function scenarioSetup(thetaMinutes: number): Setup {
  const {
    notices: _n,
    departments: _d,
    matters: _m,
    roster: _r,
    calendar: _c,
    ...setup
  } = HallConfig.parse({
    id: 'scenario',
    name,
    zones: [{ id: 'hall', name }],
    queues: DEMAND.map(({ meanServiceMinutes, targetMinutes }, index) => ({
      id: queueId(index),
      prefix: String.fromCharCode('A'.charCodeAt(0) + index),
      name,
      zone: 'hall',
      meanServiceMinutes,
      targetMinutes,
    })),
    windows: windowPlaces().map(({ primary }, index) => ({
      id: `w${index + 1}`,
      number: index + 1,
      zone: 'hall',
      queues: [queueId(primary)],
    })),
    rule: { thetaMinutes },
  });
  return setup;
}

/** The windows in the order of their primary queues; `count` is the place among those of the queue, from 1. */
function windowPlaces(): { primary: number; count: number }[] {
  return DEMAND.flatMap(({ primaryWindows }, primary) =>
    Array.from({ length: primaryWindows }, (_, index) => ({ primary, count: index + 1 })),
  );
}

function queuesOf(primary: number, count: number, wanted: QueuesPerWindow): string[] {
  if (wanted === 1) return [queueId(primary)];
  if (wanted === 2) return along(primary, count, 2);
  if (wanted === 3) return unique(primary, [2 * count - 1, 2 * count]);
  return unique(
    primary,
    CHAIN_ORDER.map((_, step) => step),
  );
}

/** The primary queue and the `wanted` − 1 places along the chain that begin at the window's own. */
function along(primary: number, count: number, wanted: number): string[] {
  return unique(
    primary,
    Array.from({ length: wanted - 1 }, (_, step) => count + step),
  );
}

function unique(primary: number, steps: readonly number[]): string[] {
  const place = CHAIN_ORDER.indexOf(primary);
  const queues = steps.map((step) => CHAIN_ORDER[(place + step) % CHAIN_ORDER.length] ?? primary);
  return [...new Set([primary, ...queues])].map(queueId);
}

function openSpans(scenario: Scenario, window: number): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const closure of closuresOf(scenario, window)) {
    spans.push({ from: from * MINUTE_MS, until: closure.from * MINUTE_MS });
    from = closure.until;
  }
  if (from >= OPEN_MINUTES) throw new RangeError(`window ${window} does not open again`);
  return [...spans, { from: from * MINUTE_MS, until: Number.POSITIVE_INFINITY }];
}
