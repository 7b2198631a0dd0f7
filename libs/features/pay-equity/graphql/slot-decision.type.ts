import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Organisation } from '#features/organisations';
import { payloadTypeOf } from '#platform/graphql/payload';

@ObjectType({
  description:
    'An enterprise about whose new slots a supervisor decides: repeated findings, or a pressing one without remedy.',
})
export class SlotDecision {
  @Field(() => Organisation, { description: 'The enterprise.' })
  enterprise!: Organisation;

  @Field(() => Int, { description: 'Findings confirmed in the last six months.' })
  confirmed!: number;

  @Field(() => Boolean, { description: 'True where a critical one was not put right.' })
  hasUnremediedCritical!: boolean;

  @Field(() => Boolean, { description: 'True while no new slots are taken; who works there stays.' })
  isSuspended!: boolean;
}

/** SlotDecisionPayload in the schema. */
export const SlotDecisionPayload = payloadTypeOf(SlotDecision, 'slotDecision');
