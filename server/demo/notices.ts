import type { LocalText } from '../../common/contract/text.ts';

export const NOTICES: readonly LocalText[] = [
  {
    'zh-CN': '任何一个标有您业务的综合窗口都可以为您办理，请留意叫号。',
    en: 'Any window that lists your matter can serve you. Please watch for your number.',
  },
  {
    'zh-CN': '叫号顺序按应叫时刻，规则在取号机、手机页和大屏公开。',
    en: 'Numbers are called by their due time. The rule is shown at the kiosk, on the phone page and on the wall.',
  },
  {
    'zh-CN': '材料没带齐？请问导办员，很多证明可以用电子证照代替。',
    en: 'Missing a paper? Ask a guide: many certificates can be shown electronically.',
  },
  {
    'zh-CN': '不会用自助机没关系，服务台可以帮您取号。',
    en: 'No need to use the machine: the service desk will take a number for you.',
  },
  {
    'zh-CN': '大厅免费提供复印、充电、轮椅、老花镜和母婴室。',
    en: 'Copying, charging, wheelchairs, reading glasses and a nursing room are free.',
  },
];
