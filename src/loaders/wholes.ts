import type { Dimensions } from '../facts/indicators/indicator.ts';
import { dimensionsKey } from '../facts/indicators/indicator.ts';
import type { Question } from '../rollup/best.ts';
import type { Fact } from '../rollup/fact.ts';
import type { OwnReport } from '../rollup/own.ts';
import { ownReport } from '../rollup/own.ts';
import { wholeOfParts } from '../rollup/partition.ts';
import type { Tree } from '../tree/tree.ts';
import type { Catalogue } from './snapshot/catalogue.ts';
import type { FactRow } from './snapshot/facts.ts';

/** What is asked, for finding totals that were reported in parts alone. */
interface WholeQuestion {
  readonly indicator: string;
  readonly dimensions: Dimensions;
}

/**
 * The figures of units that reported all parts of a dimension and not the whole: women and men, and no
 * total. Only a dimension whose values are all known, and whose parts add up, makes one.
 * @param toFact makes the algebra's fact of a row
 */
export function wholesOf(
  tree: Tree,
  catalogue: Catalogue,
  asked: WholeQuestion,
  question: Question,
  rows: readonly FactRow[],
  toFact: (row: FactRow, unit: number) => Fact,
): Map<number, OwnReport> {
  const wholes = new Map<number, OwnReport>();
  if (question.behaviour.overUnits !== 'SUM') return wholes;
  for (const { name, addsUp } of catalogue.find(asked.indicator)?.dimensions ?? []) {
    const dimension = catalogue.dimension(name);
    if (!addsUp || !dimension?.closed || asked.dimensions[name] !== undefined) continue;
    for (const [unit, byValue] of partsByUnit(tree, asked.dimensions, name, rows, toFact)) {
      if (wholes.has(unit)) continue;
      const whole = wholeOfParts(
        dimension.values,
        reportsOf(byValue, question),
        question.behaviour.overTime === 'LAST',
      );
      if (whole) wholes.set(unit, whole);
    }
  }
  return wholes;
}

function reportsOf(
  byValue: ReadonlyMap<string, readonly Fact[]>,
  { period, behaviour, scale, knownAt }: Question,
): Map<string, OwnReport> {
  const reports = new Map<string, OwnReport>();
  for (const [value, facts] of byValue) {
    const report = ownReport(facts, period, behaviour, scale, knownAt);
    if (report) reports.set(value, report);
  }
  return reports;
}

function partsByUnit(
  tree: Tree,
  dimensions: Dimensions,
  name: string,
  rows: readonly FactRow[],
  toFact: (row: FactRow, unit: number) => Fact,
): Map<number, Map<string, Fact[]>> {
  const found = new Map<number, Map<string, Fact[]>>();
  for (const row of rows) {
    const value = row.dimensions[name];
    const unit = tree.byId(row.organizationId);
    if (
      value === undefined ||
      !unit ||
      dimensionsKey(row.dimensions) !== dimensionsKey({ ...dimensions, [name]: value })
    )
      continue;
    const byValue = found.get(unit.index) ?? new Map<string, Fact[]>();
    found.set(unit.index, byValue);
    byValue.set(value, [...(byValue.get(value) ?? []), toFact(row, unit.index)]);
  }
  return found;
}
