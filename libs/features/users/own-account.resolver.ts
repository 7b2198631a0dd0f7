import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Outcome } from '#domain/common/outcome';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { SessionCookie } from '#platform/auth/session-cookie';
import type { Tx } from '#platform/database/transaction';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { UuidScalar } from '#platform/graphql/scalars';
import { OwnAccount, OwnAccountPayload, PasswordChangeInput } from './graphql/own-account.type';
import { OwnAccountReader } from './own-account-reader';
import { OwnAccountService } from './own-account.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
type Payload = Promise<PayloadOf<OwnAccount, 'ownAccount'>>;

/** One's own account, for everybody who is signed in. */
@Resolver(() => OwnAccount)
export class OwnAccountResolver {
  constructor(
    private readonly service: OwnAccountService,
    private readonly reader: OwnAccountReader,
    private readonly cookie: SessionCookie,
  ) {}

  @Query(() => OwnAccount, { description: 'One’s own account.' })
  @Requires(Permission.OWN_ACCOUNT)
  ownAccount(@Context() context: GraphqlContext): Promise<OwnAccount> {
    return context.operation.read((tx) => this.reader.read(tx, this.sid(context)));
  }

  @Mutation(() => OwnAccountPayload, {
    description:
      'Changes one’s own password and ends all other sessions. Codes: WRONG_PASSWORD, SIGN_IN_DELAYED, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_SIMPLE, PASSWORD_UNCHANGED.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  changePassword(
    @Context() context: GraphqlContext,
    @InCommand(['input']) command: Command,
    @Args('input', { type: () => PasswordChangeInput, description: 'The old one and the new one.' })
    input: PasswordChangeInput,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, context, (tx, sid) => this.service.changePassword(tx, sid, input));
  }

  @Mutation(() => OwnAccountPayload, { description: 'Ends one of one’s own sessions at once. Code: NOT_FOUND.' })
  @Requires(Permission.OWN_ACCOUNT)
  endSession(
    @Context() context: GraphqlContext,
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the session.' }) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, context, (tx) => this.service.endSession(tx, id));
  }

  @Mutation(() => OwnAccountPayload, { description: 'Signs out everywhere but here, at once.' })
  @Requires(Permission.OWN_ACCOUNT)
  endOtherSessions(
    @Context() context: GraphqlContext,
    @InCommand() command: Command,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, context, (tx, sid) => this.service.endOtherSessions(tx, sid));
  }

  @Mutation(() => OwnAccountPayload, {
    description: 'Goes on in another membership of one’s own, without signing in again. Code: NOT_FOUND.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  switchMembership(
    @Context() context: GraphqlContext,
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the membership.' }) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, context, (tx, sid) => this.service.switchMembership(tx, sid, id));
  }

  private run(
    command: Command,
    context: GraphqlContext,
    act: (tx: Tx, sid: string) => Promise<Outcome<{ id: string }>>,
  ): Payload {
    const sid = this.sid(context);
    return command.run({ as: 'ownAccount', act: (tx) => act(tx, sid), read: (tx) => this.reader.read(tx, sid) });
  }

  private sid({ request }: GraphqlContext): string {
    return this.cookie.read(request) ?? '';
  }
}
