import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FilingPurpose } from '#domain/common/identity-number';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(FilingPurpose, {
  name: 'FilingPurpose',
  description: 'What an identity number is kept for.',
  valuesMap: {
    SUBSIDY_CLAIM: { description: 'A claim for a subsidy.' },
    SOCIAL_INSURANCE: { description: 'A filing with social insurance.' },
  },
});

@ObjectType({
  description:
    'The number of a client’s identity card as it stands on a page. Read by her own caseworker and herself; whole only through `identityNumber`.',
})
export class IdentityNumber {
  @Field(() => Int, { description: 'Version for `expectedVersion`; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'The last two signs behind asterisks.' })
  masked!: string;

  @Field(() => FilingPurpose, { description: 'What it is kept for.' })
  purpose!: FilingPurpose;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who entered it; null where that is not told.' })
  recordedByName!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it is kept; null while the filing is under way.',
  })
  keptUntil!: string | null;
}

@ObjectType({ description: 'A whole identity number; each look at it stands in the audit trail and in her log.' })
export class WholeIdentityNumber {
  @Field(() => String, { nullable: true, description: 'Eighteen signs; null where none is kept.' })
  number!: string | null;
}
