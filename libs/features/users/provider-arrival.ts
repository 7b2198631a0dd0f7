import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProviderCookie, type ProviderFlow } from '#platform/auth/provider-cookie';
import { ProviderSignIn } from '#platform/auth/provider-sign-in';
import { RelyingParties } from '#platform/auth/relying-party';
import type { SessionRecord } from '#platform/auth/session-record';
import { SignInLimits } from '#platform/auth/sign-in-limits';
import { SignInProviders, type ProvedIdentity } from '#platform/auth/sign-in-provider';
import { ProviderLinkService } from './provider-link.service';
import { SignInAnswers } from './sign-in-answers';

/** Receives browsers that come back from the sign-in provider, and says where they go on: by constants, never by what was sent. */
@Injectable()
export class ProviderArrival {
  constructor(
    private readonly providers: SignInProviders,
    private readonly door: ProviderSignIn,
    private readonly links: ProviderLinkService,
    private readonly cookie: ProviderCookie,
    private readonly parties: RelyingParties,
    private readonly limits: SignInLimits,
    private readonly answers: SignInAnswers,
  ) {}

  /** The path on which a browser goes on; its cookies are set where somebody was signed in. */
  async receive(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const flow = this.cookie.read(request, 'flow');
    const { provider } = this.providers;
    this.cookie.clear(reply); // it serves once, whatever comes of it
    const page = flow === null ? pageOf(request.session !== null) : pageOf(flow.link !== null);
    if (provider === null || flow === null) return `${page}?provider=over`;
    const session = flow.link === null ? null : linkingSession(request.session, flow.link);
    if (flow.link !== null && session === null) return '/sign-in?provider=over'; // the code is not used up for nobody
    if ((await this.limits.admitBeginning('provider-answer', request.ip)) > 0) return `${page}?provider=delayed`;
    const answer = await provider.finish(this.parties.originOf(request), searchOf(request), flow);
    if (answer.kind !== 'proved') return `${page}?provider=${answer.kind}`;
    if (session === null) return this.signIn(answer.identity, request, reply);
    return `${page}?provider=${await this.links.finish(session.actor, answer.identity)}`;
  }

  private async signIn(identity: ProvedIdentity, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const result = await this.door.enter(identity, this.answers.doorstepOf({ request }));
    if (result.kind === 'step-asked' && result.linkId !== undefined) {
      this.cookie.write(reply, { kind: 'step', linkId: result.linkId });
      return '/sign-in?provider=step';
    }
    if (result.kind === 'delayed') return '/sign-in?provider=delayed';
    if (result.kind !== 'signed-in') return '/sign-in?provider=refused';
    this.answers.handOut(result, reply);
    return '/';
  }
}

const pageOf = (isLinking: boolean): '/account' | '/sign-in' => (isLinking ? '/account' : '/sign-in');

const searchOf = ({ raw }: FastifyRequest): string => /\?.*$/s.exec(raw.url ?? '')?.[0] ?? '';

/** The session in which the linking began, where this is it. */
function linkingSession(session: SessionRecord | null, link: NonNullable<ProviderFlow['link']>): SessionRecord | null {
  const isTheSame =
    session?.idHash.toString('base64url') === link.session && session.actor.accountId === link.accountId;
  return isTheSame ? session : null;
}
