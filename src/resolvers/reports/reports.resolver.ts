import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/level.ts';
import { requireOwn } from '../../access/report-access.ts';
import type { ReportState } from '../../facts/reports/report.ts';
import { organizationUnknown } from '../../import/structure/refusals.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { ReportsKey } from '../../loaders/reports.ts';
import { formatPeriod } from '../../periods/format.ts';
import type { Period } from '../../periods/period.ts';
import { windowOf } from '../../rollup/window.ts';
import { PageArgs } from '../connections/page-arguments.ts';
import type { Connection } from '../connections/page.ts';
import { connectionOf, decodeNumberCursor, encodeCursor, pageSize } from '../connections/page.ts';
import { PartyOrganizationConnection } from '../organizations/connections.ts';
import { unitPage } from '../organizations/node.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { ReportStateEnum } from './enums.ts';
import { findReport } from './find.ts';
import { IndicatorSet } from './indicator-set.type.ts';
import { Report, ReportConnection } from './report.type.ts';

@ArgsType()
class ReportsArgs extends PageArgs {
  @Field(() => PeriodScalar, { nullable: true, description: 'Only for this period (kỳ báo cáo).' })
  period?: Period | null;

  @Field(() => [ReportStateEnum], { nullable: true, description: 'Only in these states (trạng thái).' })
  states?: ReportState[] | null;
}

@ArgsType()
class NotSubmittedArgs extends PageArgs {
  @Field(() => PeriodScalar, { description: 'The period (kỳ báo cáo).' })
  period!: Period;

  @Field(() => String, {
    nullable: true,
    description: 'The set of indicators (mã biểu mẫu); the report about any indicators where absent.',
  })
  set?: string | null;
}

/** Where reports are found. */
@Resolver()
export class ReportsResolver {
  @Access('MEMBER_LEVEL')
  @Query(() => Report, {
    nullable: true,
    description: 'A report by its id (báo cáo); null where there is none, or none of a unit of the viewer’s own.',
  })
  async report(
    @Arg('id', () => ID, { description: 'Its identifier (mã báo cáo).' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Report | undefined> {
    const row = await findReport(context, id);
    return row && new Report(row);
  }

  @Access('MEMBER_LEVEL')
  @Query(() => ReportConnection, {
    nullable: true,
    description:
      'The reports that the viewer may see (các báo cáo), in the order in which they were begun: of all units, or of one and everything below it today.',
  })
  async reports(
    @Args(() => ReportsArgs) args: ReportsArgs,
    @Arg('unit', () => String, { nullable: true, description: 'Code of a unit (mã tổ chức).' })
    unit: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Report>> {
    if (unit == null) return pageOfReports(context, {}, args);
    const { tree } = context.snapshot;
    const found = tree.byCode(unit);
    if (!found) throw organizationUnknown(unit);
    const within = { organizationId: found.id, day: tree.lastOpenDay(found, context.today) };
    return pageOfReports(context, { within }, args);
  }

  @Access('PUBLIC')
  @Query(() => [IndicatorSet], { description: 'The sets of indicators that are reported together (các biểu mẫu).' })
  indicatorSets(@Ctx() { snapshot }: RequestContext): IndicatorSet[] {
    return snapshot.catalogue.sets.map((entry) => new IndicatorSet(entry));
  }
}

/** What reports an organisation has, and is owed. */
@Resolver(() => PartyOrganization)
export class OrganizationReportsResolver {
  @Access('MEMBER_LEVEL')
  @FieldResolver(() => ReportConnection, {
    nullable: true,
    description:
      'Its own reports (các báo cáo của tổ chức), for officers of it and of those above it; none for others.',
  })
  async reports(
    @Root() { unit }: PartyOrganization,
    @Args(() => ReportsArgs) args: ReportsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Report>> {
    return pageOfReports(context, { organizationId: unit.id }, args);
  }

  @Access('MEMBER_LEVEL')
  @FieldResolver(() => PartyOrganizationConnection, {
    nullable: true,
    description:
      'Those directly below it on the last day of a period that have not handed their report in (các đơn vị trực thuộc chưa nộp báo cáo): not drafted, drafted alone, or returned.',
  })
  async notSubmitted(
    @Root() { unit }: PartyOrganization,
    @Args(() => NotSubmittedArgs) { period, set, ...page }: NotSubmittedArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PartyOrganization>> {
    requireOwn(context, unit);
    const { tree } = context.snapshot;
    const lastDay = tree.lastOpenDay(unit, windowOf(period).to - 1);
    const below = tree
      .childrenOn(unit, lastDay)
      .map(({ child }) => tree.unit(child))
      .filter(({ id }) => context.members.sees(id));
    const organizationIds = below.map(({ id }) => id);
    const handedIn = await context.loaders.handedIn.load({
      organizationIds,
      periodKey: formatPeriod(period),
      set: set ?? null,
    });
    const missing = below.filter(({ id }) => !handedIn.has(id));
    return unitPage(tree, 'not-submitted', missing, lastDay, page);
  }
}

async function pageOfReports(
  { loaders }: RequestContext,
  of: Pick<ReportsKey, 'organizationId' | 'within'>,
  { period, states, first, after }: ReportsArgs,
): Promise<Connection<Report>> {
  const page = await loaders.reportPages.load({
    ...of,
    periodKey: period ? formatPeriod(period) : undefined,
    states: states ?? undefined,
    first: pageSize(first),
    afterId: decodeNumberCursor('reports', after),
  });
  const edges = page.rows.map((row) => ({ cursor: encodeCursor('reports', row.id), node: new Report(row) }));
  return connectionOf(edges, {
    hasNextPage: page.hasNext,
    hasPreviousPage: after != null,
    totalCount: page.totalCount,
  });
}
