import { HallConfig } from '../../common/contract/config.ts';
import { CATEGORIES } from './categories.ts';
import { demoDepartments } from './departments.ts';
import { demoMatters } from './matters.ts';
import { NOTICES } from './notices.ts';
import { demoQueues, demoWindows, demoZones } from './queues.ts';
import { demoCalendar, demoRoster } from './roster.ts';

/**
 * The government service hall of Yunzhou, a city that does not exist: 14 zones and queues, 55 windows,
 * 515 matters. It opens at any time of day, so that it can be shown at any time.
 */
export function demoHall(): HallConfig {
  return HallConfig.parse({
    id: 'demo',
    name: { 'zh-CN': '云州市政务服务中心', en: 'Yunzhou Government Service Centre' },
    zones: demoZones(),
    departments: demoDepartments(),
    queues: demoQueues(),
    windows: demoWindows(),
    categories: CATEGORIES,
    // One call is enough to miss a ticket here, so that every path can be tried without waiting.
    rule: { callsBeforeMiss: 1 },
    matters: demoMatters(),
    notices: NOTICES,
    roster: demoRoster(),
    calendar: demoCalendar(),
  });
}
