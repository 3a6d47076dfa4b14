import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { CatalogueRule } from '../../loaders/snapshot/catalogue.ts';
import type { Period } from '../../periods/period.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { DateTimeScalar } from '../scalars/date-time.ts';
import { PeriodScalar } from '../scalars/period.ts';
import type { Asking } from './asking.ts';
import { compareViolations, partsViolations, rateViolations, rollUpViolations } from './forms.ts';
import { ValidationRule, Violation } from './violation.type.ts';

@Resolver(() => PartyOrganization)
export class ViolationsResolver {
  @Access('PUBLIC')
  @Query(() => [ValidationRule], {
    description: 'The rules that figures are held against (các quy tắc kiểm tra số liệu), in the order of their codes.',
  })
  validationRules(@Ctx() { snapshot }: RequestContext): ValidationRule[] {
    return snapshot.catalogue.rules.map((rule) => new ValidationRule(rule));
  }

  @FieldResolver(() => [Violation], {
    description:
      'What does not fit among the unit’s figures of a period (số liệu không khớp trong kỳ): both sides with their sources. Figures with gaps, and bounds that leave it open, prove nothing.',
  })
  async violations(
    @Root() organization: PartyOrganization,
    @Arg('period', () => PeriodScalar, { description: 'The period (kỳ).' }) period: Period,
    @Arg('knownAt', () => DateTimeScalar, {
      nullable: true,
      description: 'As it was known at that moment (số liệu biết đến thời điểm đó); now where absent.',
    })
    knownAt: Date | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Violation[]> {
    const asking: Asking = { context, organization, period, knownAt: knownAt?.getTime() };
    const found = await Promise.all(context.snapshot.catalogue.rules.map((rule) => violationsOf(asking, rule)));
    return found.flat();
  }
}

async function violationsOf(asking: Asking, entry: CatalogueRule): Promise<Violation[]> {
  const { rule } = entry;
  switch (rule.form) {
    case 'PARTS':
      return partsViolations(asking, entry, rule);
    case 'COMPARE':
      return compareViolations(asking, entry, rule);
    case 'RATES':
      return rateViolations(asking, entry);
    case 'ROLL_UP':
      return rollUpViolations(asking, entry);
  }
}
