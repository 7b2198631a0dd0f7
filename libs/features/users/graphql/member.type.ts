import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Role } from '#domain/common/role';
import { MembershipStatus } from '#domain/users/membership-lifecycle';
import { connectionTypeOf } from '#platform/graphql/connection';
import { PayloadBase, payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';
import { AccountStatus } from '../user-account.entity';

registerEnumType(MembershipStatus, {
  name: 'MembershipStatus',
  description: 'Whether a membership can be used.',
  valuesMap: {
    PENDING: { description: 'Waits for its owner to take her first step.' },
    ACTIVE: { description: 'In use.' },
    ENDED: { description: 'Ended; a new one takes its place.' },
  },
});

registerEnumType(AccountStatus, {
  name: 'AccountStatus',
  description: 'Whether an account opens anything.',
  valuesMap: {
    ACTIVE: { description: 'It opens its memberships.' },
    DISABLED: { description: 'It opens nothing until it is enabled again.' },
  },
});

@ObjectType({ description: 'A member of staff or of a partner, as administrators see her.' })
export class Member {
  @Field(() => ID, { description: 'Id of the membership.' })
  id!: string;

  @Field(() => Int, { description: 'Version, for changes.' })
  version!: number;

  @Field(() => String, { description: 'Login of the account.' })
  login!: string;

  @Field(() => String, { description: 'Name that colleagues read.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'Where work mail goes; null = none is sent.' })
  workEmail!: string | null;

  @Field(() => Role, { description: 'Role.' })
  role!: Role;

  @Field(() => String, { description: 'Organisation of the membership.' })
  organisationName!: string;

  @Field(() => MembershipStatus, { description: 'Whether the membership can be used.' })
  status!: MembershipStatus;

  @Field(() => AccountStatus, { description: 'Whether the account opens anything, in this and all other memberships.' })
  accountStatus!: AccountStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the account is linked to an identity at the sign-in provider; null = it is not.',
  })
  providerLinkedAt!: Date | null;

  @Field(() => Boolean, { description: 'True for the reader’s own account.' })
  isOwn!: boolean;
}

/** MemberConnection in the schema. */
export const MemberConnection = connectionTypeOf(Member);

/** MemberPayload in the schema. */
export const MemberPayload = payloadTypeOf(Member, 'member');

@ObjectType({ description: 'Answer of an invitation.' })
export class MemberInvitationPayload extends PayloadBase {
  @Field(() => Member, { nullable: true, description: 'The member; null when it was not done.' })
  member!: Member | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Opens the account within 72 hours, where no link was mailed. Shown once: a repeated request answers null.',
  })
  oneTimeCode!: string | null;
}

@InputType({ description: 'What the list of members is narrowed to; absent = all.' })
export class MemberFilter {
  @Field(() => String, { nullable: true, description: 'Part of a login or of a name, 1..40 characters.' })
  search?: string;

  @Field(() => Role, { nullable: true, description: 'Role.' })
  role?: Role;

  @Field(() => MembershipStatus, { nullable: true, description: 'Whether the membership can be used.' })
  status?: MembershipStatus;
}

@InputType({ description: 'A new member of staff or of a partner; clients are given access by their caseworker.' })
export class MemberInput {
  @Field(() => String, { description: 'Login, 3..40 of a–z, 0–9, dot, hyphen, underscore; unique in the deployment.' })
  login!: string;

  @Field(() => String, { description: 'Name that colleagues read, 1..40 characters.' })
  displayName!: string;

  @Field(() => Role, { description: 'Role; it must suit the organisation’s kind.' })
  role!: Role;

  @Field(() => ID, { description: 'Organisation.' })
  organisationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address to which the invitation goes; without one a one-time code is shown.',
  })
  workEmail?: string | null;
}

@InputType({ description: 'One more role for a member who is here already.' })
export class MembershipInput {
  @Field(() => Role, { description: 'Role; it must suit the organisation’s kind.' })
  role!: Role;

  @Field(() => ID, { description: 'Organisation.' })
  organisationId!: string;
}

@InputType({ description: 'What changes about a member; absent = unchanged.' })
export class MemberChanges {
  @Field(() => String, { nullable: true, description: 'Name that colleagues read, 1..40 characters.' })
  displayName?: string;

  @Field(() => String, { nullable: true, description: 'Where work mail goes; null = none is sent.' })
  workEmail?: string | null;
}
