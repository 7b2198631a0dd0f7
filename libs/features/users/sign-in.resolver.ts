import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal, type Refusal } from '#domain/common/outcome';
import { Public } from '#platform/auth/access.decorators';
import { DeviceCookie } from '#platform/auth/device-cookie';
import { SessionCookie } from '#platform/auth/session-cookie';
import { Sessions } from '#platform/auth/sessions';
import { SignIn, type SignInResult } from '#platform/auth/sign-in';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { userErrorOf } from '#platform/graphql/user-error';
import { SignInPayload, SignOutPayload, Viewer } from './graphql/viewer.type';
import { ViewerReader } from './viewer-reader';

/** Signing in and out. These two take no idempotency key: before sign-in there is nobody to keep a receipt for. */
@Resolver(() => Viewer)
export class SignInResolver {
  constructor(
    private readonly door: SignIn,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly device: DeviceCookie,
    private readonly reader: ViewerReader,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Public('the page asks before it knows whether anybody is signed in')
  viewer(@Context() { operation }: GraphqlContext): Viewer | null {
    return operation.session === null ? null : this.reader.viewerOf(operation.session);
  }

  @Mutation(() => SignInPayload, {
    description:
      'Opens a session in this browser. Codes: SIGN_IN_FAILED, whatever the cause; SECOND_FACTOR_REQUIRED and SECOND_FACTOR_WRONG once login and password fit; SIGN_IN_DELAYED with the seconds to wait after too many failures, whether or not there is such an account.',
  })
  @Public('the door itself')
  async signIn(
    @Context() { request, reply }: GraphqlContext,
    @Args('login', { type: () => String, description: 'Login of the account.' }) login: string,
    @Args('password', { type: () => String, description: 'Password of the account.' }) password: string,
    @Args('code', {
      type: () => String,
      nullable: true,
      description: 'Six digits of the authenticator app, or a recovery code, for accounts that have one.',
    })
    code?: string,
  ): Promise<SignInPayload> {
    const result = await this.door.try(
      { login: login.trim(), password, code: code ?? null },
      {
        address: request.ip,
        deviceOf: (accountId) => this.device.read(request, accountId),
      },
    );
    if (result.kind !== 'signed-in') return refusedBy(reasonOf(result));
    const session = await this.sessions.read(result.sid);
    if (session === null) return refusedBy(refusal('SIGN_IN_FAILED')); // ended in between
    this.cookie.write(reply, result.sid);
    this.device.write(reply, result.accountId);
    return { viewer: this.reader.viewerOf(session), userErrors: [] };
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session of this browser at once.' })
  @Public('leaving must always be possible')
  async signOut(@Context() { request, reply }: GraphqlContext): Promise<SignOutPayload> {
    const sid = this.cookie.read(request);
    if (sid !== null) await this.sessions.end(sid);
    this.cookie.clear(reply);
    return { signedOut: true, userErrors: [] };
  }
}

const refusedBy = (reason: Refusal): SignInPayload => ({ viewer: null, userErrors: [userErrorOf(reason)] });

const REASONS = {
  refused: refusal('SIGN_IN_FAILED'),
  'code-asked': refusal('SECOND_FACTOR_REQUIRED', ['code']),
  'code-wrong': refusal('SECOND_FACTOR_WRONG', ['code']),
} as const;

const reasonOf = (result: Exclude<SignInResult, { readonly kind: 'signed-in' }>): Refusal =>
  result.kind === 'delayed' ? refusal('SIGN_IN_DELAYED', [], { seconds: result.seconds }) : REASONS[result.kind];
