import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/auth/access.decorators';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { PayloadBase } from '#platform/graphql/payload';
import { userErrorOf } from '#platform/graphql/user-error';
import { PasswordLinkService } from './password-link.service';

@ObjectType({ description: 'Answer of an act at the door that opens no session.' })
export class DoorPayload extends PayloadBase {
  @Field(() => Boolean, { description: 'True when it was taken; it tells nothing about any account.' })
  taken!: boolean;
}

/** A forgotten password, and an invitation by mail. They take no idempotency key: there is nobody to keep a receipt for. */
@Resolver()
export class PasswordLinkResolver {
  constructor(private readonly service: PasswordLinkService) {}

  @Mutation(() => DoorPayload, {
    description:
      'Mails a link to choose a new password where the login has an account with an address; says the same for every login. Code: SIGN_IN_DELAYED.',
  })
  @Public('who forgot her password cannot sign in')
  async requestPasswordReset(
    @Context() { request }: GraphqlContext,
    @Args('login', { type: () => String, description: 'Login of the account.' }) login: string,
  ): Promise<DoorPayload> {
    const outcome = await this.service.request(login, request.ip);
    return { taken: outcome.ok, userErrors: outcome.ok ? [] : outcome.refusals.map(userErrorOf) };
  }

  @Mutation(() => DoorPayload, {
    description:
      'Chooses a password by the link of a mail, once; all sign-ins of the account end, the second step stays. Codes: LINK_SPENT, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_SIMPLE, PASSWORD_TOO_COMMON.',
  })
  @Public('the link stands for the sign-in')
  async choosePasswordByLink(
    @Args('token', { type: () => String, description: 'What stands behind # in the link.' }) token: string,
    @Args('newPassword', { type: () => String, description: '12 to 128 characters.' }) newPassword: string,
  ): Promise<DoorPayload> {
    const outcome = await this.service.choose(token, newPassword);
    return { taken: outcome.ok, userErrors: outcome.ok ? [] : outcome.refusals.map(userErrorOf) };
  }
}
