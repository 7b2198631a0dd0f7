import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { SessionCookie } from '#platform/auth/session-cookie';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { UuidScalar } from '#platform/graphql/scalars';
import { OwnAccount, OwnAccountPayload, RecoveryCodesPayload, SecondFactorPayload } from './graphql/own-account.type';
import { OwnAccountReader } from './own-account-reader';
import { SecondFactorService, type NewFactor } from './second-factor.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const PASSWORD = { type: () => String, description: 'One’s own password.' } as const;
const CODE = { type: () => String, description: 'Six digits of the app.' } as const;

/** One's own second factor. */
@Resolver(() => OwnAccount)
export class SecondFactorResolver {
  constructor(
    private readonly service: SecondFactorService,
    private readonly reader: OwnAccountReader,
    private readonly cookie: SessionCookie,
  ) {}

  @Mutation(() => SecondFactorPayload, {
    description:
      'Makes a secret for an authenticator app; it counts after it was confirmed. Codes: WRONG_PASSWORD, SIGN_IN_DELAYED, WRONG_STATE.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  async beginSecondFactor(
    @Context() context: GraphqlContext,
    @InCommand(['currentPassword']) command: Command,
    @Args('currentPassword', PASSWORD) currentPassword: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<SecondFactorPayload> {
    let made: NewFactor | null = null;
    const payload = await command.run<OwnAccount, 'ownAccount'>({
      as: 'ownAccount',
      act: async (tx) => {
        const outcome = await this.service.begin(tx, currentPassword);
        made = outcome.ok ? outcome.value : null;
        return outcome;
      },
      read: (tx) => this.reader.read(tx, this.sid(context)),
    });
    const { text = null, uri = null } = (made as NewFactor | null) ?? {};
    return { ...payload, secret: text, uri };
  }

  @Mutation(() => RecoveryCodesPayload, {
    description:
      'Switches the second factor on by a first right code, and gives the recovery codes. Codes: SECOND_FACTOR_WRONG, SIGN_IN_DELAYED, WRONG_STATE.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  async confirmSecondFactor(
    @Context() context: GraphqlContext,
    @InCommand(['code']) command: Command,
    @Args('code', CODE) code: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<RecoveryCodesPayload> {
    let recoveryCodes: string[] | null = null;
    const payload = await command.run<OwnAccount, 'ownAccount'>({
      as: 'ownAccount',
      act: async (tx) => {
        const outcome = await this.service.confirm(tx, code);
        recoveryCodes = outcome.ok ? outcome.value.codes : null;
        return outcome;
      },
      read: (tx) => this.reader.read(tx, this.sid(context)),
    });
    return { ...payload, recoveryCodes };
  }

  @Mutation(() => OwnAccountPayload, {
    description:
      'Takes the second factor away, for who has the password and a code of the app or a recovery code. Codes: WRONG_PASSWORD, SECOND_FACTOR_WRONG, SIGN_IN_DELAYED, WRONG_STATE; LAST_SECOND_STEP where a second step is demanded.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  removeSecondFactor(
    @Context() context: GraphqlContext,
    @InCommand(['currentPassword', 'code']) command: Command,
    @Args('currentPassword', PASSWORD) currentPassword: string,
    @Args('code', CODE) code: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<OwnAccount, 'ownAccount'>> {
    return command.run({
      as: 'ownAccount',
      act: (tx) => this.service.remove(tx, currentPassword, code),
      read: (tx) => this.reader.read(tx, this.sid(context)),
    });
  }

  private sid({ request }: GraphqlContext): string {
    return this.cookie.read(request) ?? '';
  }
}
