import type { Figures } from '../rollup/best.ts';
import type { Figure } from '../rollup/figure.ts';
import type { Window } from '../rollup/window.ts';
import { overlaps } from '../rollup/window.ts';
import type { Tree } from '../tree/tree.ts';
import type { Placement, Unit } from '../tree/unit.ts';
import { FINEST, partsOfYear, yearWindow } from './calendar.ts';
import type { Row } from './line.ts';
import { columnSums, hiddenIn, isSafe } from './line.ts';

/** What decisions on reported figures of a year rest on. */
export interface ReportedYear {
  readonly tree: Tree;
  readonly smallest: number;
  readonly year: number;
  /** The figures as they are, of a part of the year. */
  figures(part: Window): Figures;
  /** Who reported about the year or a part of it, by the index of the unit. */
  readonly unpublished: ReadonlySet<number>;
  readonly published: ReadonlySet<number>;
  /** The same with all units above them. */
  readonly aboveUnpublished: ReadonlySet<number>;
  readonly abovePublished: ReadonlySet<number>;
}

/** Whether all that a figure was made of is published. */
export function isPublic({ own }: Figure, isTouched: boolean): boolean {
  return own ? own.facts.every(({ state }) => state === 'PUBLISHED') : !isTouched;
}

/**
 * Which sums of approved figures of people are shown, for one indicator and year: by the same rule as registered
 * counts, from the nation downwards and from the whole year to its parts. Some things are otherwise, since anybody may
 * report anything: what was published is taken out of a sum, as anybody can; units report different parts of a year, so
 * what the known parts leave of a larger one counts as a part, too; where what is hidden below a unit cannot be hidden
 * from its sum, the unit is hidden itself; and below a unit that reported for all of it nothing is shown.
 */
export class ReportedDecisions {
  private readonly hidden = new Map<number, ReadonlySet<number>>();
  private readonly secrets = new Map<string, Map<number, Secret>>();
  private readonly window: Window;

  constructor(private readonly of: ReportedYear) {
    this.window = yearWindow(of.year);
  }

  /** Whether a unit's sums of the year divided so finely are shown: 0 for the whole year. */
  isShown(unit: Unit, level: number): boolean {
    if (unit === this.of.tree.root) return this.isRootShown(unit, level);
    const [placement, another] = unit.placements.filter((each) => overlaps(each, this.window));
    if (!placement || another || placement.parent < 0) return false;
    const above = this.of.tree.unit(placement.parent);
    if (this.reported(above)) return false;
    return this.isShown(above, level) && !this.hiddenBelow(above, level).has(unit.index);
  }

  private isRootShown(root: Unit, level: number): boolean {
    for (let each = 0; each <= level; each += 1) {
      if (!this.columns(root, each).every((count) => isSafe(count, this.of.smallest))) return false;
      if (!this.isCovered(root, each)) return false;
    }
    return true;
  }

  /** Whether what is hidden below a unit cannot be told from the unit's sum. */
  private isCovered(unit: Unit, level: number): boolean {
    if (this.reported(unit)) return true;
    const hidden = this.hiddenBelow(unit, level);
    const before = level > 0 ? this.hiddenBelow(unit, level - 1) : new Set<number>();
    const rows = this.rowsBelow(unit, level).filter((row) => hidden.has(row.key) && row.columns.some(Boolean));
    const fresh = rows.filter((row) => !before.has(row.key)).length;
    if (rows.length === 1) return false;
    if (fresh > 0 && fresh + (rows.length > fresh ? 1 : 0) < 2) return false;
    if (new Set(rows.map(({ key }) => this.told(this.of.tree.unit(key), level))).size > 1) return false;
    return columnSums(rows).every((sum) => isSafe(sum, this.of.smallest));
  }

  /** The units directly below that are hidden, by their index; a unit is also where those below it cannot be. */
  private hiddenBelow(unit: Unit, level: number): ReadonlySet<number> {
    const key = unit.index * (FINEST + 1) + level;
    const known = this.hidden.get(key);
    if (known) return known;
    const made = hiddenIn(this.rowsBelow(unit, level), { smallest: this.of.smallest, divides: level > 0 });
    this.hidden.set(key, made);
    return made;
  }

  private rowsBelow(unit: Unit, level: number): Row[] {
    const before = level > 0 ? this.hiddenBelow(unit, level - 1) : undefined;
    return this.childrenOf(unit).map((child): Row => {
      const isHidden = isMoved(child, this.window) || before?.has(child.index) === true;
      const isOpen = !this.isTold(child) && this.isCovered(child, level);
      const state = isHidden ? 'HIDDEN' : isOpen ? 'OPEN' : 'SMALL';
      return { key: child.index, columns: this.columns(child, level), state };
    });
  }

  private childrenOf(unit: Unit): Unit[] {
    const hung = (placement: Placement): boolean => overlaps(placement, this.window);
    const children = new Set(unit.below.filter(hung).map(({ child }) => this.of.tree.unit(child)));
    return [...children].filter(({ index }) => this.of.aboveUnpublished.has(index));
  }

  private reported({ index }: Unit): boolean {
    return this.of.unpublished.has(index) || this.of.published.has(index);
  }

  /** Whether what a unit reported stands beside what was published of it: one less the other may be anything. */
  private isTold({ index }: Unit): boolean {
    return this.of.unpublished.has(index) && this.of.abovePublished.has(index);
  }

  /** Which parts a unit tells of, as a text: those of units that tell of different ones are no cover for one another. */
  private told(unit: Unit, level: number): string {
    return partsOfYear(this.of.year, level)
      .map((part) => (this.secret(unit, part).isTold ? '+' : '-'))
      .join('');
  }

  /** What of each part is not public, and what the parts leave of the larger ones. */
  private columns(unit: Unit, level: number): number[] {
    const parts = partsOfYear(this.of.year, level);
    const columns = parts.map((part) => this.secret(unit, part).value);
    for (let coarser = 0; coarser < level; coarser += 1) {
      for (const whole of partsOfYear(this.of.year, coarser)) {
        const within = parts.filter((part) => whole.from <= part.from && part.to <= whole.to);
        columns.push(this.rest(unit, whole, within));
      }
    }
    return columns;
  }

  /** What of a part is not public. */
  private secret(unit: Unit, part: Window): Secret {
    const key = `${part.from}|${part.to}`;
    const known = this.secrets.get(key) ?? new Map<number, Secret>();
    this.secrets.set(key, known);
    const made = known.get(unit.index) ?? this.makeSecret(unit, part);
    known.set(unit.index, made);
    return made;
  }

  private makeSecret(unit: Unit, part: Window): Secret {
    const figure = this.of.figures(part).figure(unit);
    if (figure.own) return isPublic(figure, true) ? NOTHING : { value: figure.own.amount.value ?? 0, isTold: true };
    const below = this.childrenOf(unit).map((child) => this.secret(child, part));
    const value = below.reduce((sum, each) => sum + each.value, 0);
    return { value, isTold: below.some(({ isTold }) => isTold) };
  }

  /**
   * What parts leave of the whole. Nothing where it all is public, and where there are no parts: the whole was decided
   * before.
   */
  private rest(unit: Unit, whole: Window, parts: readonly Window[]): number {
    if (!this.reported(unit))
      return this.childrenOf(unit).reduce((sum, child) => sum + this.rest(child, whole, parts), 0);
    const value = (part: Window): number | undefined => this.of.figures(part).figure(unit).best?.value ?? undefined;
    const told = parts.filter((part) => value(part) !== undefined);
    const of = value(whole);
    if (of === undefined || told.length === 0 || ![whole, ...told].some((part) => this.secret(unit, part).isTold))
      return 0;
    return told.reduce((left, part) => left - (value(part) ?? 0), of);
  }
}

/** What of a part of the year is not public, and whether there is anything. */
interface Secret {
  readonly value: number;
  readonly isTold: boolean;
}

const NOTHING: Secret = { value: 0, isTold: false };

function isMoved(unit: Unit, window: Window): boolean {
  return unit.placements.filter((each) => overlaps(each, window)).length > 1;
}
