import type { EChartsCoreOption } from 'echarts/core';
import type { BalanceScore } from '../../../common/contract/balance.ts';
import { clockTime } from '../../../common/ui/format.ts';
import type { Palette } from '../chart/palette.ts';

/** A promise and what came, for one row of bars. */
export interface Bars {
  name: string;
  nothing: number;
  promised: number;
  came: number | null;
}

/** As often as the hall is scored: labels in between would only crowd. */
const SCORED_EVERY_MS = 5 * 60_000;

/** The running balance score of today, 0 to 100, with the instants at which advice was applied. */
export function scoreOption(
  scores: readonly BalanceScore[],
  timeZone: string,
  { font, soft, line, primary, wash }: Palette,
): EChartsCoreOption {
  const text = { fontFamily: font, fontSize: 14, color: soft };
  return {
    grid: { left: 8, right: 16, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'time',
      minInterval: SCORED_EVERY_MS,
      axisLabel: { ...text, hideOverlap: true, formatter: (at: number) => clockTime(at, timeZone) },
      axisLine: { lineStyle: { color: line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: text,
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'line',
        data: scores.map(({ at, score }) => [at, score]),
        symbol: scores.length < 3 ? 'circle' : 'none',
        lineStyle: { color: primary, width: 3 },
        itemStyle: { color: primary },
        areaStyle: { color: wash },
      },
    ],
  };
}

/** Doing nothing, promised, came: three bars for each, in minutes. */
export function barsOption(
  rows: readonly Bars[],
  { font, ink, soft, line, strong, primary, better }: Palette,
): EChartsCoreOption {
  const text = { fontFamily: font, fontSize: 14 };
  const series = (color: string, data: (number | null)[]) => ({
    type: 'bar',
    barMaxWidth: 14,
    barGap: '12%',
    itemStyle: { color, borderRadius: [0, 3, 3, 0] },
    label: { show: true, position: 'right', ...text, fontSize: 13, color: ink },
    data: data.map((minutes) => (minutes === null ? '-' : Math.round(minutes * 10) / 10)),
  });
  return {
    grid: { left: 8, right: 36, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: 'value',
      axisLabel: { ...text, color: soft },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: { ...text, color: ink },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    series: [
      series(
        strong,
        rows.map(({ nothing }) => nothing),
      ),
      series(
        primary,
        rows.map(({ promised }) => promised),
      ),
      series(
        better,
        rows.map(({ came }) => came),
      ),
    ],
  };
}
