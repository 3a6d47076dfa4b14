import fc from 'fast-check';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openOrm } from '../../src/database/orm.ts';
import { CodedError } from '../../src/errors/coded-error.ts';
import type { ReportState, ReportStep } from '../../src/facts/reports/report.ts';
import { draftReport } from '../../src/import/reports/draft.ts';
import { takeStep } from '../../src/import/reports/step.ts';
import { parsePeriod } from '../../src/periods/parse.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { Seed } from '../support/seed.ts';

/**
 * Whatever steps are taken by whomever in whatever order: the database holds what a small model of the table of steps
 * says, figures count as of the last approval, and what was refused left nothing.
 */

interface Model {
  state: ReportState | 'NONE';
  version: number;
  figure: number | null;
  approved: number | null;
  submittedBy: string | null;
  events: string[];
}

interface Real {
  readonly organizationId: number;
  id: number;
}

type Outcome = string;
const PEOPLE = ['An', 'Binh', 'Chi'] as const;
const PERIOD = parsePeriod('2025-Q1');

let database: TestDatabase;
let orm: MikroORM;
let seed: Seed;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  seed = await Seed.open(database.url);
});
afterAll(async () => {
  await seed.close();
  await orm.close(true);
  await database.drop();
});

async function outcome(run: Promise<unknown>): Promise<Outcome> {
  try {
    await run;
    return 'DONE';
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

const actorOf = (subject: string) => ({ subject, role: 'OFFICER', unit: 'VN' });

class Write implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly who: string,
    readonly value: number | null,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const isOpen = model.state !== 'SUBMITTED' && model.state !== 'APPROVED';
    const shared = {
      role: 'ACTUAL',
      dimensions: {},
      per: null,
      source: null,
      numerator: null,
      denominator: null,
      note: null,
    } as const;
    const figures =
      this.value === null
        ? []
        : [
            {
              ...shared,
              indicator: 'MEMBERS_ADMITTED',
              period: PERIOD,
              value: this.value,
              qualifier: 'EXACT' as const,
            },
          ];
    const { organizationId } = real;
    const written = draftReport(
      orm.em.fork(),
      { organizationId, period: PERIOD, set: null, figures, note: null },
      actorOf(this.who),
    ).then((id) => (real.id = id));
    expect(await outcome(written)).toBe(isOpen ? 'DONE' : 'REPORT_STEP_REFUSED');
    if (isOpen) {
      if (model.state === 'NONE') {
        model.events.push('DRAFTED');
        model.state = 'DRAFT';
      }
      model.figure = this.value;
    }
    await agree(model, real);
  }

  toString(): string {
    return `${this.who} writes ${this.value}`;
  }
}

class Take implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly who: string,
    readonly step: ReportStep,
    readonly reason: string | null,
  ) {}

  check({ state }: Readonly<Model>): boolean {
    return state !== 'NONE';
  }

  async run(model: Model, real: Real): Promise<void> {
    const { step, who, reason } = this;
    const expected = expectedOf(model, this);
    const taken = takeStep(orm.em.fork(), real.id, step, actorOf(who), { reason });
    expect(await outcome(taken)).toBe(expected);
    if (expected === 'DONE') follow(model, this);
    await agree(model, real);
  }

  toString(): string {
    return `${this.who}: ${this.step}`;
  }
}

/** Written out, and not taken from the table that is tried. */
function expectedOf({ state, submittedBy, figure }: Readonly<Model>, { step, who, reason }: Take): Outcome {
  const judges = step === 'APPROVE' || step === 'RETURN';
  if ((step === 'RETURN' || step === 'REOPEN') && reason === null) return 'REASON_MISSING';
  if (step === 'SUBMIT' && state !== 'DRAFT' && state !== 'RETURNED') return 'REPORT_STEP_REFUSED';
  if (judges && state !== 'SUBMITTED') return 'REPORT_STEP_REFUSED';
  if (step === 'REOPEN' && state !== 'APPROVED') return 'REPORT_STEP_REFUSED';
  if (judges && submittedBy === who) return 'SAME_PERSON_REFUSED';
  return step === 'SUBMIT' && figure === null ? 'REPORT_EMPTY' : 'DONE';
}

function follow(model: Model, { step, who }: Take): void {
  switch (step) {
    case 'SUBMIT':
      Object.assign(model, { state: 'SUBMITTED', submittedBy: who });
      break;
    case 'RETURN':
      model.state = 'RETURNED';
      break;
    case 'APPROVE':
      Object.assign(model, { state: 'APPROVED', approved: model.figure });
      break;
    case 'REOPEN':
      Object.assign(model, { state: 'DRAFT', version: model.version + 1 });
  }
  const events = { SUBMIT: 'SUBMITTED', RETURN: 'RETURNED', APPROVE: 'APPROVED', REOPEN: 'REOPENED' } as const;
  model.events.push(events[step]);
}

const FOUND = `
  select r.state, r.version,
    (select f.value from report_figure f where f.report_id = r.id and f.version = r.version) as figure,
    (select array_agg(o.value) from observation o where o.report_id = r.id and o.replaced_at is null) as standing,
    (select array_agg(e.kind::text order by e.id) from report_event e where e.report_id = r.id) as events
  from report r where r.id = $1`;

async function agree(model: Readonly<Model>, { id }: Real): Promise<void> {
  const [found] = await seed.rows(FOUND, [id]);
  const { state, version, figure, approved, events } = model;
  expect(found).toEqual({ state, version, figure, standing: approved === null ? null : [approved], events });
}

let units = 0;

test('the table of steps holds, whoever takes which', async () => {
  const who = fc.constantFrom(...PEOPLE);
  const reason = fc.constantFrom('Thiếu số liệu', null);
  const commands = fc.commands<Model, Real, false>(
    [
      fc.tuple(who, fc.constantFrom(0, 1, 2, null)).map(([person, value]) => new Write(person, value)),
      fc.tuple(who, reason).map(([person, why]) => new Take(person, 'SUBMIT', why)),
      fc.tuple(who, reason).map(([person, why]) => new Take(person, 'APPROVE', why)),
      fc.tuple(who, reason).map(([person, why]) => new Take(person, 'RETURN', why)),
      fc.tuple(who, reason).map(([person, why]) => new Take(person, 'REOPEN', why)),
    ],
    { maxCommands: 40, size: '+1' },
  );
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const code = `S-${(units += 1)}`;
      await seed.units([{ code, kind: 'PROVINCE', parent: 'VN' }]);
      const [unit] = await seed.rows<{ id: number }>('select id from organization where code = $1', [code]);
      const model: Model = { state: 'NONE', version: 1, figure: null, approved: null, submittedBy: null, events: [] };
      await fc.asyncModelRun(() => ({ model, real: { organizationId: unit?.id ?? 0, id: 0 } }), list);
      for (const event of model.events) seen.add(event);
    }),
    { numRuns: 40 },
  );
  // The runs went all of the way, and not around it.
  expect([...seen].sort()).toEqual(['APPROVED', 'DRAFTED', 'REOPENED', 'RETURNED', 'SUBMITTED']);
});
