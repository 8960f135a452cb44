import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../chart/palette.ts';
import type { HeatMap, Need } from './season.ts';

/** Share of the scale past which a cell is dark and its figure light. */
const DARK_FROM = 0.8;

/** Queue × half hour, the figure in every cell. @param names of the queues, in the map's order. */
export function heatMapOption(map: HeatMap, names: readonly string[], palette: Palette): EChartsCoreOption {
  const { font, ink, soft, surface, wash, primary, onPrimary } = palette;
  const text = { fontFamily: font, fontSize: 14 };
  const axis = { axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } };
  return {
    grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      position: 'top',
      data: map.times,
      axisLabel: { ...text, color: soft, interval: 0, fontSize: 13 },
      ...axis,
    },
    yAxis: { type: 'category', inverse: true, data: names, axisLabel: { ...text, color: ink }, ...axis },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(1, map.highest),
      inRange: { color: [surface, wash, '#7fb2cb', primary] },
    },
    series: [
      {
        type: 'heatmap',
        label: { show: true, ...text },
        itemStyle: { borderColor: surface, borderWidth: 2, borderRadius: 3 },
        emphasis: { disabled: true },
        data: map.cells.map(({ column, row, value }) => ({
          value: [column, row, value],
          label: {
            color: value > DARK_FROM * map.highest ? onPrimary : ink,
            formatter: value === 0 ? '' : String(value < 9.5 ? value : Math.round(value)),
          },
        })),
      },
    ],
  };
}

/** Windows needed in each half hour: apart as steps, pooled as bars; beside them those the roster has. */
export function needOption({ times, apart, pooled, rostered }: Need, palette: Palette): EChartsCoreOption {
  const { font, ink, soft, line, primary, strong, better } = palette;
  const text = { fontFamily: font, fontSize: 13 };
  return {
    grid: { left: 8, right: 8, top: 16, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: times,
      axisLabel: { ...text, color: soft, interval: 1 },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { ...text, color: soft },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'bar',
        data: pooled,
        itemStyle: { color: primary, borderRadius: [3, 3, 0, 0] },
        barCategoryGap: '28%',
        label: { show: true, position: 'insideTop', color: palette.onPrimary, ...text },
      },
      {
        type: 'line',
        step: 'middle',
        data: apart,
        symbol: 'none',
        lineStyle: { color: strong, width: 2 },
        label: { color: ink },
      },
      {
        type: 'line',
        step: 'middle',
        data: rostered ?? [],
        symbol: 'none',
        lineStyle: { color: better, width: 3, type: 'dotted' },
      },
    ],
  };
}
