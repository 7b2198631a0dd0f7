import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Role } from '#domain/common/role';
import { poolOf, type Queryable } from '../database/queryable';
import { SecondSteps, type SecondStepResult } from './second-steps';
import { Sessions } from './sessions';
import { SignIn, type Doorstep, type MembershipRow, type SignInResult } from './sign-in';
import { SignInLimits, type SignInAttempt } from './sign-in-limits';
import type { ProvedIdentity } from './sign-in-provider';
import { SignInTrail } from './sign-in-trail';

/** What became of somebody whom the provider proved; the link is named where only the second step is missing. */
export type ProviderSignInResult = SignInResult & { readonly linkId?: string };

interface LinkRow {
  readonly account_id: string;
  readonly account_status: string;
}

/** What somebody gives after the provider; null = the provider's word is enough. */
interface StepGiven {
  readonly code: string | null;
  readonly passkey: string | null;
}

const NONE: StepGiven = { code: null, passkey: null };

/**
 * The door for somebody whom the provider proved. Only a linked account opens, whatever name or address the provider
 * tells; nobody gets an account by coming. It stands for the password alone: the account's own second step is asked for,
 * unless the provider says, in words that the operator believes, that it took one. Trainees have doors of their own.
 */
@Injectable()
export class ProviderSignIn {
  private readonly pool: Queryable;

  constructor(
    dataSource: DataSource,
    private readonly signIn: SignIn,
    private readonly steps: SecondSteps,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
    private readonly trail: SignInTrail,
  ) {
    this.pool = poolOf(dataSource);
  }

  /** Lets her in, asks for the second step, or refuses; unlinked, disabled and ended look the same. */
  async enter({ issuer, digest, isStrong }: ProvedIdentity, doorstep: Doorstep): Promise<ProviderSignInResult> {
    const [row] = await this.pool.query<{ id: string | null }>('select auth.find_provider_link($1, $2) as id', [
      issuer,
      digest,
    ]);
    const linkId = row?.id ?? null;
    return linkId === null ? { kind: 'refused' } : this.open(linkId, isStrong ? null : NONE, doorstep);
  }

  /** Takes the second step of somebody who came by this link; failures count as at the door for passwords. */
  takeStep(linkId: string, given: StepGiven, doorstep: Doorstep): Promise<ProviderSignInResult> {
    return this.open(linkId, given, doorstep);
  }

  private async open(linkId: string, given: StepGiven | null, doorstep: Doorstep): Promise<ProviderSignInResult> {
    const [link] = await this.pool.query<LinkRow>('select * from auth.provider_link($1)', [linkId]);
    const membership = await this.membershipOf(link?.account_id ?? null);
    if (link === undefined || membership === undefined) return { kind: 'refused' };
    const { account_id: accountId, account_status: status } = link;
    const { county_id: countyId } = membership;
    const device = doorstep.deviceOf(accountId);
    const attempt: SignInAttempt = { login: `provider ${accountId}`, address: doorstep.address, countyId, device };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return { kind: 'delayed', seconds };
    const step = status === 'ACTIVE' ? await this.step(accountId, membership.role, given, doorstep) : 'wrong';
    if (step === 'asked') {
      await this.limits.pardon(attempt);
      return {
        kind: 'step-asked',
        accountId,
        linkId,
        ...(await this.steps.state(this.pool, accountId, membership.role)),
      };
    }
    if (step === 'wrong') {
      await this.trail.refused(countyId, accountId, ['provider']);
      return { kind: status === 'ACTIVE' ? 'step-wrong' : 'refused' };
    }
    await this.limits.forget(attempt);
    await this.trail.opened(countyId, accountId, given === null ? ['provider', 'providerSecondFactor'] : ['provider']);
    await this.pool.query('select auth.activate_memberships($1)', [accountId]);
    await this.pool.query('select auth.use_provider_link($1)', [linkId]);
    return { kind: 'signed-in', sid: await this.sessions.open(accountId, membership), accountId };
  }

  private async step(
    accountId: string,
    role: Role,
    given: StepGiven | null,
    { party }: Doorstep,
  ): Promise<SecondStepResult> {
    return given === null ? 'passed' : this.steps.take(this.pool, accountId, role, { ...given, party });
  }

  private async membershipOf(accountId: string | null): Promise<MembershipRow | undefined> {
    const all = await this.signIn.membershipsOf(this.pool, accountId);
    const working = all.filter(({ role }) => role !== Role.CLIENT);
    return working.find(({ status }) => status === 'ACTIVE') ?? working.find(({ status }) => status === 'PENDING');
  }
}
