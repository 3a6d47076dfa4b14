import { readFileSync } from 'node:fs';

/** How many live in a unit of state administration, which a code names only together with its list. */
export interface Figure {
  readonly codeList: string;
  readonly code: string;
  readonly year: number;
  readonly inhabitants: number;
}

const { figures } = JSON.parse(readFileSync(new URL('population.json', import.meta.url), 'utf8')) as {
  readonly figures: readonly Figure[];
};

const byUnit = new Map(figures.map((figure) => [keyOf(figure), figure]));

/** The figure of a unit and year, if there is one. */
export function findFigure(unit: Omit<Figure, 'inhabitants'>): Figure | undefined {
  return byUnit.get(keyOf(unit));
}

/** The figures of a list and year, the largest first. */
export function largestFigures(codeList: string, year: number): Figure[] {
  return figures
    .filter((figure) => figure.codeList === codeList && figure.year === year)
    .sort((a, b) => b.inhabitants - a.inhabitants);
}

function keyOf({ codeList, code, year }: Omit<Figure, 'inhabitants'>): string {
  return `${codeList} ${code} ${year}`;
}
