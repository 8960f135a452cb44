/** Why a printer does not print. */
export type PrinterFault =
  | 'PAPER_OUT'
  | 'COVER_OPEN'
  | 'OFFLINE'
  | 'DEVICE_ERROR'
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'CONNECTION_LOST'
  | 'TOO_MANY_JOBS'
  | 'STOPPED'
  | 'STORAGE_FAILED';

/** What will soon keep it from printing. */
export type PrinterWarning = 'PAPER_LOW';

/** What staff read about a printer: what is wrong, then what to do. */
export const printerWords: Readonly<Record<PrinterFault | PrinterWarning, { 'zh-CN': string; en: string }>> =
  {
    PAPER_OUT: { 'zh-CN': '打印纸已用完，请换纸', en: 'The paper has run out: put in a new roll' },
    PAPER_LOW: {
      'zh-CN': '打印纸即将用完，请准备换纸',
      en: 'The paper is running low: have a new roll ready',
    },
    COVER_OPEN: { 'zh-CN': '打印机上盖未合好，请合上', en: 'The cover is open: close it' },
    OFFLINE: {
      'zh-CN': '打印机处于脱机状态，请检查打印机',
      en: 'The printer is offline: look at the printer',
    },
    DEVICE_ERROR: {
      'zh-CN': '打印机报错（切刀或机头），请关机后检查是否卡纸',
      en: 'The printer reports an error (cutter or head): switch it off and look for jammed paper',
    },
    UNREACHABLE: {
      'zh-CN': '连不上打印机，请检查电源和网线',
      en: 'The printer cannot be reached: check its power and network cable',
    },
    TIMEOUT: {
      'zh-CN': '打印机没有响应，请关机再开机',
      en: 'The printer does not answer: switch it off and on again',
    },
    CONNECTION_LOST: {
      'zh-CN': '打印中途连接断开，请检查网线，号票将重新打印',
      en: 'The connection broke while printing: check the cable; the slip will be printed again',
    },
    TOO_MANY_JOBS: {
      'zh-CN': '待打印的号票过多，请检查打印机',
      en: 'Too many slips are waiting to be printed: look at the printer',
    },
    STOPPED: { 'zh-CN': '打印服务未启动', en: 'The printer service is not running' },
    STORAGE_FAILED: {
      'zh-CN': '号票盘写入失败，请检查磁盘空间',
      en: 'The slip tray cannot be written: check the disk space',
    },
  };
