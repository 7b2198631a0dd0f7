import './position-enums';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PayBasis, Shift } from '#domain/positions/position-codes';
import { PositionStatus } from '#domain/positions/position-lifecycle';
import { Occupation, Skill, Township } from '#features/parameters';
import { connectionTypeOf } from '#platform/graphql/connection';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'How the slots of a position stand; filled + held + open = total.' })
export class SlotCounts {
  @Field(() => Int, { description: 'Slots that are not withdrawn.' })
  total!: number;

  @Field(() => Int, { description: 'Slots in which somebody works or is about to.' })
  filled!: number;

  @Field(() => Int, { description: 'Slots held for somebody who has an offer.' })
  held!: number;

  @Field(() => Int, { description: 'Slots that are free.' })
  open!: number;
}

@ObjectType({ description: 'One kind of work that an enterprise offers under its agreement, in one or more slots.' })
export class Position {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `enterprise`. */
  organisationId!: string;

  /** For the field `agreement`. */
  agreementId!: string;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'What the work is.' })
  duties!: string;

  @Field(() => Occupation, { description: 'Occupation.' })
  occupation!: Occupation;

  @Field(() => Township, { description: 'Town or township of the workplace.' })
  township!: Township;

  @Field(() => String, { description: 'The workplace in words.' })
  site!: string;

  @Field(() => Shift, { description: 'Shift.' })
  shift!: Shift;

  @Field(() => Int, { description: 'Hours a week, 1..44.' })
  weeklyHours!: number;

  @Field(() => Money, { description: 'Lowest posted pay, by the month whatever the pay basis.' })
  payMin!: Money;

  @Field(() => Money, { description: 'Highest posted pay, by the month whatever the pay basis.' })
  payMax!: Money;

  @Field(() => PayBasis, { description: 'What pay is reckoned by.' })
  payBasis!: PayBasis;

  @Field(() => [Skill], { description: 'Skills without which a person does not fit.' })
  requiredSkills!: Skill[];

  @Field(() => [Skill], { description: 'Skills that are welcome.' })
  wishedSkills!: Skill[];

  @Field(() => [Skill], { description: 'Certificates without which a person does not fit.' })
  requiredCertificates!: Skill[];

  @Field(() => [String], { description: 'What comes beside pay: HOUSING, MEALS, TRANSPORT, CHILDCARE.' })
  benefits!: string[];

  @Field(() => PositionStatus, { description: 'Where it stands.' })
  status!: PositionStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the enterprise or a caseworker last confirmed it; null where nobody has.',
  })
  lastConfirmedAt!: Date | null;
}

/** PositionConnection in the schema. */
export const PositionConnection = connectionTypeOf(Position);

/** PositionPayload in the schema. */
export const PositionPayload = payloadTypeOf(Position, 'position');
