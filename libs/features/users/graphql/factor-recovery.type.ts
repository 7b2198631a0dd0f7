import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Role } from '#domain/common/role';
import { RecoveryStatus } from '#domain/users/recovery-lifecycle';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(RecoveryStatus, {
  name: 'RecoveryStatus',
  description: 'What became of a request to take a lost second step away.',
  valuesMap: {
    OPEN: { description: 'Another person has to confirm it.' },
    CONFIRMED: { description: 'The second step was taken away.' },
    REFUSED: { description: 'It was not she.' },
  },
});

@ObjectType({ description: 'Somebody lost her second step of signing in; another person confirms that it is she.' })
export class FactorRecovery {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Name that colleagues read.' })
  displayName!: string;

  @Field(() => Role, { description: 'Role in which colleagues know her.' })
  role!: Role;

  @Field(() => String, { description: 'Organisation in which colleagues know her.' })
  organisationName!: string;

  @Field(() => Boolean, { description: 'True where she asked herself, after her password; false: an administrator.' })
  byOwner!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it may be confirmed.' })
  expiresAt!: Date;

  @Field(() => RecoveryStatus, { description: 'What became of it.' })
  status!: RecoveryStatus;

  @Field(() => Boolean, {
    description:
      'Whether the reader may confirm it: neither she who asked, nor she whose it is, nor another account of theirs.',
  })
  mayDecide!: boolean;
}

/** FactorRecoveryPayload in the schema. */
export const FactorRecoveryPayload = payloadTypeOf(FactorRecovery, 'factorRecovery');
