import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import { windowOf } from '../../rollup/window.ts';
import { PageArgs } from '../connections/page-arguments.ts';
import type { Connection } from '../connections/page.ts';
import { PartyOrganizationConnection } from '../organizations/connections.ts';
import { unitPage } from '../organizations/node.ts';
import type { PartyOrganization } from '../organizations/party-organization.type.ts';
import { Coverage } from './coverage.type.ts';

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => PartyOrganizationConnection, {
    description: 'The units that are missing (các đơn vị chưa báo cáo), in the order of their codes.',
  })
  missing(
    @Root() { listMissing }: Coverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Connection<PartyOrganization> {
    return unitPage(tree, 'missing', listMissing(), today, page);
  }

  @FieldResolver(() => PartyOrganizationConnection, {
    description:
      'Those missing with a report of the figure, their own or of a unit below, that is handed in and waits for approval (các đơn vị đã nộp, chờ duyệt).',
  })
  async awaiting(
    @Root() coverage: Coverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PartyOrganization>> {
    const waiting = await unitsAwaiting(context, coverage);
    const found = coverage.listMissing().filter(({ index }) => waiting.has(index));
    return unitPage(context.snapshot.tree, 'awaiting', found, context.today, page);
  }

  @FieldResolver(() => PartyOrganizationConnection, {
    description:
      'Those missing without any such report (các đơn vị chưa nộp báo cáo): nothing was handed in, or it was returned.',
  })
  async notSubmitted(
    @Root() coverage: Coverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PartyOrganization>> {
    const waiting = await unitsAwaiting(context, coverage);
    const found = coverage.listMissing().filter(({ index }) => !waiting.has(index));
    return unitPage(context.snapshot.tree, 'not-submitted', found, context.today, page);
  }
}

/** The units, by their index, at or below which reports wait: with all that stood above them in the period. */
async function unitsAwaiting(
  { loaders, snapshot: { tree } }: RequestContext,
  { wanted }: Coverage,
): Promise<ReadonlySet<number>> {
  const lastDay = windowOf(wanted.period).to - 1;
  const found = new Set<number>();
  for (const id of await loaders.awaitingByQuestion.load(wanted)) {
    const unit = tree.byId(id);
    if (!unit) continue;
    found.add(unit.index);
    for (const { index } of tree.ancestorsOn(unit, tree.lastOpenDay(unit, lastDay))) found.add(index);
  }
  return found;
}
