import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { ProviderCookie } from '#platform/auth/provider-cookie';
import { RelyingParties } from '#platform/auth/relying-party';
import { SessionCookie } from '#platform/auth/session-cookie';
import { sessionHash } from '#platform/auth/sessions';
import type { ProviderBegun } from '#platform/auth/sign-in-provider';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { UuidScalar } from '#platform/graphql/scalars';
import { OwnAccount, OwnAccountPayload } from './graphql/own-account.type';
import { ProviderLinkPayload } from './graphql/sign-in-provider.type';
import { OwnAccountReader } from './own-account-reader';
import { ProviderLinkService } from './provider-link.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;

/** The link between one's own account and the sign-in provider. */
@Resolver(() => OwnAccount)
export class ProviderLinkResolver {
  constructor(
    private readonly service: ProviderLinkService,
    private readonly reader: OwnAccountReader,
    private readonly cookie: SessionCookie,
    private readonly flow: ProviderCookie,
    private readonly parties: RelyingParties,
  ) {}

  @Mutation(() => ProviderLinkPayload, {
    description:
      'Begins to link one’s own account to one’s identity at the sign-in provider; it is linked when the browser comes back from there. Codes: PROVIDER_NOT_HERE, PROVIDER_UNAVAILABLE, PROVIDER_LINKED, ROLE_NOT_ALLOWED for clients.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  @StepUp()
  async beginProviderLink(
    @Context() { request, reply }: GraphqlContext,
    @InCommand() command: Command,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<ProviderLinkPayload> {
    const sid = this.cookie.read(request) ?? '';
    const place = { origin: this.parties.originOf(request), session: sessionHash(sid) };
    const begun: { way: ProviderBegun | null } = { way: null };
    const payload = await command.run<OwnAccount, 'ownAccount'>({
      as: 'ownAccount',
      act: async (tx) => {
        const outcome = await this.service.begin(tx, place);
        if (outcome.ok) begun.way = outcome.value;
        return outcome;
      },
      read: (tx) => this.reader.read(tx, sid),
    });
    if (begun.way !== null) this.flow.write(reply, begun.way.flow);
    return { ...payload, url: begun.way?.url ?? null };
  }

  @Mutation(() => OwnAccountPayload, {
    description: 'Takes the link to the sign-in provider away. Code: WRONG_STATE where there is none.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  @StepUp()
  unlinkProvider(
    @Context() { request }: GraphqlContext,
    @InCommand() command: Command,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<OwnAccount, 'ownAccount'>> {
    const sid = this.cookie.read(request) ?? '';
    return command.run({
      as: 'ownAccount',
      act: (tx) => this.service.unlink(tx),
      read: (tx) => this.reader.read(tx, sid),
    });
  }
}
