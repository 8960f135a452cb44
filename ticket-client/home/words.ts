import type { Locale } from '../../common/contract/text.ts';

/** Every sentence of the home page, per language. Pure. */

export type ScreenId =
  | 'kiosk'
  | 'wall'
  | 'window'
  | 'counter'
  | 'manager'
  | 'phone'
  | 'booking'
  | 'fairness'
  | 'tray'
  | 'operations'
  | 'api';

export interface ScreenWords {
  name: string;
  about: string;
}

const chinese = {
  pageTitle: '一窗 OneWindow',
  welcome: '一门、一窗、一网：从取号到叫号的全部界面。',
  hall: '大厅',
  chooseWindow: '窗口',
  windowName: (number: number) => `${number} 号窗口`,
  open: '打开',
  otherLanguage: 'English',
  tryIt: '第一次使用',
  steps: ['打开取号机，取一个号。', '打开窗口端，开窗，按空格键叫号。', '看大厅屏、窗口屏和手机页的变化。'],
  screens: {
    kiosk: { name: '取号机', about: '群众选事项、看材料、取号。竖屏 1080×1920，横屏 1280×800。' },
    wall: { name: '大厅屏', about: '最新叫号、各窗口、各业务等候人数。1920×1080。' },
    window: { name: '窗口屏', about: '窗口上方的小屏：叫号、热情为您服务、暂停服务。' },
    counter: { name: '窗口端', about: '窗口人员叫号、重呼、办理、办结、过号、暂停，全程可用键盘。' },
    manager: { name: '大厅管理', about: '大厅全景、调度建议与成效、季节预测和推演。1440×900 以上。' },
    phone: { name: '手机页', about: '扫小票上的二维码打开，随时看前面人数，叫到时提醒。' },
    booking: { name: '预约页', about: '群众在手机上选事项、日期和时段预约，到大厅扫码签到。' },
    fairness: {
      name: '今日叫号公开',
      about: '今天怎么叫的号、例外有几次、规则是什么；加 &ground=dark 上墙。',
    },
    tray: { name: '小票盘', about: '没有打印机也能看到真实的小票。' },
    operations: { name: '运行状况', about: '打印机、后台任务；没有打成的小票在这里重新打印。' },
    api: { name: '接口说明', about: 'OpenAPI 文档，供其他系统对接。' },
  } satisfies Record<ScreenId, ScreenWords>,
  scanSlip: '用手机扫小票二维码',
};

export type HomeWords = typeof chinese;

const english: HomeWords = {
  pageTitle: 'OneWindow 一窗',
  welcome: 'One door, one window, one network: every screen, from the number to the call.',
  hall: 'Hall',
  chooseWindow: 'Window',
  windowName: (number) => `Window ${number}`,
  open: 'Open',
  otherLanguage: '中文',
  tryIt: 'For the first time here',
  steps: [
    'Open the kiosk and take a number.',
    'Open the counter, open the window, and call with the space bar.',
    'Watch the hall display, the window display and the phone page follow.',
  ],
  screens: {
    kiosk: { name: 'Kiosk', about: 'Find a matter, see its papers, take a number. 1080×1920 or 1280×800.' },
    wall: { name: 'Hall display', about: 'Latest calls, every window, people waiting. 1920×1080.' },
    window: { name: 'Window display', about: 'The small screen above a window.' },
    counter: { name: 'Counter', about: 'Call, recall, start, finish, miss, pause: all by keyboard.' },
    manager: {
      name: 'Manager',
      about: 'The floor live, advice and what came of it, the season, what if. From 1440×900.',
    },
    phone: { name: 'Phone page', about: 'Opened by the code on a slip: people ahead, live, and the call.' },
    booking: {
      name: 'Booking',
      about: 'Choose matter, day and slot on a phone; check in by code in the hall.',
    },
    fairness: {
      name: 'Calls in public',
      about: 'Today’s calls, every exception, the rule. With &ground=dark for a wall.',
    },
    tray: { name: 'Slip tray', about: 'Real slips with no printer at hand.' },
    operations: { name: 'Operations', about: 'The printer and the jobs; print again what was given up.' },
    api: { name: 'API', about: 'OpenAPI document, for other systems.' },
  },
  scanSlip: 'Scan the code on a slip',
};

export const HOME_WORDS: Record<Locale, HomeWords> = { 'zh-CN': chinese, en: english };
