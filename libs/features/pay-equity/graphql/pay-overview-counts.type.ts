import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PayVerdict } from '#domain/pay-equity/pay-codes';
import { UNTESTED_REASONS, type UntestedReason } from '#domain/pay-equity/untested';
import { PayTestKind } from '../pay-check-test.entity';

/** The enum of the reasons in the schema. */
export const PayUntestedReason = Object.fromEntries(UNTESTED_REASONS.map((reason) => [reason, reason])) as {
  readonly [R in UntestedReason]: R;
};

registerEnumType(PayTestKind, {
  name: 'PayTestKind',
  description: 'A test of a month’s family.',
  valuesMap: {
    OWN: { description: 'One client against her colleagues.' },
    COHORT: { description: 'An enterprise’s clients against their colleagues, by permutation within job and grade.' },
    REGRESSION: { description: 'An enterprise’s clients against the others, with grade, job, tenure and shift alike.' },
  },
});

registerEnumType(PayUntestedReason, {
  name: 'PayUntestedReason',
  description: 'Why a group test was not made.',
  valuesMap: {
    NOT_DECLARED: { description: 'Nothing was declared.' },
    TOO_FEW_CLIENTS: { description: 'Fewer clients than the test needs: 2 for a cohort, 5 for a regression.' },
    TOO_FEW_COLLEAGUES: { description: 'Fewer colleagues than the test needs: 3 for a cohort, 30 for a regression.' },
    NO_COMMON_POST: { description: 'No job and grade in which three colleagues stand beside two clients.' },
    TOO_FEW_PEOPLE: { description: 'Fewer than 50 people, or too few for what is to be held alike.' },
    NOT_COMPUTABLE: { description: 'The lines do not tell clients and others apart, or all pay is the same.' },
  },
});

@ObjectType({ description: 'How many people have one verdict.' })
export class PayVerdictCount {
  @Field(() => PayVerdict, { description: 'The verdict.' })
  verdict!: PayVerdict;

  @Field(() => Int, { description: 'People.' })
  count!: number;
}

@ObjectType({ description: 'Enterprises that a group test was not made for.' })
export class PayUntested {
  @Field(() => PayTestKind, { description: 'Which test.' })
  kind!: PayTestKind;

  @Field(() => PayUntestedReason, { description: 'Why not.' })
  reason!: UntestedReason;

  @Field(() => Int, { description: 'How many enterprises.' })
  enterprises!: number;
}
