import type { Queue, Role, Window, Zone } from '../../common/contract/config.ts';
import type { Demand } from './scenarios.ts';
import { CHAIN_ORDER, DEMAND } from './scenarios.ts';

/** The 14 queues in the order of `DEMAND`; the letter is the prefix of their tickets and names their zone. */
const LINES = [
  {
    id: 'shebao',
    zone: ['社保专区', 'Social insurance'],
    name: ['社会保险和就业', 'Social insurance and employment'],
  },
  { id: 'yibao', zone: ['医保专区', 'Medical insurance'], name: ['医疗保障', 'Medical insurance'] },
  { id: 'shuiwu', zone: ['税务专区', 'Tax'], name: ['税务', 'Tax'] },
  {
    id: 'budongchan',
    zone: ['不动产登记专区', 'Real estate'],
    name: ['不动产登记', 'Real estate registration'],
  },
  {
    id: 'qiye',
    zone: ['企业开办专区', 'Business'],
    name: ['企业登记和经营许可', 'Business registration and licences'],
  },
  {
    id: 'huji',
    zone: ['户籍专区', 'Household registration'],
    name: ['户籍和身份证', 'Household registration and ID cards'],
  },
  {
    id: 'churujing',
    zone: ['出入境专区', 'Exit and entry'],
    name: ['出入境证件', 'Exit and entry documents'],
  },
  {
    id: 'chejiaguan',
    zone: ['车驾管专区', 'Vehicles and drivers'],
    name: ['车辆和驾驶证', 'Vehicles and driving licences'],
  },
  { id: 'gongjijin', zone: ['公积金专区', 'Housing fund'], name: ['住房公积金', 'Housing provident fund'] },
  {
    id: 'minzheng',
    zone: ['民政专区', 'Civil affairs'],
    name: ['民政、退役军人和助残', 'Civil affairs, veterans and disability'],
  },
  { id: 'jiaoyu', zone: ['教育专区', 'Education'], name: ['教育和入学', 'Education and school enrolment'] },
  {
    id: 'gongcheng',
    zone: ['工程建设专区', 'Construction'],
    name: ['工程建设审批', 'Construction approvals'],
  },
  {
    id: 'shuidianqi',
    zone: ['水电气专区', 'Utilities'],
    name: ['水电气热', 'Water, power, gas and heating'],
  },
  { id: 'zonghe', zone: ['综合服务区', 'General services'], name: ['综合服务', 'General services'] },
] as const;

export type QueueId = (typeof LINES)[number]['id'];

export function demoZones(): Zone[] {
  return LINES.map(({ id, zone: [chinese, english] }, index) => {
    const letter = letterOf(index);
    return { id: zoneOf(id), name: { 'zh-CN': `${letter}区 ${chinese}`, en: `Zone ${letter} ${english}` } };
  });
}

export function demoQueues(): Queue[] {
  return lines().map(
    ({ id, name: [chinese, english], demand: { targetMinutes, meanServiceMinutes } }, index) => ({
      id,
      prefix: letterOf(index),
      name: { 'zh-CN': chinese, en: english },
      zone: zoneOf(id),
      targetMinutes,
      meanServiceMinutes,
      ...(BOOKABLE.has(id)
        ? { booking: { slotMinutes: 30, perSlot: 6, from: '09:00', until: '17:00' } }
        : {}),
      ...(ANONYMOUS.has(id) ? { identity: 'none' as const } : {}),
    }),
  );
}

/** Queues that may be booked: what people plan for; walk-in stays possible everywhere. */
const BOOKABLE: ReadonlySet<QueueId> = new Set([
  'budongchan',
  'huji',
  'churujing',
  'chejiaguan',
  'gongjijin',
]);

/** Queues where nobody is asked who they are: advice and bills; elsewhere a card may be shown. */
const ANONYMOUS: ReadonlySet<QueueId> = new Set(['shuidianqi', 'zonghe']);

/** The shift lead sits at window 1, the manager's own counter is window 55. */
const ROLES: Record<number, Role> = { 1: 'lead', 55: 'manager' };

/** Besides its primary queue a clerk is qualified for so many; the window's own two come first. */
const QUALIFIED_STEPS = 5;

/** 55 comprehensive windows, numbered in the order of their primary queues. */
export function demoWindows(): Window[] {
  return lines()
    .flatMap(({ id, demand: { primaryWindows } }, primary) =>
      Array.from({ length: primaryWindows }, (_, index) => ({
        zone: zoneOf(id),
        queues: rotation(primary, index + 1),
        qualified: rotation(primary, index + 1, QUALIFIED_STEPS),
      })),
    )
    .map(({ zone, queues, qualified }, index) => ({
      id: `w${index + 1}`,
      number: index + 1,
      zone,
      queues,
      qualified,
      role: ROLES[index + 1] ?? 'clerk',
    }));
}

export function zoneOf(queue: QueueId): string {
  return `zone-${queue}`;
}

/**
 * The queues of the `count`-th window of a primary queue (from 1). Its helpers lie two places further along
 * the chain for each window, so that those of every queue differ. The seventh window of a queue comes round
 * to its own primary, which is then named once: such a window has two queues.
 */
function rotation(primary: number, count: number, further = 2): QueueId[] {
  const place = CHAIN_ORDER.indexOf(primary);
  const helpers = Array.from({ length: further }, (_, step) => 2 * count - 1 + step);
  const chosen = new Set([0, ...helpers].map((step) => CHAIN_ORDER[(place + step) % CHAIN_ORDER.length]));
  return [...chosen].flatMap((index) => LINES[index ?? -1]?.id ?? []);
}

function lines(): ((typeof LINES)[number] & { demand: Demand })[] {
  return DEMAND.flatMap((demand, index) => {
    const line = LINES[index];
    return line === undefined ? [] : [{ ...line, demand }];
  });
}

function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
