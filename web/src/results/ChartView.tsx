import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { JSX } from 'react';
import { useDark } from '../app/useDark.ts';
import { coloursOn } from '../chart/colours.ts';
import type { Colours } from '../chart/colours.ts';
import { barsOptions, linesOptions, stackedOptions } from '../chart/options.ts';
import type { BarsChart, LinesChart } from '../chart/spec.ts';
import type { Language } from '../language/language.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const ROW = 26;

/** Lying bars need room for each; lines do with one height. */
function heightOf(chart: BarsChart | LinesChart): number {
  if (chart.kind === 'lines') return 300;
  return chart.kind === 'bars' ? 56 + chart.categories.length * ROW : 96 + chart.categories.length * 44;
}

function optionsOf(
  chart: BarsChart | LinesChart,
  colours: Colours,
  language: Language,
  width: number,
): EChartsCoreOption {
  if (chart.kind === 'bars') return barsOptions(chart, colours, language, width);
  return chart.kind === 'lines'
    ? linesOptions(chart, colours, language)
    : stackedOptions(chart, colours, language, width);
}

/** A chart, drawn as SVG. The table under it holds the same figures as text, so the picture is one image to a screen reader. */
export default function ChartView({
  chart,
  onUnit,
}: {
  readonly chart: BarsChart | LinesChart;
  onUnit(code: string): void;
}): JSX.Element {
  const { language, say } = useSpeech();
  const dark = useDark();
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (element.current === null) return undefined;
    const picture = init(element.current, null, { renderer: 'svg' });
    picture.on('click', ({ dataIndex, seriesType }) => {
      const code = seriesType === 'bar' ? chart.categories[dataIndex]?.code : null;
      if (code !== null && code !== undefined) onUnit(code);
    });
    const draw = (): void => {
      picture.resize();
      picture.setOption(optionsOf(chart, coloursOn(dark), language, picture.getWidth()));
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element.current);
    return (): void => {
      observer.disconnect();
      picture.dispose();
    };
  }, [chart, dark, language, onUnit]);

  const label = `${say.chart}: ${chart.kind === 'bars' ? chart.measure : chart.lines.map((line) => line.name).join(', ')}`;
  return <div ref={element} className="chart" role="img" aria-label={label} style={{ height: heightOf(chart) }} />;
}
