import { WINDOW_END, WINDOW_START } from '../calendar.ts';
import type { ScopePlan } from '../published.ts';
import { SCOPE_PLANS } from '../published.ts';
import type { Random } from '../random/random.ts';
import { WeightedDraw } from '../random/weighted.ts';
import type { Cell, Setting } from '../structure/unit.ts';
import type { Ledger } from './ledger.ts';
import { expected, findSpot, stretches } from './place.ts';
import type { DisciplineForm } from './planned.ts';
import {
  ADMISSIONS,
  ADMISSION_FACTOR,
  AWARDS,
  DISCIPLINES,
  DISCIPLINE_FORMS,
  LEAVING_REASONS,
  LOSSES,
  LOSS_FACTOR,
} from './rates.ts';

const WINDOW = [WINDOW_START, WINDOW_END] as const;
const NO_PLAN: ScopePlan = { admissions: [], disciplines: [], crossings: [] };

/** Cells whose counts are planned together, with how many members they have. */
export interface Scope {
  readonly plan: ScopePlan;
  readonly members: number;
  readonly draw: (factor: Readonly<Record<Setting, number>> | undefined) => WeightedDraw<number>;
}

/** The cells of each plan of published counts, and all the others together. */
export function scopesOf(cells: readonly Cell[]): Scope[] {
  const groups = Map.groupBy(cells.keys(), (index) => cells[index]?.scope);
  return [...groups].map(([name, indexes]) => ({
    plan: (name === undefined ? undefined : SCOPE_PLANS.get(name)) ?? NO_PLAN,
    members: indexes.reduce((sum, index) => sum + (cells[index] as Cell).size, 0),
    draw: (factor) =>
      new WeightedDraw(
        indexes.map((item) => {
          const { size, setting } = cells[item] as Cell;
          return { item, weight: size * (factor?.[setting] ?? 1) };
        }),
      ),
  }));
}

export function planAdmissions(ledger: Ledger, random: Random, { plan, members, draw }: Scope): void {
  const cells = draw(ADMISSION_FACTOR);
  for (const stretch of stretches(plan.admissions, WINDOW)) {
    const count = stretch.quota?.count ?? expected(random, ADMISSIONS, members, stretch);
    for (let turn = 0; turn < count; turn += 1) {
      const spot = findSpot(random, cells, stretch, (cell, day) => ledger.canGain(cell, day));
      if (spot !== undefined) ledger.add({ ...spot, kind: 'ADMIT' });
    }
  }
}

export function planLosses(ledger: Ledger, random: Random, { members, draw }: Scope): void {
  const cells = draw(LOSS_FACTOR);
  const [stretch] = stretches([], WINDOW);
  if (stretch === undefined) return;
  for (let left = expected(random, LOSSES, members, stretch); left > 0; left -= 1) {
    const spot = findSpot(random, cells, stretch, (cell, day) => ledger.canLose(cell, day));
    if (spot !== undefined) ledger.add({ ...spot, kind: 'LEAVE', reason: LEAVING_REASONS.draw(random) });
  }
}

export function planDisciplines(ledger: Ledger, random: Random, { plan, members, draw }: Scope): void {
  const cells = draw(undefined);
  for (const stretch of stretches(plan.disciplines, WINDOW)) {
    const forms = stretch.quota === undefined ? undefined : formsOf(stretch.quota.forms);
    const count = forms?.length ?? expected(random, DISCIPLINES, members, stretch);
    for (let turn = 0; turn < count; turn += 1) {
      const form = forms?.[turn] ?? DISCIPLINE_FORMS.draw(random);
      const allows = (cell: number, day: number): boolean =>
        form === 'EXPULSION' ? ledger.canLose(cell, day) : ledger.isOpen(cell, day);
      const spot = findSpot(random, cells, stretch, allows);
      if (spot !== undefined) ledger.add({ ...spot, kind: 'DISCIPLINE', form });
    }
  }
}

function formsOf(forms: Readonly<Partial<Record<DisciplineForm, number>>>): DisciplineForm[] {
  return Object.entries(forms).flatMap(([form, count]) => Array.from({ length: count }, () => form as DisciplineForm));
}

export function planAwards(ledger: Ledger, random: Random, { members, draw }: Scope): void {
  const cells = draw(undefined);
  const [stretch] = stretches([], WINDOW);
  if (stretch === undefined) return;
  for (let left = expected(random, AWARDS, members, stretch); left > 0; left -= 1) {
    const spot = findSpot(random, cells, stretch, (cell, day) => ledger.isOpen(cell, day));
    if (spot !== undefined) ledger.add({ ...spot, kind: 'AWARD' });
  }
}
