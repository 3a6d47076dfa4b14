import { escapeHtml } from './escape.ts';

const WIDTH = 240;
const HEIGHT = 48;
const MARGIN = 4;

/** A value of a sparkline; hollow marks one that is not complete. */
export interface SparkPoint {
  readonly value: number | null;
  readonly hollow: boolean;
}

/**
 * A small line as SVG, from zero up, so that its height means something. It is broken where a value is missing, and a
 * value between two gaps is a dot.
 * @param label what it says, for those who do not see it
 */
export function sparkline(points: readonly SparkPoint[], label: string): string {
  const highest = Math.max(0, ...points.map((point) => point.value ?? 0));
  const x = (index: number): number => round(MARGIN + (index / Math.max(1, points.length - 1)) * (WIDTH - 2 * MARGIN));
  const y = (value: number): number =>
    round(HEIGHT - MARGIN - (highest === 0 ? 0 : value / highest) * (HEIGHT - 2 * MARGIN));
  let pen = 'M';
  const line: string[] = [];
  const dots: string[] = [];
  points.forEach(({ value, hollow }, index) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    line.push(`${pen}${x(index)} ${y(value)}`);
    pen = 'L';
    dots.push(`<circle cx="${x(index)}" cy="${y(value)}" r="2.5"${hollow ? ' class="hollow"' : ''}/>`);
  });
  return `<svg class="spark" role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><path class="base" d="M${MARGIN} ${HEIGHT - MARGIN}H${WIDTH - MARGIN}"/><path d="${line.join('')}"/>${dots.join('')}</svg>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
