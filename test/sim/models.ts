import { HallConfig, type Setup } from '../../common/contract/config.ts';
import type { Model, Stream } from './queueing.ts';

/** Halls that are the queueing systems of which exact figures are known. */

const name = { 'zh-CN': '业务' };

/**
 * Equal targets and θ = 0: tickets are called in the order they came. No window's primary queue ever has
 * anybody and all windows have equally many queues, so that point 3 comes down to the longest idle.
 */
export function skillHall(windows: readonly (readonly string[])[], categories: object[] = []): Setup {
  const widest = Math.max(...windows.map((queues) => queues.length));
  const empty = Array.from({ length: widest }, (_, index) => `empty${index}`);
  const queues = [...new Set(windows.flat()), ...empty];
  const {
    notices: _n,
    departments: _d,
    matters: _m,
    roster: _r,
    calendar: _c,
    ...setup
  } = HallConfig.parse({
    id: 'model',
    name,
    zones: [{ id: 'hall', name }],
    queues: queues.map((id, index) => ({
      id,
      prefix: `${String.fromCharCode(65 + Math.floor(index / 10))}${String.fromCharCode(65 + (index % 10))}`,
      name,
      zone: 'hall',
      meanServiceMinutes: 15,
      targetMinutes: TARGET,
    })),
    windows: windows.map((able, index) => ({
      id: `w${index + 1}`,
      number: index + 1,
      zone: 'hall',
      queues: [empty[0], ...able, ...empty.slice(1, 1 + widest - able.length)],
    })),
    categories,
    rule: { thetaMinutes: 0, shortenedShare: 1 },
  });
  return setup;
}

/** The longest promise a hall can make: classes half a day apart are as good as absolute. */
const TARGET = 1440;

/** One line before equal windows. */
export function oneLine(windows: number, perMinute: number, serviceMinutes: number): Model {
  const setup = skillHall(Array.from({ length: windows }, () => ['all']));
  return { setup, streams: [{ queue: 'all', perMinute }], serviceMinutes };
}

/** Classes by their targets: 0, 720 and 1440 minutes; nobody waits for half a day, so the classes never mix. */
export function classes(windows: number, rates: [number, number, number], serviceMinutes: number): Model {
  const category = (id: string, targetMinutes: number): object => ({ id, name, targetMinutes, ground: name });
  const setup = skillHall(
    Array.from({ length: windows }, () => ['all']),
    [category('first', 0), category('second', TARGET / 2)],
  );
  const [first, second, third] = rates;
  const streams: Stream[] = [
    { queue: 'all', category: 'first', perMinute: first },
    { queue: 'all', category: 'second', perMinute: second },
    { queue: 'all', perMinute: third },
  ];
  return { setup, streams, serviceMinutes };
}

/** Two kinds of customers and windows that can do one or both. */
export function twoSkills(
  { only0 = 0, both = 0, only1 = 0 }: { only0?: number; both?: number; only1?: number },
  rates: [number, number],
  serviceMinutes: number,
): Model {
  const many = (count: number, queues: string[]): string[][] => Array.from({ length: count }, () => queues);
  const setup = skillHall([...many(only0, ['q0']), ...many(both, ['q0', 'q1']), ...many(only1, ['q1'])]);
  const streams = rates.map((perMinute, index) => ({ queue: `q${index}`, perMinute }));
  return { setup, streams, serviceMinutes };
}
