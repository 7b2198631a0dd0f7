import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Role } from '#domain/common/role';
import type { PhoneState } from '#platform/auth/session-record';
import { PayloadBase } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(Role, {
  name: 'Role',
  description: 'What a membership lets a person be.',
  valuesMap: {
    CLIENT: { description: 'Person who is looking for work or placed.' },
    CASEWORKER: { description: 'Employment caseworker with a caseload.' },
    SUPERVISOR: { description: 'Leads a team of caseworkers; approves and reviews.' },
    ADMINISTRATOR: { description: 'Manages accounts, settings and jobs; sees no client data.' },
    ENTERPRISE_HR: { description: 'Human resources of a partner enterprise.' },
    TRAINER: { description: 'Teaches sessions of courses.' },
    BASE_MANAGER: { description: 'Manages sessions, rooms and seats of a training base.' },
    MENTOR: { description: 'Contact person whom the client chose.' },
    FUND_OFFICER: { description: 'Checks claims.' },
    FINANCE_OFFICER: { description: 'Second approval of claims.' },
    AUDITOR: { description: 'Reads the audit trail, masked.' },
  },
});

@ObjectType({ description: 'The person who is signed in, in the membership she works in.' })
export class Viewer {
  @Field(() => ID, { description: 'Id of the account.' })
  accountId!: string;

  @Field(() => String, { description: 'Name to greet the person by.' })
  displayName!: string;

  @Field(() => Role, { description: 'Role of the membership.' })
  role!: Role;

  @Field(() => String, { description: 'Organisation of the membership.' })
  organisationName!: string;

  @Field(() => String, { description: 'County of the membership.' })
  countyName!: string;

  @Field(() => String, { description: 'Name of the product in this county.' })
  productName!: string;

  @Field(() => DateScalar, { description: 'Today in the county.' })
  today!: string;

  @Field(() => Boolean, {
    description: 'True after signing in with a one-time code: until she chose a password, nothing else is answered.',
  })
  mustChoosePassword!: boolean;

  @Field(() => Boolean, {
    description:
      'True where a second step of signing in is demanded and none is set up: until then, nothing else is answered.',
  })
  mustSetUpSecondStep!: boolean;

  @Field(() => ID, { nullable: true, description: 'Her own file, for a client; null for everybody else.' })
  clientId!: string | null;

  /** Shown as `ownPhone`. */
  phone?: PhoneState | null;
}

@ObjectType({ description: 'Answer of signing in.' })
export class SignInPayload extends PayloadBase {
  @Field(() => Viewer, {
    nullable: true,
    description: 'Who is now signed in; null when login and password did not fit.',
  })
  viewer!: Viewer | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the browser asks its passkeys for the second step, as WebAuthn’s JSON; null where no passkey is set up or none is asked for.',
  })
  passkeyRequest?: string | null;
}

@ObjectType({ description: 'Answer of signing out.' })
export class SignOutPayload extends PayloadBase {
  @Field(() => Boolean, { description: 'True when no session is open in this browser any more.' })
  signedOut!: boolean;
}
