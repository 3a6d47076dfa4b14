import fc from 'fast-check';
import { dayOf } from '../../src/periods/day.ts';
import { formatPeriod } from '../../src/periods/format.ts';
import { span } from '../../src/periods/period.ts';
import { partsOfYear } from '../../src/protection/calendar.ts';
import { ofEverybody, ofNobody } from '../../src/protection/sight.ts';
import { makeFigures } from '../../src/loaders/make-figures.ts';
import { seenFigures } from '../../src/loaders/seen-figures.ts';
import { Catalogue } from '../../src/loaders/snapshot/catalogue.ts';
import type { FactRow } from '../../src/loaders/snapshot/facts.ts';
import type { Snapshot } from '../../src/loaders/snapshot/snapshot.ts';
import { Register } from '../../src/register/register.ts';
import { contributionsTo } from '../../src/rollup/contributions.ts';
import type { Window } from '../../src/rollup/window.ts';
import type { PlacementRow, UnitRow } from '../../src/tree/build.ts';
import { buildTree } from '../../src/tree/build.ts';
import type { Unit } from '../../src/tree/unit.ts';
import { Known } from './linear.ts';
import { SMALLEST, YEAR } from './world.ts';

/**
 * Cells report how many people something happened to, each for parts of the year of its own choice, some in documents
 * that everybody can read. An attacker has these and all sums that are shown, and combines them. What one cell reported
 * for a part of the year and never published, or a part less another, cannot be counted so if it is small; nor can two
 * cells below the same unit together.
 */
const MONTHS = 12;
const PARTS: readonly Window[] = [0, 1, 2, 3, 4].flatMap((level) => partsOfYear(YEAR, level));

/** What happened by month, which parts are reported, by their place in PARTS, and whether in a public document. */
interface Cell {
  readonly months: readonly number[];
  readonly parts: readonly number[];
  readonly isPublished: boolean;
}

const few = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 7 }), fc.constant(12));
const partsReported = fc.uniqueArray(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: PARTS.length - 1 })), {
  maxLength: 5,
});
const isPublished = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true));
const cell: fc.Arbitrary<Cell> = fc.record({
  months: fc.array(few, { minLength: MONTHS, maxLength: MONTHS }),
  parts: partsReported,
  isPublished,
});
/** A committee may report as well, of all that its cells know. */
const commune = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
  own: fc.option(fc.record({ parts: partsReported, isPublished }), { freq: 4 }),
});
type Provinces = readonly (readonly { readonly cells: readonly Cell[]; readonly own: Omit<Cell, 'months'> | null }[])[];
const nation: fc.Arbitrary<Provinces> = fc.array(fc.array(commune, { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 2,
});

test('no combination of what is shown of reports counts a small group', () => {
  fc.assert(
    fc.property(nation, (provinces) => {
      expect(told(provinces)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

function told(provinces: Provinces): string[] {
  const { snapshot, reporters, cells } = worldOf(provinces);
  const rows = reporters.flatMap(rowsOf);
  const [known, open] = [new Known(cells.length * MONTHS), new Known(cells.length * MONTHS)];
  const atoms = (of: readonly Reporter[], { from, to }: Window): number[] =>
    cells.flatMap((cell) =>
      Array.from({ length: MONTHS }, (_, month) => {
        const day = dayOf(YEAR, month + 1, 15);
        return from <= day && day < to && of.some((each) => each.cells.includes(cell)) ? 1 : 0;
      }),
    );
  const reporterAt = (unit: Unit): Reporter[] => reporters.filter((each) => each.unit === unit);
  for (const part of PARTS) {
    const question = questionOf(part);
    const seen = seenFigures(snapshot, question, rows, ofNobody(SMALLEST), rows);
    const truth = makeFigures(snapshot, question, rows, ofEverybody);
    for (const unit of snapshot.tree.units) {
      const { rolledUp, own } = seen.figure(unit);
      if (own && own.amount.value !== null) {
        known.add(atoms(reporterAt(unit), part));
        if (own.facts.every(({ state }) => state === 'PUBLISHED')) open.add(atoms(reporterAt(unit), part));
      }
      if (rolledUp?.value == null) continue;
      const below = truth.parts(unit).flatMap((each) => [...contributionsTo(truth, each.unit)]);
      known.add(
        atoms(
          below.flatMap((each) => reporterAt(each.unit)),
          part,
        ),
      );
    }
  }
  const secret = reporters.filter((each) => !each.isPublished && each.parts.length > 0);
  const pairs = secret.flatMap((a, at) => secret.slice(at + 1).map((b) => [a, b]));
  const groups = [...secret.map((each) => [each]), ...pairs.filter(([a, b]) => a?.parent === b?.parent)];
  return groups.flatMap((group) =>
    PARTS.filter((part) => {
      const count = group.reduce((sum, each) => sum + countOf(each, part), 0);
      const sought = atoms(group, part);
      return count > 0 && count < SMALLEST && known.tells(sought) && !open.tells(sought);
    }).map((part) => `${group.map(({ unit }) => unit.code).join()} ${formatPeriod(span(part.from, part.to))}`),
  );
}

/** Who reports, and the cells that it is about. */
interface Reporter extends Cell {
  readonly unit: Unit;
  readonly parent: string;
  readonly cells: readonly Unit[];
}

function worldOf(provinces: Provinces) {
  const units: UnitRow[] = [];
  const placements: PlacementRow[] = [];
  const add = (code: string, parentId: number | null, kind: PlacementRow['kind']): number => {
    const id = units.length + 1;
    units.push({ id, code, name: code, openedOn: null, closedOn: null, synthetic: true });
    placements.push({ organizationId: id, parentId, kind, from: null, to: null });
    return id;
  };
  const root = add('VN', null, 'NATION');
  const made = provinces.flatMap((communes, p) => {
    const province = add(`P${p}`, root, 'PROVINCE');
    return communes.flatMap(({ cells, own }, c) => {
      const code = `P${p}-${c}`;
      const id = add(code, province, 'GRASSROOTS_COMMITTEE');
      const below = cells.map((each, at) => ({ ...each, id: add(`${code}-${at}`, id, 'CELL'), parent: code }));
      const months = Array.from({ length: MONTHS }, (_, at) =>
        cells.reduce((sum, each) => sum + (each.months[at] ?? 0), 0),
      );
      const committee = own ? [{ ...own, months, id, parent: `P${p}` }] : [];
      return [...below, ...committee].map((each) => ({
        ...each,
        cellIds: each.id === id ? below.map((cell) => cell.id) : [each.id],
      }));
    });
  });
  const tree = buildTree(units, placements, []);
  const unitOf = (id: number): Unit => tree.byId(id) ?? tree.root;
  const reporters = made.map(({ id, cellIds, ...rest }): Reporter => ({
    ...rest,
    unit: unitOf(id),
    cells: cellIds.map(unitOf),
  }));
  const names = { name: '', nameEn: '', description: '', descriptionEn: '', definition: null, dimensions: [] };
  const catalogue = new Catalogue([{ ...names, code: INDICATOR, kind: 'FLOW', unit: 'người' }], []);
  const snapshot = { tree, catalogue, register: Register.empty(tree) } as Snapshot;
  return { snapshot, reporters, cells: reporters.flatMap(({ unit, cells }) => (cells[0] === unit ? cells : [])) };
}

const INDICATOR = 'PEOPLE_SENT';

function questionOf({ from, to }: Window) {
  return { indicator: INDICATOR, kind: 'FLOW', role: 'ACTUAL', period: span(from, to), dimensions: {} } as const;
}

function countOf({ months }: Cell, { from, to }: Window): number {
  return months.reduce((sum, count, month) => {
    const day = dayOf(YEAR, month + 1, 15);
    return from <= day && day < to ? sum + count : sum;
  }, 0);
}

function rowsOf(of: Reporter): FactRow[] {
  const { unit } = of;
  return of.parts.map((at): FactRow => {
    const { from, to } = PARTS[at] ?? { from: 0, to: 0 };
    return {
      id: unit.id * 100 + at,
      organizationId: unit.id,
      periodKey: formatPeriod(span(from, to)),
      from,
      to,
      approximate: false,
      per: null,
      dimensions: {},
      value: countOf(of, { from, to }),
      numerator: null,
      denominator: null,
      qualifier: 'EXACT',
      sourceId: 'test',
      knownAt: 0,
      reportedAt: 0,
      replacedAt: null,
      state: of.isPublished ? 'PUBLISHED' : 'APPROVED',
    };
  });
}
