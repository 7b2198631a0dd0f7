import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal, refused, type Outcome } from '#domain/common/outcome';
import { Permission } from '#domain/common/permission';
import { Public, Requires, StepUp } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { userErrorOf } from '#platform/graphql/user-error';
import { FactorRecoveryService } from './factor-recovery.service';
import { FactorRecovery, FactorRecoveryPayload } from './graphql/factor-recovery.type';
import { MembersRepository } from './members.repository';
import { OwnFactorRecoveryService } from './own-factor-recovery.service';
import { DoorPayload } from './password-link.resolver';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const RECOVERY_ID = { type: () => ID, description: 'Id of the request.' } as const;
type Payload = Promise<PayloadOf<FactorRecovery, 'factorRecovery'>>;

/** Lost second steps of signing in. */
@Resolver(() => FactorRecovery)
export class FactorRecoveryResolver {
  constructor(
    private readonly service: FactorRecoveryService,
    private readonly own: OwnFactorRecoveryService,
    private readonly members: MembersRepository,
  ) {}

  @Query(() => [FactorRecovery], { description: 'Requests that wait for another person, oldest first; at most 100.' })
  @Requires(Permission.FACTOR_RECOVERY)
  factorRecoveries(@InOperation() operation: Operation): Promise<FactorRecovery[]> {
    return operation.read((tx) => this.service.waiting(tx));
  }

  @Mutation(() => DoorPayload, {
    description:
      'Asks, with login and password, that another person takes the lost second step away. Codes: SIGN_IN_FAILED, SIGN_IN_DELAYED.',
  })
  @Public('who lost her second step cannot sign in')
  async requestOwnFactorRecovery(
    @Context() { request }: GraphqlContext,
    @Args('login', { type: () => String, description: 'Login of the account.' }) login: string,
    @Args('password', { type: () => String, description: 'Password of the account.' }) password: string,
  ): Promise<DoorPayload> {
    const outcome = await this.own.request(login.trim(), password, request.ip);
    return { taken: outcome.ok, userErrors: outcome.ok ? [] : outcome.refusals.map(userErrorOf) };
  }

  @Mutation(() => FactorRecoveryPayload, {
    description:
      'Asks for a member that another person takes her lost second step away. Codes: NOT_FOUND, WRONG_STATE where she has none, RECOVERY_REQUESTED.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  requestFactorRecovery(
    @InCommand() command: Command,
    @Args('memberId', { type: () => ID, description: 'Id of the membership.' }) memberId: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, async (tx) => {
      const member = await this.members.byId(tx, memberId);
      if (member?.status !== 'ACTIVE') return refused(refusal('NOT_FOUND', ['memberId']));
      const owner = { accountId: member.accountId, membershipId: member.id };
      return this.service.request(tx, owner, tx.actor.accountId ?? '');
    });
  }

  @Mutation(() => FactorRecoveryPayload, {
    description:
      'Confirms, after speaking to her, that it is she: the second step and all her sign-ins go. Codes: NOT_FOUND, WRONG_STATE, ANOTHER_PERSON_REQUIRED.',
  })
  @Requires(Permission.FACTOR_RECOVERY)
  @StepUp()
  confirmFactorRecovery(
    @InCommand() command: Command,
    @Args('id', RECOVERY_ID) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.service.confirm(tx, id));
  }

  @Mutation(() => FactorRecoveryPayload, {
    description: 'Refuses the request: it was not she. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.FACTOR_RECOVERY)
  refuseFactorRecovery(
    @InCommand() command: Command,
    @Args('id', RECOVERY_ID) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.service.refuse(tx, id));
  }

  private run(command: Command, act: (tx: Tx) => Promise<Outcome<{ id: string }>>): Payload {
    return command.run({ as: 'factorRecovery', act, read: (tx, id) => this.service.byId(tx, id) });
  }
}
