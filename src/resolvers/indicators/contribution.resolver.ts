import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import { SourceDocument } from '../sources/source-document.type.ts';
import { Contribution } from './contribution.type.ts';

@Resolver(() => Contribution)
export class ContributionResolver {
  @FieldResolver(() => SourceDocument, {
    nullable: true,
    description: 'Where it was found (nguồn số liệu); null for what is counted from the register of members.',
  })
  async source(
    @Root() { fact }: Contribution,
    @Ctx() { loaders }: RequestContext,
  ): Promise<SourceDocument | undefined> {
    return fact && loaders.sourceById.load(fact.sourceId);
  }
}
