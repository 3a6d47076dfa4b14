import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from '../language/language.ts';
import { DASH, formatCell, formatNumber } from '../table/format.ts';
import type { Colours } from './colours.ts';
import type { BarsChart, LinesChart, Point } from './spec.ts';

/** Laid over a mark whose figure not all units answered for. */
const HATCH = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
  color: 'rgba(255, 255, 255, 0.7)',
} as const;

/** Pixels across of a chart with room enough. */
const WIDE = 640;

/** Names of units take at most two fifths of a chart, and no more than they need. */
function namesWidth(width: number): number {
  return Math.min(190, Math.round(width * 0.4));
}

/** What is written at a mark: the figure as in the table, or a dash. */
export function pointText(point: Point, percent: boolean, language: Language): string {
  if (point.figure !== null) return formatCell(point.figure, language);
  return point.value === null ? DASH : formatNumber(point.value, percent, language);
}

/** What all charts share. */
function frame(colours: Colours): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: 'Inter, system-ui, sans-serif', color: colours.text },
    color: [...colours.palette],
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: colours.ground,
      borderColor: colours.faint,
      textStyle: { color: colours.text, fontSize: 12 },
    },
  };
}

function valueAxis(percent: boolean, colours: Colours, language: Language): EChartsCoreOption {
  return {
    type: 'value',
    splitLine: { lineStyle: { color: colours.faint } },
    axisLabel: {
      color: colours.text,
      fontSize: 11,
      hideOverlap: true,
      formatter: (value: number) => formatNumber(value, percent, language),
    },
  };
}

function decalOf(point: Point): typeof HATCH | undefined {
  return point.figure?.state === 'INCOMPLETE' ? HATCH : undefined;
}

/** Lying bars, one for each unit from the top, with a tick at the target; paler below it, hatched where not all answered. */
export function barsOptions(chart: BarsChart, colours: Colours, language: Language, width = WIDE): EChartsCoreOption {
  const targets = chart.points
    .map((point, index) => [point.target, index] as const)
    .filter(([target]) => target !== null);
  const isBelow = (point: Point): boolean =>
    point.value !== null && point.target !== null && point.value < point.target;
  return {
    ...frame(colours),
    grid: { left: 8, right: 64, top: 4, bottom: 4, containLabel: true },
    xAxis: valueAxis(chart.percent, colours, language),
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.categories.map((category) => category.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.faint } },
      axisLabel: { color: colours.text, fontSize: 12, width: namesWidth(width), overflow: 'truncate', interval: 0 },
    },
    series: [
      {
        type: 'bar',
        name: chart.measure,
        barMaxWidth: 18,
        cursor: 'pointer',
        label: {
          show: true,
          position: 'right',
          color: colours.text,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            labelAt(chart.points[dataIndex], chart.percent, language),
        },
        // What is missing is drawn with no length, and told as what it is.
        tooltip: {
          valueFormatter: (_: unknown, index: number) => labelAt(chart.points[index], chart.percent, language),
        },
        data: chart.points.map((point) => ({
          value: point.value ?? 0,
          itemStyle: {
            color: isBelow(point) ? colours.below : colours.accent,
            decal: decalOf(point),
            borderRadius: [0, 3, 3, 0],
          },
        })),
      },
      {
        type: 'scatter',
        name: language === 'vi' ? 'Chỉ tiêu' : 'Target',
        symbol: 'rect',
        symbolSize: [3, 20],
        itemStyle: { color: colours.target },
        data: targets.map(([target, index]) => [target, index]),
        z: 3,
      },
    ],
  };
}

function labelAt(point: Point | undefined, percent: boolean, language: Language): string {
  return point === undefined ? '' : pointText(point, percent, language);
}

/** Lines over periods, broken where a figure is missing; a hollow mark where not all answered. */
export function linesOptions(chart: LinesChart, colours: Colours, language: Language): EChartsCoreOption {
  const hollow = (point: Point): boolean => point.figure?.state === 'INCOMPLETE';
  return {
    ...frame(colours),
    grid: { left: 8, right: 24, top: 36, bottom: 4, containLabel: true },
    legend: { show: chart.lines.length > 1, top: 0, left: 0, type: 'scroll', textStyle: { color: colours.text } },
    xAxis: {
      type: 'category',
      data: chart.categories.map((category) => category.name),
      axisLine: { lineStyle: { color: colours.faint } },
      axisLabel: { color: colours.text, fontSize: 11 },
    },
    yAxis: valueAxis(chart.percent, colours, language),
    series: chart.lines.map((line) => ({
      type: 'line',
      name: line.name === '' ? undefined : line.name,
      connectNulls: false,
      symbolSize: 7,
      symbol: 'circle',
      lineStyle: { width: 2 },
      data: line.points.map((point) => ({
        value: point.value,
        symbol: hollow(point) ? 'emptyCircle' : 'circle',
        label: { show: isBound(point), color: colours.text, formatter: pointText(point, chart.percent, language) },
      })),
      tooltip: {
        valueFormatter: (_: unknown, index: number) => labelAt(line.points[index], chart.percent, language),
      },
    })),
  };
}

/** A point whose figure is a bound says so at itself. */
function isBound({ figure, value }: Point): boolean {
  return value !== null && figure !== null && figure.qualifier !== 'EXACT';
}

/** A lying bar for each unit, made of its parts one after the other. */
export function stackedOptions(
  chart: LinesChart,
  colours: Colours,
  language: Language,
  width = WIDE,
): EChartsCoreOption {
  return {
    ...frame(colours),
    grid: { left: 8, right: 40, top: 36, bottom: 4, containLabel: true },
    legend: { show: true, top: 0, left: 0, type: 'scroll', textStyle: { color: colours.text } },
    xAxis: valueAxis(chart.percent, colours, language),
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.categories.map((category) => category.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.faint } },
      axisLabel: { color: colours.text, fontSize: 12, width: namesWidth(width), overflow: 'truncate' },
    },
    series: chart.lines.map((line) => ({
      type: 'bar',
      name: line.name,
      stack: 'all',
      barMaxWidth: 34,
      itemStyle: { borderColor: colours.ground, borderWidth: 1 },
      label: {
        show: true,
        fontSize: 11,
        formatter: ({ dataIndex }: { dataIndex: number }) => partLabel(line.points[dataIndex], chart.percent, language),
      },
      labelLayout: { hideOverlap: true },
      tooltip: {
        valueFormatter: (_: unknown, index: number) => labelAt(line.points[index], chart.percent, language),
      },
      data: line.points.map((point) => ({ value: point.value, itemStyle: { decal: decalOf(point) } })),
    })),
  };
}

/** A part of nothing has no room for a label. */
function partLabel(point: Point | undefined, percent: boolean, language: Language): string {
  return point === undefined || point.value === null || point.value === 0 ? '' : pointText(point, percent, language);
}
