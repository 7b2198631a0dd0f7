import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { SessionCookie } from '#platform/auth/session-cookie';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { UuidScalar } from '#platform/graphql/scalars';
import { IdentityProofInput, OwnAccount, OwnAccountPayload } from './graphql/own-account.type';
import { OwnAccountReader } from './own-account-reader';
import { PasskeysService } from './passkeys.service';
import { StepUpService } from './step-up.service';

/** What a refusal says when somebody tried and was wrong. */
const WRONG: ReadonlySet<string> = new Set(['WRONG_PASSWORD', 'SECOND_FACTOR_WRONG', 'PASSKEY_WRONG']);

/** The proof of identity that some acts ask for. */
@Resolver(() => OwnAccount)
export class StepUpResolver {
  constructor(
    private readonly service: StepUpService,
    private readonly passkeys: PasskeysService,
    private readonly reader: OwnAccountReader,
    private readonly cookie: SessionCookie,
  ) {}

  @Mutation(() => OwnAccountPayload, {
    description:
      'Proves anew, for this session, that one is who signed in: by a passkey, or by a code where an authenticator app is set up, or by the password where nothing else is. Holds for five minutes. Codes: REQUIRED, WRONG_PASSWORD, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, PASSKEY_REQUIRED, PASSKEY_WRONG, SIGN_IN_DELAYED, NOT_FOUND.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  async confirmIdentity(
    @Context() { operation, request }: GraphqlContext,
    @InCommand(['proof']) command: Command,
    @Args('proof', { type: () => IdentityProofInput, description: 'The proof.' }) proof: IdentityProofInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<OwnAccount, 'ownAccount'>> {
    const isByPasskey = isNotGiven(proof.passkey)
      ? null
      : await this.passkeys.proves(operation.member, request, proof.passkey);
    const sid = this.cookie.read(request) ?? '';
    const payload = await command.run<OwnAccount, 'ownAccount'>({
      as: 'ownAccount',
      act: (tx) => this.service.confirm(tx, sid, { ...proof, isByPasskey }),
      read: (tx) => this.reader.read(tx, sid),
    });
    if (payload.userErrors.some(({ code }) => WRONG.has(code))) await this.service.recordRefused(operation.member);
    return payload;
  }
}

const isNotGiven = (answer: string | null | undefined): answer is null | undefined => (answer ?? null) === null;
