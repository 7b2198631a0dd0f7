import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ClientSignInService, newSignInCode } from './client-sign-in.service';
import { ClientSignIn, SignInCodePayload } from './graphql/client-sign-in.type';

/** How clients sign in, for their own caseworker. */
@Resolver(() => ClientSignIn)
export class ClientSignInResolver {
  constructor(private readonly service: ClientSignInService) {}

  @Query(() => ClientSignIn, {
    nullable: true,
    description: 'How a client of one’s own caseload signs in; null where there is none.',
  })
  @Requires(Permission.SIGN_IN_CODE_ISSUE)
  clientSignIn(
    @InOperation() operation: Operation,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
  ): Promise<ClientSignIn | null> {
    return operation.read((tx) => this.service.read(tx, clientId));
  }

  @Mutation(() => SignInCodePayload, {
    description:
      'Issues a one-time code to a client of one’s own caseload and ends the one before; makes her account where she has none. Codes: NOT_FOUND, NOT_ALLOWED.',
  })
  @Requires(Permission.SIGN_IN_CODE_ISSUE)
  @StepUp()
  async issueSignInCode(
    @InCommand() command: Command,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<SignInCodePayload> {
    let code: string | null = null;
    const payload = await command.run<ClientSignIn, 'clientSignIn'>({
      as: 'clientSignIn',
      act: (tx) => {
        code = newSignInCode();
        return this.service.issue(tx, clientId, code);
      },
      read: (tx, id) => this.service.read(tx, id),
    });
    return { ...payload, code: payload.clientSignIn === null ? null : code };
  }
}
