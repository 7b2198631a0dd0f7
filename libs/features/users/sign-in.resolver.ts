import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/auth/access.decorators';
import { SessionCookie } from '#platform/auth/session-cookie';
import { Sessions } from '#platform/auth/sessions';
import { SignIn } from '#platform/auth/sign-in';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { SignInPayload, SignOutPayload, Viewer } from './graphql/viewer.type';
import { ViewerReader } from './viewer-reader';
import { SignInAnswers } from './sign-in-answers';

/** Signing in and out. These two take no idempotency key: before sign-in there is nobody to keep a receipt for. */
@Resolver(() => Viewer)
export class SignInResolver {
  constructor(
    private readonly door: SignIn,
    private readonly answers: SignInAnswers,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly reader: ViewerReader,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Public('the page asks before it knows whether anybody is signed in')
  viewer(@Context() { operation }: GraphqlContext): Viewer | null {
    return operation.session === null ? null : this.reader.viewerOf(operation.session);
  }

  @Mutation(() => SignInPayload, {
    description:
      'Opens a session in this browser. Codes: SIGN_IN_FAILED, whatever the cause; SECOND_FACTOR_REQUIRED, PASSKEY_REQUIRED (no app is set up) and SECOND_FACTOR_WRONG once login and password fit; SIGN_IN_DELAYED with the seconds to wait after too many failures, whether or not there is such an account.',
  })
  @Public('the door itself')
  async signIn(
    @Context() context: GraphqlContext,
    @Args('login', { type: () => String, description: 'Login of the account.' }) login: string,
    @Args('password', { type: () => String, description: 'Password of the account.' }) password: string,
    @Args('code', {
      type: () => String,
      nullable: true,
      description: 'Six digits of the authenticator app, or a recovery code, for accounts that have one.',
    })
    code?: string,
    @Args('passkey', {
      type: () => String,
      nullable: true,
      description: 'The browser’s answer to passkeyRequest, as WebAuthn’s JSON, instead of a code.',
    })
    passkey?: string,
  ): Promise<SignInPayload> {
    const given = { login: login.trim(), password, code: code ?? null, passkey: passkey ?? null };
    return this.answers.answer(await this.door.try(given, this.answers.doorstepOf(context)), context);
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
