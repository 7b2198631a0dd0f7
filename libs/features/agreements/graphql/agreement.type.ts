import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgreementStatus } from '#domain/agreements/agreement-lifecycle';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(AgreementStatus, {
  name: 'AgreementStatus',
  description: 'Where a cooperation agreement stands.',
  valuesMap: {
    DRAFT: { description: 'Being drawn up.' },
    SIGNED_BY_ENTERPRISE: { description: 'Signed by the enterprise, not yet by the employment service.' },
    ACTIVE: { description: 'In force within its term.' },
    SUSPENDED: { description: 'Suspended: nothing new is published, proposed, sent or offered; who works stays.' },
    EXPIRED: { description: 'Its term has ended.' },
    TERMINATED: { description: 'Ended before its term.' },
  },
});

@ObjectType({
  description: 'What an enterprise promised the county’s employment service: slots, and equal pay for equal work.',
})
export class Agreement {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `enterprise`. */
  organisationId!: string;

  @Field(() => DateScalar, { description: 'First day of its term.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of its term.' })
  effectiveTo!: string;

  @Field(() => Int, { description: 'Slots promised, approved amendments included.' })
  pledgedSlots!: number;

  @Field(() => Int, {
    description: 'Slots of positions that are published, those awaiting a re-confirmation included.',
  })
  publishedSlots!: number;

  @Field(() => Int, { description: 'Slots in which somebody works or is about to.' })
  filledSlots!: number;

  @Field(() => AgreementStatus, { description: 'Where it stands.' })
  status!: AgreementStatus;

  @Field(() => Boolean, { description: 'True when it is active and ends within 90 days.' })
  isExpiring!: boolean;
}
