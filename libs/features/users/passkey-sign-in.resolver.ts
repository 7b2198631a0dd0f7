import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { refusal } from '#domain/common/outcome';
import { Public } from '#platform/auth/access.decorators';
import { PasskeySignIn } from '#platform/auth/passkey-sign-in';
import { SignInLimits } from '#platform/auth/sign-in-limits';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { userErrorOf } from '#platform/graphql/user-error';
import { PasskeySignInRequestPayload } from './graphql/own-account.type';
import { SignInPayload, Viewer } from './graphql/viewer.type';
import { SignInAnswers } from './sign-in-answers';

const NOT_HERE = refusal('PASSKEYS_NOT_HERE');

/** Signing in by a passkey alone. Like the door for passwords it takes no idempotency key. */
@Resolver(() => Viewer)
export class PasskeySignInResolver {
  constructor(
    private readonly door: PasskeySignIn,
    private readonly answers: SignInAnswers,
    private readonly limits: SignInLimits,
  ) {}

  @Mutation(() => PasskeySignInRequestPayload, {
    description: 'Gives what the browser is to ask its passkeys. Codes: PASSKEYS_NOT_HERE, SIGN_IN_DELAYED.',
  })
  @Public('the door itself')
  async beginPasskeySignIn(@Context() context: GraphqlContext): Promise<PasskeySignInRequestPayload> {
    const { party, address } = this.answers.doorstepOf(context);
    if (party === null) return { request: null, userErrors: [userErrorOf(NOT_HERE)] };
    const seconds = await this.limits.admitBeginning('passkey', address);
    if (seconds > 0) return { request: null, userErrors: [userErrorOf(refusal('SIGN_IN_DELAYED', [], { seconds }))] };
    return { request: await this.door.begin(party), userErrors: [] };
  }

  @Mutation(() => SignInPayload, {
    description:
      'Opens a session in this browser by a passkey alone. Codes: SIGN_IN_FAILED, whatever the cause; SIGN_IN_DELAYED; PASSKEYS_NOT_HERE.',
  })
  @Public('the door itself')
  async signInWithPasskey(
    @Context() context: GraphqlContext,
    @Args('answer', { type: () => String, description: 'The browser’s answer, as WebAuthn’s JSON.' }) answer: string,
  ): Promise<SignInPayload> {
    const doorstep = this.answers.doorstepOf(context);
    if (doorstep.party === null) return { viewer: null, passkeyRequest: null, userErrors: [userErrorOf(NOT_HERE)] };
    return this.answers.answer(await this.door.try(answer, doorstep.party, doorstep), context);
  }
}
