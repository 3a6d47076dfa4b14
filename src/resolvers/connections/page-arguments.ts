import { ArgsType, Field, Int } from 'type-graphql';

/** `first` and `after` of a connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many entries at most (số phần tử tối đa), 1 to 1000; 100 where absent.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after (tiếp sau con trỏ).' })
  after?: string | null;
}
