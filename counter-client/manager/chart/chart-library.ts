import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, VisualMapComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** The parts of ECharts that the manager's page draws with, in a file of their own: loaded with the first chart. */

use([BarChart, HeatmapChart, LineChart, GridComponent, VisualMapComponent, CanvasRenderer]);

/** A chart that fills the element. */
export function chartIn(element: HTMLElement): ECharts {
  return init(element);
}
