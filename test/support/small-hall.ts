import { HallConfig, type Setup, setupOf } from '../../common/contract/config.ts';

/** The business day most tests are on, a Monday without anything special, and its first instant. */
export const DAY = '2026-03-02';
export const MIDNIGHT = Date.parse(`${DAY}T00:00:00+08:00`);
export const MINUTE = 60_000;

/** An instant of the day by the hall's wall clock: at('09:30') or at('09:30:15'). */
export function at(clockTime: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clockTime.split(':').map(Number);
  return MIDNIGHT + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const name = (text: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': `${text}业务`, en: text });

type HallInput = Parameters<typeof HallConfig.parse>[0] & object;

/**
 * Three queues and four windows in two zones:
 * social (A, the hall's 20 minutes), tax (B, 10 minutes), estate (C, only 09:00–12:00 and 14:00–17:00);
 * w1 social+tax, w2 tax, w3 social+tax+estate, w4 estate+social.
 */
export function smallHall(changes: Record<string, unknown> = {}): HallConfig {
  const hall: HallInput = {
    id: 'small',
    name: name('small'),
    zones: [
      { id: 'east', name: name('east') },
      { id: 'west', name: name('west') },
    ],
    queues: [
      { id: 'social', prefix: 'A', name: name('social'), zone: 'east', meanServiceMinutes: 8 },
      { id: 'tax', prefix: 'B', name: name('tax'), zone: 'east', meanServiceMinutes: 5, targetMinutes: 10 },
      {
        id: 'estate',
        prefix: 'C',
        name: name('estate'),
        zone: 'west',
        meanServiceMinutes: 15,
        hours: [
          { from: '09:00', until: '12:00' },
          { from: '14:00', until: '17:00' },
        ],
      },
    ],
    windows: [
      { id: 'w1', number: 1, zone: 'east', queues: ['social', 'tax'] },
      { id: 'w2', number: 2, zone: 'east', queues: ['tax'] },
      { id: 'w3', number: 3, zone: 'west', queues: ['social', 'tax', 'estate'] },
      { id: 'w4', number: 4, zone: 'west', queues: ['estate', 'social'] },
    ],
    categories: [
      { id: 'elderly', name: name('elderly'), targetMinutes: 12, ground: name('ground') },
      { id: 'veteran', name: name('veteran'), targetMinutes: 0, ground: name('ground') },
    ],
    // One call is enough here, and a recall may follow at once: the tests of these say so themselves.
    rule: { callsBeforeMiss: 1, recallPauseSeconds: 0 },
    departments: [{ id: 'bureau', name: name('bureau'), zone: 'east' }],
    matters: [matter('pension', '养老金申领', 'social'), matter('invoice', '发票领用', 'tax')],
    notices: [name('notice')],
    ...changes,
  };
  return HallConfig.parse(hall);
}

/** What of a hall goes into its log. */
export function smallSetup(changes: Record<string, unknown> = {}): Setup {
  return setupOf(smallHall(changes));
}

function matter(id: string, chinese: string, queue: string): object {
  return {
    id,
    code: id.toUpperCase().padEnd(31, '0'),
    name: { 'zh-CN': chinese, en: id },
    department: 'bureau',
    queue,
    papers: [{ name: '身份证', form: '原件' }],
    promisedWorkingDays: 3,
    questions: [],
  };
}
