import type { DayReport, Figures, FiguresRow, Spread } from '../../common/contract/report.ts';
import type { Locale } from '../../common/contract/text.ts';

type Words = Record<Locale, string>;

/** Spreadsheets take a file for UTF-8 only by this. */
const BYTE_ORDER_MARK = '\uFEFF';
const MINUTE_MS = 60_000;

const GROUPS = {
  total: { 'zh-CN': '合计', en: 'Total' },
  departments: { 'zh-CN': '部门', en: 'Department' },
  queues: { 'zh-CN': '业务队列', en: 'Queue' },
  windows: { 'zh-CN': '窗口', en: 'Window' },
  clerks: { 'zh-CN': '窗口人员', en: 'Clerk' },
  hours: { 'zh-CN': '时段', en: 'Hour' },
} as const satisfies Record<string, Words>;

const NOBODY: Words = { 'zh-CN': '未指明', en: 'None' };

interface Column {
  title: Words;
  cell: (figures: Figures) => string;
}

const COLUMNS: readonly Column[] = [
  column('取号', 'Issued', ({ issued }) => count(issued)),
  column('叫号', 'Called', ({ called }) => count(called)),
  column('弃号', 'Missed for good', ({ missed }) => count(missed)),
  column('弃号率', 'Abandon rate', ({ abandonRate }) => percent(abandonRate)),
  column('办结', 'Served', ({ served }) => count(served)),
  column('达标', 'On target', ({ onTarget }) => count(onTarget)),
  column('达标率', 'On-target rate', ({ onTargetRate }) => percent(onTargetRate)),
  ...spread('等候', 'Wait', ({ wait }) => wait),
  ...spread('到窗', 'Walk', ({ walk }) => walk),
  ...spread('办理', 'Service', ({ service }) => service),
  column('办理合计（分钟）', 'Serving (min)', ({ servingMs }) => minutes(servingMs)),
  column('开窗（分钟）', 'Open (min)', ({ openMs }) => minutes(openMs)),
  column('暂停（分钟）', 'Paused (min)', ({ pausedMs }) => minutes(pausedMs)),
  column('利用率', 'Utilisation', ({ utilisation }) => percent(utilisation)),
];

/** A report as a spreadsheet opens it: RFC 4180, UTF-8 with its mark, one line for each row of every grouping. */
export function csvOf(report: DayReport, locale: Locale): string {
  const { total, departments, queues, windows, clerks, hours } = report;
  const groups = { total: [{ id: '', name: report.hallName, figures: total }], departments, queues, windows };
  const head = [locale === 'en' ? ['Day', 'By', 'Name'] : ['日期', '分组', '名称']].flat();
  const rows = Object.entries({ ...groups, clerks, hours }).flatMap(([group, list]) =>
    list.map((row: FiguresRow) => [
      report.day,
      GROUPS[group as keyof typeof GROUPS][locale],
      nameOf(row, locale),
      ...COLUMNS.map(({ cell }) => cell(row.figures)),
    ]),
  );
  const lines = [[...head, ...COLUMNS.map(({ title }) => title[locale])], ...rows];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function nameOf({ id, name }: FiguresRow, locale: Locale): string {
  return name?.[locale] ?? name?.['zh-CN'] ?? id ?? NOBODY[locale];
}

function column(chinese: string, english: string, cell: Column['cell']): Column {
  return { title: { 'zh-CN': chinese, en: english }, cell };
}

function spread(chinese: string, english: string, of: (figures: Figures) => Spread): Column[] {
  return [
    column(`${chinese}次数`, `${english}s`, (figures) => count(of(figures).count)),
    column(`平均${chinese}（分钟）`, `${english}, mean (min)`, (figures) => minutes(of(figures).meanMs)),
    column(`${chinese}中位数（分钟）`, `${english}, median (min)`, (figures) =>
      minutes(of(figures).medianMs),
    ),
    column(`${chinese}P90（分钟）`, `${english}, P90 (min)`, (figures) => minutes(of(figures).p90Ms)),
    column(`最长${chinese}（分钟）`, `${english}, longest (min)`, (figures) => minutes(of(figures).maxMs)),
  ];
}

/** What has no meaning, or nothing to reckon with, is an empty cell. */
function count(value: number | null): string {
  return value === null ? '' : String(value);
}

function minutes(ms: number | null): string {
  return ms === null ? '' : (ms / MINUTE_MS).toFixed(2);
}

function percent(share: number | null): string {
  return share === null ? '' : `${(share * 100).toFixed(1)}%`;
}

/** Quoted where it must be; and what a spreadsheet would take for a formula is text, whoever wrote it. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
