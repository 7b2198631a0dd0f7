import './referral-enums';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shift } from '#domain/positions/position-codes';
import { Availability, CommuteBand, ReferralSource } from '#domain/referrals/referral-codes';
import { ReferralStatus } from '#domain/referrals/referral-lifecycle';
import { TwoLanguages } from '#features/consent';
import { Skill } from '#features/parameters';
import { connectionTypeOf } from '#platform/graphql/connection';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'When and where to meet.' })
export class Invitation {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Where.' })
  place!: string;

  @Field(() => Int, { nullable: true, description: 'Hours of a paid work sample, 1..4; null without one.' })
  paidWorkSampleHours!: number | null;
}

@ObjectType({ description: 'All terms of the contract that is offered.' })
export class Offer {
  @Field(() => Money, { description: 'Monthly pay for the weekly hours.' })
  pay!: Money;

  @Field(() => Int, { description: 'Hours a week.' })
  weeklyHours!: number;

  @Field(() => Shift, { description: 'Shift.' })
  shift!: Shift;

  @Field(() => DateScalar, { description: 'First day at work.' })
  hireDate!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the contract; null where open-ended.' })
  contractTo!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of probation; null without.' })
  probationEndOn!: string | null;

  @Field(() => Int, { description: 'Days between pay days.' })
  payCycleDays!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the slot is held; null once it is decided.' })
  slotHeldUntil!: Date | null;
}

@ObjectType({ isAbstract: true })
abstract class ReferralView {
  @Field(() => ID, { description: 'Id of the referral.' })
  id!: string;

  /** For the field `position`. */
  positionId!: string;

  @Field(() => Int, { description: 'Version; grows with each step.' })
  version!: number;

  @Field(() => ReferralStatus, { description: 'Where it stands.' })
  status!: ReferralStatus;

  @Field(() => [ReferralStatus], { description: 'What it may become by this reader’s own act.' })
  mayBecome!: ReferralStatus[];

  @Field(() => Invitation, { nullable: true, description: 'The invitation; null before there is one.' })
  invitation!: Invitation | null;

  @Field(() => Offer, { nullable: true, description: 'The offer; null before there is one.' })
  offer!: Offer | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day for the enterprise’s answer; null before it is sent.',
  })
  respondBy!: string | null;
}

@ObjectType({ description: 'One client put forward for one position, as staff see it.' })
export class Referral extends ReferralView {
  /** For the field `client`. */
  clientId!: string;

  @Field(() => String, { description: 'What the enterprise calls the candidate; new for every proposal.' })
  cardCode!: string;

  @Field(() => ReferralSource, { description: 'Where it comes from.' })
  source!: ReferralSource;

  @Field(() => Int, {
    nullable: true,
    description: 'Score at the proposal, 0..10,000; null where the client objects to ranking.',
  })
  score!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code or words of a decline or withdrawal; null where there was none.',
  })
  refusalReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateScalar, { nullable: true, description: 'Last day for the client’s answer to the proposal.' })
  answerDueOn!: string | null;
}

@ObjectType({ description: 'Who a candidate is; only after the client accepted the invitation.' })
export class CandidateIdentity {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Phone number; null where none is known.' })
  phone!: string | null;

  @Field(() => TwoLanguages, { description: 'What the name may be used for; it may not be passed on.' })
  notice!: TwoLanguages;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the consent; null where a contract is what the name rests on.',
  })
  validTo!: string | null;
}

@ObjectType({ description: 'What a workplace would have to arrange; only by a consent of its own.' })
export class CandidateWorkNeeds {
  @Field(() => [String], { description: 'Neutral words; empty where nothing is needed.' })
  needs!: string[];

  @Field(() => TwoLanguages, { description: 'What it may be used for; it may not be passed on.' })
  notice!: TwoLanguages;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the consent.' })
  validTo!: string | null;
}

@ObjectType({ description: 'A candidate as an enterprise sees her: a blind card, and a name once she agreed to meet.' })
export class Candidate extends ReferralView {
  @Field(() => String, { description: 'Card code; new for every referral.' })
  cardCode!: string;

  @Field(() => Boolean, { description: 'True while the card is open; what follows of the person is empty else.' })
  isOpen!: boolean;

  @Field(() => TwoLanguages, {
    nullable: true,
    description: 'What the card may be used for; it may not be passed on. Null where the card is not open.',
  })
  notice!: TwoLanguages | null;

  @Field(() => [Skill], { description: 'Skills.' })
  skills!: Skill[];

  @Field(() => [Skill], { description: 'Certificates, of those that the post asks for.' })
  certificates!: Skill[];

  @Field(() => Availability, {
    nullable: true,
    description: 'How soon, in bands; null where the card is not open.',
  })
  availability!: Availability | null;

  @Field(() => [Shift], { description: 'Possible shifts.' })
  shifts!: Shift[];

  @Field(() => Int, {
    nullable: true,
    description: 'Hours a week that are possible; null where the card is not open.',
  })
  weeklyHours!: number | null;

  @Field(() => CommuteBand, { nullable: true, description: 'How far, in bands; null where the card is not open.' })
  commuteBand!: CommuteBand | null;

  @Field(() => Boolean, { description: 'True when somebody of the enterprise opened the card.' })
  isViewed!: boolean;

  @Field(() => CandidateIdentity, {
    nullable: true,
    description: 'Name and phone; null until the client accepted the invitation.',
  })
  identity!: CandidateIdentity | null;

  @Field(() => CandidateWorkNeeds, {
    nullable: true,
    description: 'What a workplace would have to arrange; null where no consent of its own opens it.',
  })
  workNeeds!: CandidateWorkNeeds | null;
}

@ObjectType({ description: 'A referral as the client herself sees it.' })
export class MyReferral extends ReferralView {
  @Field(() => String, { description: 'Name of the enterprise.' })
  enterpriseName!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day for one’s own answer to the proposal.' })
  answerDueOn!: string | null;
}

/** ReferralConnection in the schema. */
export const ReferralConnection = connectionTypeOf(Referral);

/** CandidateConnection in the schema. */
export const CandidateConnection = connectionTypeOf(Candidate);

/** ReferralPayload in the schema. */
export const ReferralPayload = payloadTypeOf(Referral, 'referral');

/** CandidatePayload in the schema. */
export const CandidatePayload = payloadTypeOf(Candidate, 'candidate');

/** MyReferralPayload in the schema. */
export const MyReferralPayload = payloadTypeOf(MyReferral, 'referral');
