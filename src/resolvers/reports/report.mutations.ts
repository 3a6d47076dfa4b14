import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access, requireLevel } from '../../access/level.ts';
import { requireAbove, requireOwn } from '../../access/report-access.ts';
import type { ReportStep } from '../../facts/reports/report.ts';
import { draftReport } from '../../import/reports/draft.ts';
import { reportUnknown } from '../../import/reports/locked.ts';
import { takeStep } from '../../import/reports/step.ts';
import { organizationUnknown } from '../../import/structure/refusals.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { readFigures } from './figures.ts';
import { ApproveReportInput, DraftReportInput, ReasonedStepInput, ReportStepInput } from './inputs.ts';
import { findReport, setOf } from './find.ts';
import { Report } from './report.type.ts';

const OWN = 'For officers of the unit, or of one above it.';
const ABOVE = 'For officers of a unit above it, never for whoever handed it in.';

/** The way of a report, step by step: each is done wholly, or refused with its reason. */
@Resolver()
export class ReportMutationsResolver {
  @Access('MEMBER_LEVEL')
  @Mutation(() => Report, {
    description: `Writes down what a unit reports for a period (lập báo cáo): a new report, or the figures of one that is drafted, returned or reopened. ${OWN}`,
  })
  async draftReport(
    @Arg('input', () => DraftReportInput, { description: 'The report (nội dung báo cáo).' }) input: DraftReportInput,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    requireLevel(context.viewer, 'MEMBER_LEVEL');
    const { tree, catalogue } = context.snapshot;
    const unit = tree.byCode(input.unit);
    if (!unit) throw organizationUnknown(input.unit);
    requireOwn(context, unit);
    const draft = {
      organizationId: unit.id,
      period: input.period,
      set: input.set == null ? null : setOf(catalogue, input.set),
      figures: readFigures(catalogue, input),
      note: input.note ?? null,
      revision: input.revision ?? undefined,
    };
    return written(context, await draftReport(context.changes.em(), draft, context.viewer));
  }

  @Access('MEMBER_LEVEL')
  @Mutation(() => Report, { description: `Hands a report in (nộp báo cáo): its figures are locked. ${OWN}` })
  async submitReport(
    @Arg('input', () => ReportStepInput, { description: 'Which report (báo cáo).' }) input: ReportStepInput,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    return step(context, 'SUBMIT', input);
  }

  @Access('MEMBER_LEVEL')
  @Mutation(() => Report, { description: `Gives a report back with a reason (trả lại báo cáo). ${ABOVE}` })
  async returnReport(
    @Arg('input', () => ReasonedStepInput, { description: 'Which report, and why (báo cáo và lý do).' })
    input: ReasonedStepInput,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    return step(context, 'RETURN', input);
  }

  @Access('MEMBER_LEVEL')
  @Mutation(() => Report, {
    description: `Approves a report (duyệt báo cáo): its figures count from now on at every level, and are locked. ${ABOVE}`,
  })
  async approveReport(
    @Arg('input', () => ApproveReportInput, { description: 'Which report, as it was read (báo cáo).' })
    input: ApproveReportInput,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    return step(context, 'APPROVE', input);
  }

  @Access('MEMBER_LEVEL')
  @Mutation(() => Report, {
    description:
      'Reopens an approved report for a correction (mở lại báo cáo): a further version is drafted from its figures, which count until that one is approved. For officers of a unit above it.',
  })
  async reopenReport(
    @Arg('input', () => ReasonedStepInput, { description: 'Which report, and why (báo cáo và lý do).' })
    input: ReasonedStepInput,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    return step(context, 'REOPEN', input);
  }
}

async function step(
  context: RequestContext,
  what: ReportStep,
  input: { id: string; revision?: number | null; reason?: string },
): Promise<Report> {
  requireLevel(context.viewer, 'MEMBER_LEVEL');
  const row = await findReport(context, input.id);
  const unit = row && context.snapshot.tree.byId(row.organizationId);
  if (!unit) throw reportUnknown(input.id);
  if (what === 'SUBMIT') requireOwn(context, unit);
  else requireAbove(context, unit);
  const detail = { reason: input.reason ?? null, revision: input.revision ?? undefined };
  await takeStep(context.changes.em(), row.id, what, context.viewer, detail);
  return written(context, row.id);
}

/** The report as it is after what was written, with all figures that came of it in sight. */
async function written(context: RequestContext, id: number): Promise<Report> {
  await context.changes.after();
  context.loaders.reportById.clear(id);
  context.loaders.eventsByReport.clear(id);
  const row = await context.loaders.reportById.load(id);
  if (!row) throw reportUnknown(String(id));
  return new Report(row);
}
