import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refusal, type Refusal } from '#domain/common/outcome';
import { DeviceCookie } from '#platform/auth/device-cookie';
import { Passkeys } from '#platform/auth/passkeys';
import { RelyingParties } from '#platform/auth/relying-party';
import { SessionCookie } from '#platform/auth/session-cookie';
import { Sessions } from '#platform/auth/sessions';
import type { Doorstep, SignInResult } from '#platform/auth/sign-in';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { userErrorOf } from '#platform/graphql/user-error';
import type { SignInPayload } from './graphql/viewer.type';
import { ViewerReader } from './viewer-reader';

/** Answers whoever stands at the door, by whichever way she came: cookies, and who she now is or why not. */
@Injectable()
export class SignInAnswers {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly device: DeviceCookie,
    private readonly passkeys: Passkeys,
    private readonly parties: RelyingParties,
    private readonly reader: ViewerReader,
  ) {}

  /** Where somebody signs in from. */
  doorstepOf({ request }: Pick<GraphqlContext, 'request'>): Doorstep {
    return {
      address: request.ip,
      deviceOf: (accountId) => this.device.read(request, accountId),
      party: this.parties.of(request),
    };
  }

  /** Hands out the session, or the reason why there is none. */
  async answer(result: SignInResult, { request, reply }: GraphqlContext): Promise<SignInPayload> {
    if (result.kind !== 'signed-in')
      return {
        viewer: null,
        passkeyRequest: await this.passkeyRequest(result, this.parties.of(request)),
        userErrors: [userErrorOf(reasonOf(result))],
      };
    const session = await this.sessions.read(result.sid);
    if (session === null)
      return { viewer: null, passkeyRequest: null, userErrors: [userErrorOf(refusal('SIGN_IN_FAILED'))] }; // ended in between
    this.handOut(result, reply);
    return { viewer: this.reader.viewerOf(session), passkeyRequest: null, userErrors: [] };
  }

  /** Gives the browser its new session, and marks it as one that signed in to this account. */
  handOut({ sid, accountId }: Extract<SignInResult, { kind: 'signed-in' }>, reply: FastifyReply): void {
    this.cookie.write(reply, sid);
    this.device.write(reply, accountId);
  }

  private async passkeyRequest(result: SignInResult, party: ReturnType<RelyingParties['of']>): Promise<string | null> {
    if (result.kind !== 'step-asked' || !result.hasPasskey || party === null) return null;
    const use = { purpose: 'SECOND_STEP', accountId: result.accountId } as const;
    return this.passkeys.requestAtDoor(party, use);
  }
}

/** Why nobody was signed in. */
function reasonOf(result: Exclude<SignInResult, { readonly kind: 'signed-in' }>): Refusal {
  switch (result.kind) {
    case 'delayed':
      return refusal('SIGN_IN_DELAYED', [], { seconds: result.seconds });
    case 'step-asked':
      return result.hasApp ? refusal('SECOND_FACTOR_REQUIRED', ['code']) : refusal('PASSKEY_REQUIRED', ['passkey']);
    case 'step-wrong':
      return refusal('SECOND_FACTOR_WRONG', ['code']);
    case 'refused':
      return refusal('SIGN_IN_FAILED');
  }
}
