import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ErasureStatus } from '#domain/data-rights/erasure-lifecycle';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(ErasureStatus, {
  name: 'ErasureStatus',
  description: 'Where a wish to be erased stands.',
  valuesMap: {
    REQUESTED: { description: 'Asked for; it can be taken back.' },
    CONFIRMED: { description: 'Confirmed; it is being carried out.' },
    ERASED: { description: 'Carried out.' },
    WITHDRAWN: { description: 'Taken back.' },
  },
});

@ObjectType({
  description: 'What keeps a file from being erased: findings about the person’s pay that are still open.',
})
export class LegalHold {
  @Field(() => Int, { description: 'How many findings are open.' })
  openFindings!: number;

  @Field(() => DateScalar, { description: 'Day on which the oldest of them was found.' })
  since!: string;
}

@ObjectType({ description: 'A client’s wish to be erased.' })
export class ErasureRequest {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `client`. */
  clientId!: string;

  @Field(() => ErasureStatus, { description: 'Where it stands.' })
  status!: ErasureStatus;

  @Field(() => DateScalar, { description: 'Day on which she asked.' })
  requestedOn!: string;

  @Field(() => DateScalar, { description: 'Last day for carrying it out.' })
  dueOn!: string;
}

/** Answer of a mutation that concerns one wish. */
export const ErasureRequestPayload = payloadTypeOf(ErasureRequest, 'erasureRequest');
