import type { SupplementSlipInput } from '../../../server/printing/supplement-slip.ts';

export const supplementSample: SupplementSlipInput = {
  hall: {
    name: { 'zh-CN': '滨江市政务服务中心', en: 'Binjiang Government Service Centre' },
    timeZone: 'Asia/Shanghai',
  },
  zoneName: { 'zh-CN': '二楼 社会保障专区', en: 'Floor 2, Social Security' },
  queueName: { 'zh-CN': '社保综合业务', en: 'Social insurance' },
  matterName: {
    'zh-CN': '企业职工基本养老保险关系转移接续',
    en: 'Transfer of basic pension insurance for employees',
  },
  papers: ['居民身份证（原件）', '基本养老保险参保缴费凭证（原件 1 份，复印件 2 份，加盖单位公章）'],
  number: 'R012',
  until: '2025-03-06',
  window: 12,
  printedAt: '2025-03-03T01:12:07.250Z',
  code: 'binjiang.R012.8f3kQ2mZ7pLwAb3x',
  secret: '8f3kQ2mZ7pLwAb3x',
};

/** A ticket that was taken for the queue alone: nobody knows the papers, the clerk writes them. */
export const plainSupplement: SupplementSlipInput = { ...supplementSample, matterName: null, papers: [] };
