import './batch-enums';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  BatchAssignmentView,
  BatchDecisionKind,
  BatchOverrideKind,
  BatchOverrideReason,
  BatchRowResult,
  PlacedCode,
  UnplacedCode,
} from '#domain/group-placement/batch-codes';
import { MatchCheck, MatchPart } from '#features/matching';
import { connectionTypeOf } from '#platform/graphql/connection';
import { DateTimeScalar } from '#platform/graphql/scalars';
import { Figure, UserError } from '#platform/graphql/user-error';
import { WhyNotReason } from './batch-enums';

@ObjectType({ description: 'A pair that a person locked or forbade, and what that costs the cohort.' })
export class BatchOverride {
  @Field(() => ID, { description: 'Id of the override.' })
  id!: string;

  @Field(() => ID, { description: 'Overrides of one decision bear the same id: a swap is two locks.' })
  actId!: string;

  @Field(() => BatchOverrideKind, { description: 'Lock or forbid.' })
  kind!: BatchOverrideKind;

  /** For the field `client`. */
  clientId!: string;

  /** For the field `position`. */
  positionId!: string;

  @Field(() => BatchOverrideReason, { description: 'Why.' })
  reason!: BatchOverrideReason;

  @Field(() => String, { description: 'Name of who decided it.' })
  madeBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt!: Date;

  @Field(() => Int, { description: 'People placed fewer by the whole decision, exactly.' })
  costPlaced!: number;

  @Field(() => Int, {
    description: 'Points of total fit fewer by the whole decision, exactly; below 0 where fewer people fit better.',
  })
  costFit!: number;
}

@ObjectType({ description: 'One reason, as it was found by the run.' })
export class BatchReason {
  @Field(() => String, { description: 'A BatchPlacedCode or a BatchUnplacedCode.' })
  code!: string;

  @Field(() => [Figure], { description: 'The figures behind it.' })
  figures!: Figure[];
}

@ObjectType({ description: 'One client of a batch: her position, or why there is none.' })
export class BatchAssignment {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;

  /** For the field `client`. */
  clientId!: string;

  /** For the field `position`. */
  positionId!: string | null;

  /** For the field `referral`. */
  referralId!: string | null;

  /** For the cursor. */
  sortKey!: string;

  @Field(() => Int, { nullable: true, description: 'Fit with the position, 0..10,000; null without one.' })
  score!: number | null;

  @Field(() => [MatchPart], { description: 'Parts of the score as they were at the run; empty without a position.' })
  parts!: MatchPart[];

  @Field(() => PlacedCode, { nullable: true, description: 'Why this position; null without one.' })
  placedCode!: PlacedCode | null;

  @Field(() => UnplacedCode, { nullable: true, description: 'Why none; null with one, and before the first run.' })
  unplacedCode!: UnplacedCode | null;

  @Field(() => [BatchReason], { description: 'The stored explanation with its figures; empty before the first run.' })
  reasons!: BatchReason[];

  @Field(() => [MatchCheck], {
    description: 'Failing hard checks of the position that comes nearest, for who could take none; else empty.',
  })
  blockers!: MatchCheck[];

  @Field(() => ID, { nullable: true, description: 'Key of the group of people under the same proof; null else.' })
  groupKey!: string | null;

  @Field(() => [BatchOverride], { description: 'What people decided about her that still holds.' })
  overrides!: BatchOverride[];

  @Field(() => BatchRowResult, { nullable: true, description: 'What the commit made of the row; null before.' })
  result!: BatchRowResult | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the commit gave the row back: POSITION_NOT_PUBLISHED, AGREEMENT_NOT_ACTIVE, NO_OPEN_SLOT, HARD_BLOCKER, ALREADY_REFERRED, ENTRY_NOT_ACTIVE, LIVE_PLACEMENT, OBJECTS_TO_RANKING, NOT_FOUND; null else.',
  })
  resultCode!: string | null;
}

/** BatchAssignmentConnection in the schema. */
export const BatchAssignmentConnection = connectionTypeOf(BatchAssignment);

@ObjectType({ description: 'People without a position under one and the same proof.' })
export class UnplacedGroup {
  @Field(() => ID, { description: 'Key of the group within the batch.' })
  key!: string;

  @Field(() => UnplacedCode, { description: 'The proof.' })
  code!: UnplacedCode;

  @Field(() => Int, { description: 'People without a position in it, those of other caseworkers too.' })
  people!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'SEATS_SHORT: people who compete for the positions and have no others, the placed among them; null else.',
  })
  competing!: number | null;

  @Field(() => Int, { nullable: true, description: 'SEATS_SHORT: slots of these positions together; null else.' })
  seats!: number | null;

  /** For the field `positions`. */
  positionIds!: string[];

  /** For the field `assignments`. */
  batchId!: string;
}

@ObjectType({ description: 'A position of a batch and the people for it.' })
export class BatchCapacityLine {
  /** For the field `position`. */
  positionId!: string;

  @Field(() => Int, { description: 'Open slots.' })
  openSlots!: number;

  @Field(() => Int, { description: 'Clients of the batch whom it suits.' })
  feasibleClients!: number;

  @Field(() => Int, { description: 'Clients placed in it by the result that stands; 0 before the first.' })
  placed!: number;
}

@ObjectType({ description: 'What there is to give out, and for how many.' })
export class BatchCapacity {
  @Field(() => Int, { description: 'Positions with an open slot.' })
  positions!: number;

  @Field(() => Int, { description: 'Their enterprises.' })
  enterprises!: number;

  @Field(() => Int, { description: 'Their open slots.' })
  openSlots!: number;

  @Field(() => Int, { description: 'Feasible pairs of a client and a position.' })
  pairs!: number;

  @Field(() => Int, { description: 'Clients who could take none of them.' })
  clientsWithoutPair!: number;

  @Field(() => [BatchCapacityLine], {
    description: 'Positions that suit somebody, most wanted first for their slots; 500 at most.',
  })
  lines!: BatchCapacityLine[];
}

@ObjectType({ description: 'A person who moves by a decision.' })
export class OverrideMove {
  /** For the field `client`. */
  clientId!: string;

  /** For the field `from`. */
  fromId!: string | null;

  /** For the field `to`. */
  toId!: string | null;
}

@ObjectType({ description: 'What a decision would cost, exactly: nobody could do better with it.' })
export class OverrideCost {
  @Field(() => [UserError], {
    description:
      'Why it is not possible: NOT_FOUND, NO_SUCH_PAIR, SEATS_EXCEEDED, LOCKED_AND_EXCLUDED, NOT_PLACED, SAME_CLIENT, ALREADY_SO; the figures are then those of now.',
  })
  refusals!: UserError[];

  @Field(() => Int, { description: 'People placed now.' })
  placedBefore!: number;

  @Field(() => Int, { description: 'People placed with it.' })
  placedAfter!: number;

  @Field(() => Int, { description: 'Total fit now.' })
  fitBefore!: number;

  @Field(() => Int, { description: 'Total fit with it.' })
  fitAfter!: number;

  @Field(() => [OverrideMove], { description: 'Everybody who would move.' })
  moves!: OverrideMove[];
}

@ObjectType({ description: 'Why a client did not get a position.' })
export class WhyNotPosition {
  @Field(() => WhyNotReason, { description: 'The reason, proved.' })
  reason!: WhyNotReason;

  @Field(() => Int, { nullable: true, description: 'COSTS_POINTS: the cohort loses at least so many; null else.' })
  atLeastPoints!: number | null;

  @Field(() => [MatchCheck], { description: 'NOT_FEASIBLE: the failing hard checks as they stand now; else empty.' })
  failing!: MatchCheck[];
}

@InputType({ description: 'Narrows the rows of a batch.' })
export class BatchAssignmentFilter {
  @Field(() => BatchAssignmentView, { nullable: true, description: 'Only these rows.' })
  view?: BatchAssignmentView | null;

  @Field(() => ID, { nullable: true, description: 'Only rows with this position.' })
  positionId?: string | null;
}

@InputType({ description: 'A decision on the review board.' })
export class BatchDecisionInput {
  @Field(() => BatchDecisionKind, { description: 'Lock, forbid or swap.' })
  kind!: BatchDecisionKind;

  @Field(() => ID, { description: 'The client.' })
  clientId!: string;

  @Field(() => ID, { nullable: true, description: 'LOCK, FORBID: the position.' })
  positionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'SWAP: the client with whom she changes.' })
  otherClientId?: string | null;
}
