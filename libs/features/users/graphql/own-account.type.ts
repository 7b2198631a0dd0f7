import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Role } from '#domain/common/role';
import { PayloadBase, payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'An open sign-in of one’s own.' })
export class OwnSession {
  @Field(() => ID, { description: 'Id; it opens nothing.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => Boolean, { description: 'True for the one that asks.' })
  isCurrent!: boolean;

  @Field(() => Role, { description: 'Role in which it works.' })
  role!: Role;

  @Field(() => String, { description: 'Organisation for which it works.' })
  organisationName!: string;
}

@ObjectType({ description: 'A membership in which one can work.' })
export class OwnMembership {
  @Field(() => ID, { description: 'Id of the membership.' })
  id!: string;

  @Field(() => Role, { description: 'Role.' })
  role!: Role;

  @Field(() => String, { description: 'Organisation.' })
  organisationName!: string;

  @Field(() => String, { description: 'County.' })
  countyName!: string;

  @Field(() => Boolean, { description: 'True for the one in which one works now.' })
  isCurrent!: boolean;
}

@ObjectType({ description: 'A passkey of one’s own: a key in a device that opens the door without a password.' })
export class OwnPasskey {
  @Field(() => ID, { description: 'Id; it opens nothing.' })
  id!: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When it was set up.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used; null = never yet.' })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: 'The link between one’s own account and one’s identity at the sign-in provider.' })
export class OwnProviderLink {
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  linkedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used; null = never yet.' })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: 'One’s own account: where one is signed in, and what one can be.' })
export class OwnAccount {
  @Field(() => ID, { description: 'Id of the account.' })
  id!: string;

  @Field(() => [OwnSession], { description: 'Open sign-ins, latest used first.' })
  sessions!: OwnSession[];

  @Field(() => Boolean, { description: 'Whether signing in asks for a code of an authenticator app.' })
  hasSecondFactor!: boolean;

  @Field(() => Int, { description: 'Recovery codes that were not used, 0..10.' })
  recoveryCodesLeft!: number;

  @Field(() => [OwnPasskey], { description: 'Passkeys, oldest first; at most ten.' })
  passkeys!: OwnPasskey[];

  @Field(() => OwnProviderLink, {
    nullable: true,
    description: 'The link to the sign-in provider; null where none is made.',
  })
  providerLink!: OwnProviderLink | null;

  @Field(() => [OwnMembership], { description: 'Active memberships, oldest first.' })
  memberships!: OwnMembership[];
}

/** OwnAccountPayload in the schema. */
export const OwnAccountPayload = payloadTypeOf(OwnAccount, 'ownAccount');

@InputType({ description: 'A change of one’s own password.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The password or one-time code in use.' })
  currentPassword!: string;

  @Field(() => String, { description: 'The new one, 12 to 128 characters.' })
  newPassword!: string;
}

@InputType({ description: 'A proof that one is who signed in: one of its fields.' })
export class IdentityProofInput {
  @Field(() => String, { nullable: true, description: 'One’s own password; null = not given.' })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Six digits of the authenticator app, or a recovery code; null = not given.',
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The browser’s answer by a passkey, as WebAuthn’s JSON; null = not given.',
  })
  passkey?: string | null;
}

@ObjectType({ description: 'Answer of beginning a second factor: shown once, a repeated request answers null.' })
export class SecondFactorPayload extends PayloadBase {
  @Field(() => OwnAccount, { nullable: true, description: 'The account; null when it was not done.' })
  ownAccount!: OwnAccount | null;

  @Field(() => String, { nullable: true, description: 'The secret for typing into the app, base 32.' })
  secret!: string | null;

  @Field(() => String, { nullable: true, description: 'The same as an otpauth:// address, for a QR code.' })
  uri!: string | null;
}

@ObjectType({
  description: 'Answer of confirming a second factor or adding a passkey: shown once, a repeated request answers null.',
})
export class RecoveryCodesPayload extends PayloadBase {
  @Field(() => OwnAccount, { nullable: true, description: 'The account; null when it was not done.' })
  ownAccount!: OwnAccount | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Ten codes that each stand in for the second step once; null = none were made.',
  })
  recoveryCodes!: string[] | null;
}

@ObjectType({ description: 'What a browser is to ask its passkeys: shown once, a repeated request answers null.' })
export class PasskeyRequestPayload extends PayloadBase {
  @Field(() => OwnAccount, { nullable: true, description: 'The account; null when it was not done.' })
  ownAccount!: OwnAccount | null;

  @Field(() => String, { nullable: true, description: 'The request as WebAuthn’s JSON; it holds for five minutes.' })
  request!: string | null;
}

@ObjectType({ description: 'What the browser of somebody who wants to sign in is to ask its passkeys.' })
export class PasskeySignInRequestPayload extends PayloadBase {
  @Field(() => String, {
    nullable: true,
    description:
      'The request as WebAuthn’s JSON; it holds for five minutes. Null where this address knows no passkeys.',
  })
  request!: string | null;
}
