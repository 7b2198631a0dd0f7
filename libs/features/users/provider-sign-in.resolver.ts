import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal } from '#domain/common/outcome';
import { Public } from '#platform/auth/access.decorators';
import { ProviderCookie } from '#platform/auth/provider-cookie';
import { ProviderSignIn } from '#platform/auth/provider-sign-in';
import { RelyingParties } from '#platform/auth/relying-party';
import { SignInLimits } from '#platform/auth/sign-in-limits';
import { SignInProviders } from '#platform/auth/sign-in-provider';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { userErrorOf } from '#platform/graphql/user-error';
import { ProviderRequestPayload, SignInProviderInfo } from './graphql/sign-in-provider.type';
import { SignInPayload, Viewer } from './graphql/viewer.type';
import { SignInAnswers } from './sign-in-answers';

const failed = (code: string, details: Readonly<Record<string, number>> = {}): ProviderRequestPayload => ({
  url: null,
  userErrors: [userErrorOf(refusal(code, [], details))],
});

/** Signing in through the provider. Like the door for passwords it takes no idempotency key. */
@Resolver(() => Viewer)
export class ProviderSignInResolver {
  constructor(
    private readonly providers: SignInProviders,
    private readonly door: ProviderSignIn,
    private readonly cookie: ProviderCookie,
    private readonly parties: RelyingParties,
    private readonly limits: SignInLimits,
    private readonly answers: SignInAnswers,
  ) {}

  @Query(() => SignInProviderInfo, {
    nullable: true,
    description: 'The provider through which staff and enterprises may sign in; null where there is none.',
  })
  @Public('the sign-in page shows its button')
  signInProvider(): SignInProviderInfo | null {
    const { provider } = this.providers;
    return provider === null ? null : { label: provider.label };
  }

  @Mutation(() => ProviderRequestPayload, {
    description:
      'Gives the way to the sign-in provider. Codes: PROVIDER_NOT_HERE, PROVIDER_UNAVAILABLE, SIGN_IN_DELAYED.',
  })
  @Public('the door itself')
  async beginProviderSignIn(@Context() { request, reply }: GraphqlContext): Promise<ProviderRequestPayload> {
    const { provider } = this.providers;
    if (provider === null) return failed('PROVIDER_NOT_HERE');
    const seconds = await this.limits.admitBeginning('provider', request.ip);
    if (seconds > 0) return failed('SIGN_IN_DELAYED', { seconds });
    const begun = await provider.begin(this.parties.originOf(request), null);
    if (typeof begun === 'string') return failed('PROVIDER_UNAVAILABLE');
    this.cookie.write(reply, begun.flow);
    return { url: begun.url, userErrors: [] };
  }

  @Mutation(() => SignInPayload, {
    description:
      'Takes the second step after the sign-in provider, in the browser that came back from there within five minutes. Codes: PROVIDER_OVER where it did not; SECOND_FACTOR_REQUIRED, PASSKEY_REQUIRED, SECOND_FACTOR_WRONG, SIGN_IN_DELAYED, SIGN_IN_FAILED as at the door.',
  })
  @Public('the door itself')
  async signInAfterProvider(
    @Context() context: GraphqlContext,
    @Args('code', {
      type: () => String,
      nullable: true,
      description: 'Six digits of the authenticator app, or a recovery code.',
    })
    code?: string,
    @Args('passkey', {
      type: () => String,
      nullable: true,
      description: 'The browser’s answer to passkeyRequest, as WebAuthn’s JSON, instead of a code.',
    })
    passkey?: string,
  ): Promise<SignInPayload> {
    const kept = this.cookie.read(context.request, 'step');
    if (kept === null)
      return { viewer: null, passkeyRequest: null, userErrors: [userErrorOf(refusal('PROVIDER_OVER'))] };
    const given = { code: code ?? null, passkey: passkey ?? null };
    const result = await this.door.takeStep(kept.linkId, given, this.answers.doorstepOf(context));
    if (result.kind === 'signed-in') this.cookie.clear(context.reply);
    return this.answers.answer(result, context);
  }
}
