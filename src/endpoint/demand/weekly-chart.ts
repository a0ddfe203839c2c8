import { trusted, type Markup } from './markup.js';

/** Pieces by week; the arrays are as long as `weeks`. */
export interface Weekly {
  /** Mondays. */
  readonly weeks: readonly string[];
  readonly backordered: readonly number[];
  readonly asked: readonly number[];
}

const AXIS = { color: 'var(--soft)', fontSize: 11 };
/** Sizes of a digit and of a week's label in a drawing, for the room that they need. */
const DIGIT = 7;
const LABEL = 52;

/**
 * Bars of pieces backordered and, on them, asked for. An SVG that ECharts draws on the server: no script and no style of its
 * own, so the page needs allow neither; its colours are the page's. It holds numbers and dates only, and no shop's text.
 *
 * @throws when the package `echarts` is not installed
 */
export async function weeklyChart(weekly: Weekly, width: number, height: number): Promise<Markup> {
  const { init } = await echarts();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(optionsOf(weekly, width));
    return trusted(plain(chart.renderToSVGString({ useViewBox: true })));
  } finally {
    chart.dispose();
  }
}

/** Only what is drawn here is loaded, and only when the first page is asked for. */
async function echarts() {
  const [core, { BarChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([BarChart, GridComponent, SVGRenderer]);
  return core;
}

function optionsOf({ weeks, backordered, asked }: Weekly, width: number) {
  const most = Math.max(...weeks.map((_, at) => (backordered[at] ?? 0) + (asked[at] ?? 0)));
  const left = DIGIT * String(most).length + 12;
  const every = Math.max(1, Math.ceil((weeks.length * LABEL) / (width - left)));
  const bars = (data: readonly number[], color: string) => ({
    type: 'bar',
    stack: 'pieces',
    silent: true,
    emphasis: { disabled: true },
    barCategoryGap: '30%',
    barMaxWidth: 36,
    itemStyle: { color },
    data: [...data],
  });
  return {
    animation: false,
    grid: { left, right: 0, top: 8, bottom: 24 },
    xAxis: {
      type: 'category',
      data: weeks.map(dayText),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--edge)' } },
      // Counted from the end: the current week is always named.
      axisLabel: { ...AXIS, interval: (at: number) => (weeks.length - 1 - at) % every === 0 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: AXIS,
    },
    series: [bars(backordered, 'var(--owed)'), bars(asked, 'var(--asked)')],
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-16` as `16 Nov`. */
export function dayText(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

/** Without what would need `style-src 'unsafe-inline'`, and what only ECharts' own script reads. */
function plain(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(
      / (?:style|class|ecmeta_\w+|pointer-events|xml:space|xmlns:xlink|baseProfile|version)="[^"]*"/g,
      '',
    )
    .replace('<svg', '<svg class="chart" aria-hidden="true" focusable="false"');
}
