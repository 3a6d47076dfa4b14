import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import { windowOf } from '../../rollup/window.ts';
import { nodeOn } from '../organizations/node.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';

@Access('PUBLIC')
@ObjectType({
  description: 'How many units have a class (số đơn vị theo từng mức xếp loại). Classes themselves are never combined.',
})
export class ClassCount {
  @Field(() => Float, { description: 'The class (mức), as reported.' })
  value!: number;

  @Field(() => Int, { description: 'How many units have it (số đơn vị).' })
  count!: number;

  @Field(() => [PartyOrganization], { description: 'Those units (các đơn vị), in the order of their codes.' })
  organizations!: PartyOrganization[];
}

/** Counts the classes of a unit and of everything below it on the last day of the period. */
export async function classCounts(
  { loaders, snapshot: { tree } }: RequestContext,
  { unit }: PartyOrganization,
  question: ValueQuestion,
): Promise<ClassCount[]> {
  const { indicator, period, dimensions, knownAt, states } = question;
  const figures = await loaders.figuresByQuestion.load({
    indicator: indicator.code,
    kind: indicator.kind,
    role: 'ACTUAL',
    period,
    dimensions,
    knownAt,
    states,
  });
  const lastDay = windowOf(period).to - 1;
  const found = new Map<number, PartyOrganization[]>();
  for (const each of figures.reporting().sort((a, b) => a.index - b.index)) {
    const day = tree.lastOpenDay(each, lastDay);
    const value = figures.figure(each).own?.amount.value;
    if (value == null || ![each, ...tree.ancestorsOn(each, day)].includes(unit)) continue;
    found.set(value, [...(found.get(value) ?? []), nodeOn(tree, each, day)]);
  }
  return [...found.entries()]
    .sort(([a], [b]) => a - b)
    .map(([value, organizations]) => ({ value, count: organizations.length, organizations }));
}
