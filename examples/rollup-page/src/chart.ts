import { svg } from './element.ts';
import { figureText } from './figure.ts';
import type { UnitBelow } from './load.ts';

const ROW = 24;
const NAME_WIDTH = 300;
const BAR_WIDTH = 420;
const WIDTH = NAME_WIDTH + BAR_WIDTH + 120;

/** How many bars are drawn: the largest; the table has all. */
const BARS = 30;

/** Bars of the units below, the largest first. A unit without a value has no bar: it is in the table. */
export function barChart(units: readonly UnitBelow[], title: string): SVGElement | undefined {
  const known = units.filter((unit) => unit.indicator.value !== null);
  const shown = known.sort((a, b) => valueOf(b) - valueOf(a)).slice(0, BARS);
  const [first] = shown;
  if (first === undefined) return undefined;
  const bars = shown.map((unit, at) => bar(unit, at * ROW, Math.max(valueOf(first), Number.MIN_VALUE)));
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${shown.length * ROW}`, role: 'img', 'aria-label': title, class: 'chart' },
    bars,
  );
}

function valueOf({ indicator }: UnitBelow): number {
  return indicator.value ?? 0;
}

function bar(unit: UnitBelow, y: number, largest: number): SVGElement {
  const length = Math.max((valueOf(unit) / largest) * BAR_WIDTH, 1);
  const middle = String(y + ROW / 2);
  return svg('g', { class: 'bar' }, [
    svg('text', { x: String(NAME_WIDTH - 8), y: middle, 'text-anchor': 'end' }, [shortened(unit.name)]),
    svg('rect', { x: String(NAME_WIDTH), y: String(y + 3), width: length.toFixed(1), height: String(ROW - 6) }),
    svg('text', { x: String(NAME_WIDTH + length + 6), y: middle }, [figureText(unit.indicator)]),
  ]);
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
