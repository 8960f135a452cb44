import type { Category } from '../../common/contract/config.ts';

/**
 * Who is served earlier, and on what ground. A target is shorter than that of any queue and never 0:
 * someone who has waited long enough still comes first.
 */
export const CATEGORIES: readonly Category[] = [
  {
    id: 'elderly',
    name: { 'zh-CN': '老年人（60周岁以上）', en: 'Elderly (60 and over)' },
    targetMinutes: 5,
    ground: {
      'zh-CN':
        '《中华人民共和国老年人权益保障法》关于为老年人办事提供便利和优先服务的规定；凭身份证或看面取号。',
      en: 'Law on the Protection of the Rights and Interests of the Elderly: priority in public services; ID card, or by sight.',
    },
  },
  {
    id: 'disabled',
    name: { 'zh-CN': '残疾人', en: 'Person with a disability' },
    targetMinutes: 5,
    ground: {
      'zh-CN':
        '《中华人民共和国残疾人保障法》《中华人民共和国无障碍环境建设法》关于公共服务场所提供优先和辅助服务的规定；凭残疾人证或看面取号。',
      en: 'Laws on the Protection of Persons with Disabilities and on Barrier-Free Environments; disability certificate, or by sight.',
    },
  },
  {
    id: 'pregnant',
    name: { 'zh-CN': '孕妇', en: 'Expectant mother' },
    targetMinutes: 5,
    ground: {
      'zh-CN': '本大厅服务公约：孕妇优先，口头说明即可，不查验证明。',
      en: "The hall's own service pledge: expectant mothers come early; saying so is enough, no proof is asked for.",
    },
  },
  {
    id: 'infant',
    name: { 'zh-CN': '携带婴幼儿（3周岁以下）', en: 'With an infant (under 3)' },
    targetMinutes: 5,
    ground: {
      'zh-CN': '本大厅服务公约：怀抱或推车携带3周岁以下婴幼儿的群众优先，看面取号。',
      en: "The hall's own service pledge: people carrying a child under 3, by sight.",
    },
  },
  {
    id: 'serviceman',
    name: { 'zh-CN': '现役军人', en: 'Member of the armed forces' },
    targetMinutes: 8,
    ground: {
      'zh-CN':
        '《中华人民共和国军人地位和权益保障法》关于军人享受优先服务的规定；凭军官证、士兵证等有效证件。',
      en: 'Law on the Status, Rights and Interests of Military Personnel; valid service card.',
    },
  },
  {
    id: 'veteran',
    name: { 'zh-CN': '退役军人和军人家属', en: 'Veteran or military family' },
    targetMinutes: 8,
    ground: {
      'zh-CN': '《中华人民共和国退役军人保障法》及军人抚恤优待有关规定；凭退役军人、其他优抚对象优待证。',
      en: 'Veterans Support Law and the rules on military pensions and preferential treatment; preferential treatment card.',
    },
  },
  {
    id: 'firefighter',
    name: { 'zh-CN': '消防救援人员', en: 'Fire and rescue staff' },
    targetMinutes: 8,
    ground: {
      'zh-CN': '国家综合性消防救援队伍人员优先优待的有关规定；凭干部证、消防员证。',
      en: 'National rules on preferential treatment of fire and rescue staff; service card.',
    },
  },
  {
    id: 'samaritan',
    name: { 'zh-CN': '见义勇为人员', en: 'Commended for bravery' },
    targetMinutes: 8,
    ground: {
      'zh-CN': '见义勇为人员奖励和保障的地方规定；凭见义勇为证书。',
      en: 'Local rules on the reward and protection of people who acted bravely for others; certificate.',
    },
  },
];
