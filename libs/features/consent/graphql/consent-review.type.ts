import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ReviewVerdict } from '#domain/consent/consent-codes';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(ReviewVerdict, {
  name: 'ReviewVerdict',
  description: 'What a second person found.',
  valuesMap: {
    SOUND: { description: 'The paper carries the consent.' },
    NOT_SOUND: { description: 'It does not: the consent ends at once and is asked anew.' },
  },
});

@ObjectType({ description: 'A recorded consent that is looked at by a second person.' })
export class ConsentReview {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  /** For the field `grant`, and for the address of its paper. */
  grantId!: string;

  @Field(() => DateTimeScalar, { description: 'When it came into the sample.' })
  laidAt!: Date;

  @Field(() => ReviewVerdict, { nullable: true, description: 'What was found; null before.' })
  verdict!: ReviewVerdict | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was looked at; null before.' })
  reviewedAt!: Date | null;
}

/** ConsentReviewPayload in the schema. */
export const ConsentReviewPayload = payloadTypeOf(ConsentReview, 'consentReview');
