import fc from 'fast-check';
import { span } from '../../src/periods/period.ts';
import { formatPeriod } from '../../src/periods/format.ts';
import type { Figure } from '../../src/rollup/figure.ts';
import { Figures } from '../../src/rollup/best.ts';
import type { Fact } from '../../src/rollup/fact.ts';
import { KIND_BEHAVIOUR } from '../../src/rollup/kinds.ts';
import { restated, RestatedFigures } from '../../src/rollup/restate.ts';
import type { Tree } from '../../src/tree/tree.ts';
import type { Unit } from '../../src/tree/unit.ts';
import type { Reform } from './reform.ts';
import { REFORM, reform, treeOf } from './reform.ts';

/** A day before the reform and one after it. */
const BEFORE = REFORM - 1;
const SINCE = REFORM + 1;

interface Reports {
  /** Which units report: the code's place in the list of those open on the day, and the value. */
  readonly picks: readonly (readonly [number, number])[];
}

const reports: fc.Arbitrary<Reports> = fc.record({
  picks: fc.array(fc.tuple(fc.nat(1000), fc.nat(500)), { maxLength: 12 }),
});

function figuresOn(tree: Tree, day: number, { picks }: Reports, takes: (unit: Unit) => boolean = () => true): Both {
  const open = tree.units.filter((unit) => tree.placementOn(unit, day) && unit !== tree.root && takes(unit));
  const facts = new Map<number, Fact[]>();
  picks.forEach(([pick, value], id) => {
    const unit = open[pick % Math.max(open.length, 1)];
    if (unit) facts.set(unit.index, [factOf(unit.index, id, value, day)]);
  });
  return both(tree, day, facts);
}

/** The figures on the tree of their own day, and the same restated. */
interface Both extends Figures {
  restatedOn(day: number, unit: Unit): { figure: Figure; unsplit: readonly Unit[] };
}

function both(tree: Tree, day: number, facts: ReadonlyMap<number, readonly Fact[]>): Both {
  const of = [
    tree,
    { behaviour: KIND_BEHAVIOUR.STOCK, scale: 1, period: span(day, day + 1) },
    facts,
    () => true,
  ] as const;
  const restatedOn = (treeOn: number, unit: Unit) => {
    const figures = new RestatedFigures(treeOn, ...of);
    return {
      figure: figures.figure(restated(unit)),
      unsplit: figures.unsplit(restated(unit)).map((piece) => piece.unit),
    };
  };
  return Object.assign(new Figures(...of), { restatedOn });
}

function factOf(unit: number, id: number, value: number, day: number): Fact {
  const periodKey = formatPeriod(span(day, day + 1));
  return {
    id,
    unit,
    periodKey,
    days: { from: day, to: day + 1 },
    approximate: false,
    per: null,
    value,
    numerator: null,
    denominator: null,
    qualifier: 'EXACT',
    sourceId: 's',
    knownAt: 0,
  };
}

const valueOf = (figure: { best: { value: number | null } | undefined }): number | null | undefined =>
  figure.best?.value;
const level = (tree: Tree, day: number): Unit[] => tree.childrenOn(tree.root, day).map(({ child }) => tree.unit(child));

test.each([
  ['onto the new tree', BEFORE, SINCE],
  ['onto the old tree', SINCE, BEFORE],
])('the nation has the same total either way: %s', (_, day, treeOn) => {
  fc.assert(
    fc.property(reform, reports, (change, told) => {
      const figures = figuresOn(treeOf(change), day, told);
      expect(valueOf(figures.restatedOn(treeOn, figures.tree.root).figure)).toBe(
        valueOf(figures.figure(figures.tree.root)),
      );
    }),
  );
});

test('a new province has what the old provinces had that went into it, their own reports included', () => {
  fc.assert(
    fc.property(reform, reports, (change, told) => {
      const figures = figuresOn(treeOf(change), BEFORE, told);
      const { tree } = figures;
      for (const province of level(tree, SINCE)) {
        const old = tree.predecessorsOf(province).map(({ from }) => figures.figure(tree.unit(from)));
        const values = old.flatMap((figure) => figure.best?.value ?? []);
        const expected = values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
        expect(valueOf(figures.restatedOn(SINCE, province).figure)).toBe(expected);
      }
    }),
  );
});

test('where cells report, each new commune has exactly the reports of its own cells', () => {
  fc.assert(
    fc.property(reform, reports, (change, told) => {
      const figures = figuresOn(treeOf(change), BEFORE, told, (unit) => unit.code.includes('-C'));
      const { tree } = figures;
      for (const commune of level(tree, SINCE).flatMap((province) =>
        tree.childrenOn(province, SINCE).map(({ child }) => tree.unit(child)),
      )) {
        const cells = tree
          .childrenOn(commune, SINCE)
          .flatMap(({ child }) => figures.figure(tree.unit(child)).best?.value ?? []);
        const { figure, unsplit } = figures.restatedOn(SINCE, commune);
        expect(valueOf(figure)).toBe(cells.length === 0 ? undefined : cells.reduce((sum, value) => sum + value, 0));
        expect(unsplit).toEqual([]);
      }
    }),
  );
});

test('a report of a commune that was split is named as unsplit, and given to none of its parts', () => {
  const change: Reform = {
    newProvinces: 1,
    oldProvinces: [{ into: 0, communes: [{ cells: [0, 1] }, { cells: [1] }] }],
  };
  const tree = treeOf(change);
  const split = tree.byCode('X00');
  const whole = tree.byCode('X01');
  const facts = new Map(
    [split, whole].map((unit, id) => [unit?.index ?? -1, [factOf(unit?.index ?? -1, id, 100 + id, BEFORE)]]),
  );
  const figures = both(tree, BEFORE, facts);
  const after = (code: string) => figures.restatedOn(SINCE, tree.byCode(code) ?? tree.root);
  const part = after('2025-X01');
  expect(part.figure.best?.value).toBe(101);
  expect(part.unsplit.map((unit) => unit.code)).toEqual(['X00']);
  expect(after('2025-X00').figure.best).toBeUndefined();
  expect(after('2025-T0').figure.best?.value).toBe(201);
});
