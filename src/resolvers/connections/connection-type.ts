import type { ClassType } from 'type-graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AccessLevel } from '../../access/level.ts';
import { Access } from '../../access/level.ts';
import type { Connection, Edge } from './page.ts';
import { PageInfo } from './page-info.type.ts';

/**
 * Makes the connection and edge types of a node type, as the Relay specification has them.
 * @param name the node type's name in the schema
 * @param node the node type, late: types refer to one another
 * @param what what the nodes are, for the descriptions: English with the Vietnamese term
 * @param level who may read them
 */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T> | object,
  what: string,
  level: AccessLevel = 'PUBLIC',
): ClassType<Connection<T>> {
  @Access(level)
  @ObjectType(`${name}Edge`, { description: `One of ${what}, with its place in the list.` })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: 'Its place in the list (con trỏ): opaque, and stable when others are added.' })
    cursor!: string;

    @Field(() => node(), { description: 'The entry itself (phần tử).' })
    node!: T;
  }

  @Access(level)
  @ObjectType(`${name}Connection`, { description: `A page of ${what}.` })
  class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType], { description: 'The entries with their cursors (các phần tử kèm con trỏ).' })
    edges!: Edge<T>[];

    @Field(() => [node()], { description: 'The entries (các phần tử).' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list (thông tin trang).' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many the whole list has (tổng số).' })
    totalCount!: number;
  }
  return ConnectionType as ClassType<Connection<T>>;
}
