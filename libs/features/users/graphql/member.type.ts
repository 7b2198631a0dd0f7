import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Role } from '#domain/common/role';
import { MembershipStatus } from '#domain/users/membership-lifecycle';
import { connectionTypeOf } from '#platform/graphql/connection';
import { PayloadBase, payloadTypeOf } from '#platform/graphql/payload';

registerEnumType(MembershipStatus, {
  name: 'MembershipStatus',
  description: 'Whether a membership can be used.',
  valuesMap: {
    PENDING: { description: 'Not yet usable.' },
    ACTIVE: { description: 'In use.' },
    ENDED: { description: 'Ended; a new one takes its place.' },
  },
});

@ObjectType({ description: 'A member of staff or of a partner, as administrators see her.' })
export class Member {
  @Field(() => ID, { description: 'Id of the membership.' })
  id!: string;

  @Field(() => String, { description: 'Login of the account.' })
  login!: string;

  @Field(() => String, { description: 'Name that colleagues read.' })
  displayName!: string;

  @Field(() => Role, { description: 'Role.' })
  role!: Role;

  @Field(() => String, { description: 'Organisation of the membership.' })
  organisationName!: string;

  @Field(() => MembershipStatus, { description: 'Whether it can be used.' })
  status!: MembershipStatus;
}

/** MemberConnection in the schema. */
export const MemberConnection = connectionTypeOf(Member);

/** MemberPayload in the schema. */
export const MemberPayload = payloadTypeOf(Member, 'member');

@ObjectType({ description: 'Answer of an invitation.' })
export class MemberInvitationPayload extends PayloadBase {
  @Field(() => Member, { nullable: true, description: 'The new member; null when it was not done.' })
  member!: Member | null;

  @Field(() => String, {
    nullable: true,
    description: 'Opens the account within 72 hours. Shown once: a repeated request answers null.',
  })
  oneTimeCode!: string | null;
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
}
