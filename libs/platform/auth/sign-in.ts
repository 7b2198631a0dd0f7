import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '#domain/common/role';
import { poolOf, type Queryable } from '../database/queryable';
import { Passwords } from './passwords';
import type { RelyingParty } from './relying-party';
import { SecondSteps } from './second-steps';
import { Sessions } from './sessions';
import { SignInLimits, type SignInAttempt } from './sign-in-limits';
import { SignInTrail } from './sign-in-trail';

/** A membership in which somebody may work. */
export interface MembershipRow {
  readonly membership_id: string;
  readonly county_id: string;
  readonly role: Role;
  readonly status: string;
  readonly organisation_name: string;
  readonly county_name: string;
}

interface LoginRow {
  readonly account_id: string;
  readonly password_hash: string | null;
  readonly status: string;
}

/** What somebody gives at the door. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
  /** Six digits of her authenticator app or a recovery code; null = none given yet. */
  readonly code: string | null;
  /** A browser's answer by a passkey as the second step; null = none given yet. */
  readonly passkey: string | null;
}

/** Where somebody signs in from. */
export interface Doorstep {
  readonly address: string;
  /** The device for an account, where it is known to it; null = a strange one. */
  readonly deviceOf: (accountId: string) => string | null;
  /** The platform as passkeys know it; null where there are none. */
  readonly party: RelyingParty | null;
}

/** What became of it; the second step is asked for only once login and password fit. */
export type SignInResult =
  | { readonly kind: 'signed-in'; readonly sid: string; readonly accountId: string }
  | { readonly kind: 'refused' | 'step-wrong' }
  | { readonly kind: 'step-asked'; readonly accountId: string; readonly hasApp: boolean; readonly hasPasskey: boolean }
  | { readonly kind: 'delayed'; readonly seconds: number };

/** The door: login and password in, a session out. Unknown, wrong, disabled and ended look the same and take the same time. */
@Injectable()
export class SignIn {
  private readonly pool: Queryable;

  constructor(
    dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
    private readonly steps: SecondSteps,
    private readonly trail: SignInTrail,
  ) {
    this.pool = poolOf(dataSource);
  }

  /** Tries login and password; who fails too often waits, with the right password too. */
  async try(
    { login, password, code, passkey }: Credentials,
    { address, deviceOf, party }: Doorstep,
  ): Promise<SignInResult> {
    const [account] = await this.pool.query<LoginRow>('select * from auth.find_login($1)', [login]);
    const memberships = await this.membershipsOf(this.pool, account?.account_id ?? null);
    const inState = (wanted: string): MembershipRow | undefined => memberships.find(({ status }) => status === wanted);
    const membership = inState('ACTIVE') ?? inState('PENDING');
    const attempt: SignInAttempt = {
      login,
      address,
      countyId: membership?.county_id ?? null,
      device: account === undefined ? null : deviceOf(account.account_id),
    };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return { kind: 'delayed', seconds };
    const fits = await this.passwords.fits(account?.password_hash ?? null, password);
    if (account === undefined || membership === undefined) return { kind: 'refused' };
    const { account_id: accountId } = account;
    if (!fits || account.status !== 'ACTIVE') {
      await this.trail.refused(membership.county_id, accountId);
      return { kind: 'refused' };
    }
    const step = await this.steps.take(this.pool, accountId, membership.role, { code, passkey, party });
    if (step === 'asked') {
      await this.limits.pardon(attempt);
      return { kind: 'step-asked', accountId, ...(await this.steps.state(this.pool, accountId, membership.role)) };
    }
    if (step === 'wrong') {
      await this.trail.refused(membership.county_id, accountId);
      return { kind: 'step-wrong' };
    }
    await this.limits.forget(attempt);
    await this.trail.opened(membership.county_id, accountId);
    // Who was invited and proved to be herself takes up what waits for her.
    await this.pool.query('select auth.activate_memberships($1)', [accountId]);
    return { kind: 'signed-in', sid: await this.sessions.open(accountId, membership), accountId };
  }

  /** The memberships of an account, oldest first. */
  membershipsOf(db: Queryable, accountId: string | null): Promise<MembershipRow[]> {
    return db.query<MembershipRow>('select * from auth.memberships($1)', [accountId]);
  }
}
