import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ObservationRole } from '../../facts/indicators/indicator.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { isWithheld } from '../../protection/unpublished.ts';
import { PageArgs } from '../connections/page-arguments.ts';
import type { Connection } from '../connections/page.ts';
import { connectionOf, decodeNumberCursor, encodeCursor, pageSize } from '../connections/page.ts';
import { ObservationRoleEnum } from '../indicators/enums.ts';
import { Indicator } from '../indicators/indicator.type.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { IndicatorCodeScalar } from '../scalars/codes.ts';
import { DateTimeScalar } from '../scalars/date-time.ts';
import { SourceDocument } from '../sources/source-document.type.ts';
import { Observation, ObservationConnection } from './observation.type.ts';

@ArgsType()
class ObservationsArgs extends PageArgs {
  @Field(() => IndicatorCodeScalar, { nullable: true, description: 'Only of this indicator (mã chỉ tiêu).' })
  code?: string | null;

  @Field(() => ObservationRoleEnum, { nullable: true, description: 'Only actual figures, or only targets (vai trò).' })
  role?: ObservationRole | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what was known at that moment (biết đến thời điểm đó).',
  })
  knownAt?: Date | null;
}

@Resolver(() => PartyOrganization)
export class OrganizationObservationsResolver {
  @FieldResolver(() => ObservationConnection, {
    description:
      'What was reported, as it was reported (số liệu đã báo cáo), undated facts included: their period is null.',
  })
  async observations(
    @Root() { unit }: PartyOrganization,
    @Args(() => ObservationsArgs) { code, role, knownAt, first, after }: ObservationsArgs,
    @Ctx() { loaders, snapshot, sight }: RequestContext,
  ): Promise<Connection<Observation>> {
    if (code != null) snapshot.catalogue.get(code);
    const page = await loaders.observationsByOrganization.load({
      organizationId: unit.id,
      code: code ?? undefined,
      role: role ?? undefined,
      knownAt: knownAt?.getTime(),
      first: pageSize(first),
      afterId: decodeNumberCursor('observations', after),
    });
    const edges = page.rows.map((row) => ({
      cursor: encodeCursor('observations', row.id),
      node: new Observation(row, isWithheld({ ...row, unit, indicator: snapshot.catalogue.get(row.indicator) }, sight)),
    }));
    return connectionOf(edges, {
      hasNextPage: page.hasNext,
      hasPreviousPage: after != null,
      totalCount: page.totalCount,
    });
  }
}

@Resolver(() => Observation)
export class ObservationResolver {
  @FieldResolver(() => Indicator, { description: 'The indicator (chỉ tiêu).' })
  indicator(@Root() { row }: Observation, @Ctx() { snapshot }: RequestContext): Indicator {
    return new Indicator(snapshot.catalogue.get(row.indicator));
  }

  @FieldResolver(() => SourceDocument, { description: 'Where it was found (nguồn số liệu).' })
  async source(@Root() { row }: Observation, @Ctx() { loaders }: RequestContext): Promise<SourceDocument | undefined> {
    return loaders.sourceById.load(row.sourceId);
  }
}
