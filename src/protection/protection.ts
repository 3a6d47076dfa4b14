import type { Dimensions } from '../facts/indicators/indicator.ts';
import { civil, dayOf } from '../periods/day.ts';
import { countsFor } from '../register/counts.ts';
import { FIRST_DAY } from '../register/encoding.ts';
import { COUNTED } from '../register/indicators.ts';
import type { Register } from '../register/register.ts';
import { tallyOf } from '../register/tally.ts';
import type { Window } from '../rollup/window.ts';
import type { Tree } from '../tree/tree.ts';
import type { Unit } from '../tree/unit.ts';
import { endsMonth, yearParts, yearWindow } from './calendar.ts';
import type { Level } from './decisions.ts';
import { Decisions } from './decisions.ts';
import {
  calendarLevels,
  countedVector,
  dividedLevels,
  memberLevel,
  mergedParts,
  partsAlong,
  remembered,
  STANDINGS,
  talliedVector,
} from './levels.ts';
import type { Reason } from './reasons.ts';
import { daysOf, yearsOf } from './slices.ts';

/** What counts are protected by. */
export interface Grounds {
  readonly tree: Tree;
  readonly register: Register;
  /** The smallest count of people that is shown. */
  readonly smallest: number;
  /** The values that a dimension can have. */
  valuesOf(dimension: string): readonly string[];
  /** Whether a unit, or one below it, has published figures of an indicator. */
  isReserved(indicator: string, unit: Unit): boolean;
}

/** Says of a count of a unit whether it is shown: undefined, or why it is not. */
export type Verdict = (unit: Unit, window: Window) => Reason | undefined;

const ALL_MEMBERS = 'PARTY_MEMBERS';
/** How these two divide all members. */
const STANDING = 'STANDING';

/** A value of a dimension. */
interface Part {
  readonly name: string;
  readonly value: string;
}

/** How a count is divided: its parts, the rarest first, and the levels of that. */
interface Division {
  readonly order: readonly string[];
  readonly levels: readonly Level[];
}

/** Events that make the nation's members more and fewer. */
const ACCOUNT = ['MEMBERS_ADMITTED', 'MEMBERS_LEFT'];

/**
 * Which registered counts of people are shown to those without member-level access. Decided once, as it is asked for,
 * and remembered: the same count is hidden or shown in every answer that it goes into.
 */
export class Protection {
  private readonly verdicts = new Map<string, Verdict>();
  private readonly decisions = new Map<string, Decisions>();
  private readonly levels = new Map<string, readonly Level[]>();
  private readonly divisions = new Map<string, Division>();

  constructor(private readonly grounds: Grounds) {}

  /** What is decided of one indicator, or of one part of it. */
  verdictOn(indicator: string, dimensions: Dimensions): Verdict {
    const key = `${indicator}|${Object.entries(dimensions).sort().join(';')}`;
    const known = this.verdicts.get(key);
    if (known) return known;
    const made = this.makeVerdict(indicator, dimensions);
    if (this.verdicts.size >= MAX_VERDICTS) this.verdicts.clear();
    this.verdicts.set(key, made);
    return made;
  }

  private makeVerdict(indicator: string, dimensions: Dimensions): Verdict {
    const by = COUNTED[indicator];
    if (!by || by.from === 'TREE') return () => undefined;
    if (by.from === 'TRANSFERS') return () => 'TRANSFERS';
    const isStanding = STANDINGS.some((each) => each.indicator === indicator);
    const divided = Object.entries(dimensions);
    if (divided.length + (isStanding ? 1 : 0) > 1) return () => 'DIVIDED_TWICE';
    const [[name, value] = []] = divided;
    if (name !== undefined && !this.grounds.valuesOf(name).includes(value ?? '')) return () => 'DIVIDED_TWICE';
    const part = name === undefined ? undefined : { name, value: value ?? '' };
    if (by.from === 'EVENTS') return this.onEvents(indicator, part);
    return this.onMembers(isStanding ? { name: STANDING, value: indicator } : part);
  }

  private onEvents(indicator: string, part: Part | undefined): Verdict {
    const decisions = this.decisionsOn(indicator);
    const levels = this.calendarOf(indicator);
    const divided = part && this.levelOf(indicator, part);
    return (unit, window) => {
      const parts = yearParts(lifeIn(unit, window));
      if (!parts) return 'SPAN';
      for (const { year, level } of parts) {
        if (divided && level > 0) return 'DIVIDED_SPAN';
        const wanted = divided ?? levels[level];
        if (wanted && !decisions.isShown(unit, year, wanted)) return 'SMALL';
      }
      return undefined;
    };
  }

  private onMembers(part: Part | undefined): Verdict {
    const decisions = this.decisionsOn(ALL_MEMBERS);
    const level = part ? this.levelOf(ALL_MEMBERS, part) : this.memberLevel();
    return (unit, { to }) => {
      const day = Math.min(to, unit.closedOn) - 1;
      if (!endsMonth(day)) return 'DAY';
      return decisions.isShown(unit, day, level) ? undefined : 'SMALL';
    };
  }

  private decisionsOn(indicator: string): Decisions {
    return this.once(this.decisions, indicator, () => {
      const { tree, smallest, isReserved } = this.grounds;
      const circumstances = { tree, smallest, isReserved: (unit: Unit) => isReserved(indicator, unit) };
      if (indicator === ALL_MEMBERS) return new Decisions(daysOf(tree), circumstances);
      return new Decisions(yearsOf(tree), circumstances, (level) => this.accountOf(indicator, level));
    });
  }

  /** What leaves the nation's members and what comes to them: one follows from the other, and from how many they are. */
  private accountOf(indicator: string, level: Level): Level[] {
    const at = this.calendarOf(indicator).indexOf(level);
    const others = ACCOUNT.includes(indicator) ? ACCOUNT.filter((each) => each !== indicator) : [];
    return others.flatMap((other) => this.calendarOf(other)[at] ?? []);
  }

  private calendarOf(indicator: string): readonly Level[] {
    return this.once(this.levels, indicator, () => calendarLevels(this.grounds.register, indicator));
  }

  private memberLevel(): Level {
    const [level] = this.once(this.levels, ALL_MEMBERS, () => [memberLevel(this.grounds.register, ALL_MEMBERS)]);
    if (!level) throw new RangeError('members are counted');
    return level;
  }

  /** The coarsest level at which a part stands alone. */
  private levelOf(indicator: string, { name, value }: Part): Level {
    const { order, levels } = this.divisionOf(indicator, name);
    const rank = order.indexOf(value);
    const at = mergedParts(order.length).findIndex((together) => together <= rank);
    const level = levels[at];
    if (!level) throw new RangeError(`${indicator} is not divided by ${name}`);
    return level;
  }

  private divisionOf(indicator: string, dimension: string): Division {
    return this.once(this.divisions, `${indicator}/${dimension}`, () => this.divide(indicator, dimension));
  }

  private divide(indicator: string, dimension: string): Division {
    const { register, tree } = this.grounds;
    const base = indicator === ALL_MEMBERS ? this.memberLevel() : this.calendarOf(indicator)[0];
    if (!base) throw new RangeError(`${indicator} is counted`);
    if (dimension === STANDING) {
      const vector = countedVector(register, base, STANDINGS);
      const levels = dividedLevels(register, base, { name: dimension, parts: STANDINGS, vector });
      return { order: STANDINGS.map((each) => each.indicator), levels };
    }
    const order = byFrequency(register, tree.root, indicator, dimension, this.grounds.valuesOf(dimension));
    const parts = partsAlong(indicator, dimension, order);
    const tally = indicator === ALL_MEMBERS ? tallyOf(register, dimension, order) : undefined;
    const vector = remembered(tally ? talliedVector(register, base, tally) : countedVector(register, base, parts));
    return { order, levels: dividedLevels(register, base, { name: dimension, parts, vector }) };
  }

  private once<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make();
    memory.set(key, made);
    return made;
  }
}

/** The part of a span in which a unit lived, filled up to whole years: it has nothing in the rest of them. */
function lifeIn(unit: Unit, { from, to }: Window): Window {
  return {
    from: from <= unit.openedOn ? yearWindow(civil(unit.openedOn).year).from : from,
    to: unit.closedOn <= to ? yearWindow(civil(unit.closedOn - 1).year).to : to,
  };
}

/** Values of a dimension, the rarest in the nation first: of members by their last day, of events by all time. */
function byFrequency(
  register: Register,
  root: Unit,
  indicator: string,
  dimension: string,
  values: readonly string[],
): string[] {
  const window =
    indicator === ALL_MEMBERS
      ? { from: register.lastEntry, to: register.lastEntry + 1 }
      : { from: FIRST_DAY, to: LAST_DAY };
  const counts = new Map(
    values.map((value) => [value, countsFor(register, indicator, { [dimension]: value })?.count(root, window) ?? 0]),
  );
  return [...values].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
}

const LAST_DAY = dayOf(2109, 1, 1);

const MAX_VERDICTS = 10_000;
