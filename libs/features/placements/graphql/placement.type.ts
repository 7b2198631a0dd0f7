import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlacementEndReason, PlacementMode } from '#domain/placements/placement-codes';
import { PlacementStatus } from '#domain/placements/placement-lifecycle';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(PlacementMode, {
  name: 'PlacementMode',
  description: 'How a person came to this work.',
  valuesMap: {
    GROUP: { description: 'Placed with others in one batch.' },
    INDIVIDUAL: { description: 'Placed alone.' },
    SELF_EMPLOYED: { description: 'Runs a business of her own.' },
    PUBLIC_POST: { description: 'Works in a post paid from public funds.' },
  },
});

registerEnumType(PlacementStatus, {
  name: 'PlacementStatus',
  description: 'Where a placement stands.',
  valuesMap: {
    PLANNED: { description: 'The first day is still to come.' },
    PROBATION: { description: 'At work, on probation.' },
    ACTIVE: { description: 'At work.' },
    PAUSED: { description: 'Paused.' },
    ENDED: { description: 'Over.' },
    CANCELLED: { description: 'Never began.' },
  },
});

registerEnumType(PlacementEndReason, {
  name: 'PlacementEndReason',
  description: 'Why a placement ended; it never counts against the person.',
  valuesMap: {
    VOLUNTARY: { description: 'The person gave notice.' },
    CONTRACT_END: { description: 'The contract ran out.' },
    DISMISSED: { description: 'The enterprise gave notice.' },
    ENTERPRISE_CLOSED: { description: 'The enterprise closed.' },
    PERSONAL: { description: 'For personal reasons.' },
    MOVED: { description: 'The person moved away.' },
    BETTER_JOB: { description: 'For a better job.' },
    OTHER: { description: 'For another reason.' },
    UNKNOWN: { description: 'Not known.' },
  },
});

@ObjectType({ description: 'A person at work: the contract and what became of it.' })
export class Placement {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `client`. */
  clientId!: string;

  /** For the field `position`. */
  positionId!: string | null;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'Name of the enterprise; empty for self-employment.' })
  enterpriseName!: string;

  @Field(() => PlacementMode, { description: 'How the person came to this work.' })
  mode!: PlacementMode;

  @Field(() => DateScalar, { description: 'First day at work.' })
  hireDate!: string;

  @Field(() => DateScalar, { description: 'First day of the contract.' })
  contractFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the contract; null where it is open-ended.' })
  contractTo!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of probation; null without probation.' })
  probationEndOn!: string | null;

  @Field(() => Money, { description: 'Agreed monthly pay for the weekly hours.' })
  agreedPay!: Money;

  @Field(() => Int, { description: 'Hours a week.' })
  weeklyHours!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the contract was signed; null = not on record.',
  })
  contractSignedOn!: string | null;

  @Field(() => Money, { nullable: true, description: 'Monthly base for overtime; null = the agreed pay.' })
  overtimeBase!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Lowest pay of the same job; null = not known.' })
  lowestSameJob!: Money | null;

  @Field(() => Int, { description: 'Days between two payments of wages.' })
  payCycleDays!: number;

  @Field(() => PlacementStatus, { description: 'Where it stands.' })
  status!: PlacementStatus;

  @Field(() => DateScalar, { nullable: true, description: 'Last day at work; null unless ended.' })
  endedOn!: string | null;

  @Field(() => PlacementEndReason, { nullable: true, description: 'Why it ended; null unless ended.' })
  endReason!: PlacementEndReason | null;
}

/** PlacementPayload in the schema. */
export const PlacementPayload = payloadTypeOf(Placement, 'placement');
