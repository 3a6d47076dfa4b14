import { Directive, Field, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';

/** Where a page stands in its list (Relay). */
@Access('PUBLIC')
@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (thông tin trang), as the Relay specification has it.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page (còn trang sau).' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is anything before this page (có trang trước).' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry (con trỏ đầu trang).' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last entry (con trỏ cuối trang): pass it as `after` to go on.',
  })
  endCursor!: string | null;
}
