import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import { upwards } from '../../loaders/due.ts';
import type { ReportRow } from '../../loaders/reports.ts';
import type { Day } from '../../periods/day.ts';
import { parsePeriod } from '../../periods/parse.ts';
import { wasBy } from '../../rollup/due.ts';
import { Indicator } from '../indicators/indicator.type.ts';
import { nodeOn } from '../organizations/node.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { DateScalar } from '../scalars/date.ts';
import { SourceDocument } from '../sources/source-document.type.ts';
import type { Timeliness } from './enums.ts';
import { TimelinessEnum } from './enums.ts';
import { IndicatorSet } from './indicator-set.type.ts';
import { Report, ReportEvent, ReportFigure } from './report.type.ts';

@Resolver(() => Report)
export class ReportResolver {
  @FieldResolver(() => PartyOrganization, { description: 'The unit that reports (đơn vị báo cáo).' })
  organization(
    @Root() { row }: Report,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): PartyOrganization | undefined {
    const unit = tree.byId(row.organizationId);
    return unit && nodeOn(tree, unit, tree.lastOpenDay(unit, today));
  }

  @FieldResolver(() => IndicatorSet, {
    nullable: true,
    description: 'The set of indicators that it is about (biểu mẫu); null where it is about any.',
  })
  set(@Root() { row }: Report, @Ctx() { snapshot }: RequestContext): IndicatorSet | undefined {
    const entry = snapshot.catalogue.sets.find(({ code }) => code === row.set);
    return entry && new IndicatorSet(entry);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'By which day it is due (hạn nộp); null where none is, as for terms.',
  })
  dueOn(@Root() { row }: Report, @Ctx() context: RequestContext): Day | undefined {
    return dueDay(context, row);
  }

  @FieldResolver(() => TimelinessEnum, {
    description:
      'How it stands to the day on which it is due (tình trạng thời hạn). What counts is the handing in that was approved first: a correction later on does not make it late.',
  })
  timeliness(@Root() { row }: Report, @Ctx() context: RequestContext): Timeliness {
    const due = dueDay(context, row);
    const at = row.answeredAt ?? (row.state === 'SUBMITTED' ? row.submittedAt : null);
    if (at !== null) return due === undefined || wasBy(due, at) ? 'ON_TIME' : 'LATE';
    return due === undefined || context.today <= due ? 'PENDING' : 'OVERDUE';
  }

  @FieldResolver(() => [ReportFigure], {
    description: 'Its figures in this version (các số liệu), as they were written down.',
  })
  async figures(@Root() { row }: Report, @Ctx() { loaders }: RequestContext): Promise<ReportFigure[]> {
    const rows = await loaders.figuresByReport.load({ reportId: row.id, version: row.version });
    return rows.map((each) => new ReportFigure(each));
  }

  @FieldResolver(() => [ReportEvent], { description: 'What happened to it (quá trình xử lý), from the beginning on.' })
  async events(@Root() { row }: Report, @Ctx() { loaders }: RequestContext): Promise<ReportEvent[]> {
    const rows = await loaders.eventsByReport.load(row.id);
    return rows.map((each) => new ReportEvent(each));
  }
}

@Resolver(() => ReportFigure)
export class ReportFigureResolver {
  @FieldResolver(() => Indicator, { description: 'The indicator (chỉ tiêu).' })
  indicator(@Root() { row }: ReportFigure, @Ctx() { snapshot }: RequestContext): Indicator {
    return new Indicator(snapshot.catalogue.get(row.indicator));
  }

  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'The document that it was found in (nguồn tài liệu); null where it is the report itself.',
  })
  async source(@Root() { row }: ReportFigure, @Ctx() { loaders }: RequestContext): Promise<SourceDocument | null> {
    return row.source === null ? null : ((await loaders.sourceById.load(row.source)) ?? null);
  }
}

function dueDay({ snapshot: { tree, catalogue } }: RequestContext, row: ReportRow): Day | undefined {
  const unit = tree.byId(row.organizationId);
  const period = parsePeriod(row.periodKey);
  const days = period.type === 'span' ? period : undefined;
  const owed = { sets: row.set === null ? [] : [row.set], periodKey: row.periodKey, days };
  return catalogue.dueDates.dueDay(owed, () => (unit ? upwards(tree, unit, days?.to) : []));
}
