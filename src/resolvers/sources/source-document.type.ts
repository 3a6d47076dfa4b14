import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { Day } from '../../periods/day.ts';
import { DateScalar } from '../scalars/date.ts';

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Where facts were found (nguồn số liệu): an article, a form, a register.' })
export class SourceDocument {
  @Field(() => ID, { description: 'Stable identifier (mã nguồn).' })
  id!: string;

  @Field(() => String, { description: 'Title as printed (tên tài liệu).' })
  title!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication (ngày đăng); null where it gives none.' })
  publishedOn!: Day | null;

  @Field(() => String, { description: 'As the fact was found (loại nguồn): ARTICLE, FORM, REGISTER.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Who published it (nơi đăng), as far as it says.' })
  publisher!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the file that holds its text (tệp).' })
  file!: string | null;
}
