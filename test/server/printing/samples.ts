import type { SlipInput } from '../../../server/printing/slip.ts';

/** A plausible ticket of a city's hall; tests change what they are about. */
export const sampleTicket: SlipInput = {
  hall: {
    name: { 'zh-CN': '滨江市政务服务中心', en: 'Binjiang Government Service Centre' },
    timeZone: 'Asia/Shanghai',
  },
  zoneName: { 'zh-CN': '二楼 社会保障专区', en: 'Floor 2, Social Security' },
  queueName: { 'zh-CN': '社保综合业务', en: 'Social insurance' },
  ticket: {
    number: 'A012',
    issuedAt: '2025-03-03T01:12:07.250Z',
    dueAt: '2025-03-03T01:32:07.250Z',
    ahead: 5,
    waitMinutes: { low: 12, high: 20 },
    windows: [1, 2, 3, 7, 12],
    isReprint: false,
  },
  notices: [
    {
      'zh-CN': '过号后请到导办台，可再等候两次。',
      en: 'Missed your call? See the guide desk; you may return twice.',
    },
  ],
  url: 'http://192.168.10.20:8080/t/01JNE5Q4K7?s=8f3kQ2mZ7pLw',
};

/** The same with everything a slip can carry. */
export const fullTicket: SlipInput = {
  ...sampleTicket,
  queueName: {
    'zh-CN': '企业职工基本养老保险关系转移接续',
    en: 'Transfer of basic pension insurance for employees',
  },
  ticket: {
    ...sampleTicket.ticket,
    number: 'B108',
    ahead: 37,
    windows: [1, 2, 3, 7, 12, 15, 18, 20, 21, 22, 25, 31, 33, 35, 36, 40, 41, 42],
    tag: { 'zh-CN': '优先·老年人', en: 'Priority: elderly' },
    isReprint: true,
  },
};
