import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { SourceDocument } from './source-document.type.ts';

@Resolver()
export class SourceResolver {
  @Access('PUBLIC')
  @Query(() => SourceDocument, {
    nullable: true,
    description: 'A source document by its id (nguồn số liệu); null where there is none.',
  })
  async source(
    @Arg('id', () => ID, { description: 'Its identifier (mã nguồn).' }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<SourceDocument | undefined> {
    return loaders.sourceById.load(id);
  }
}
