import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf, type Queryable } from '../database/queryable';
import { Passkeys } from './passkeys';
import type { RelyingParty } from './relying-party';
import { Sessions } from './sessions';
import { SignIn, type Doorstep, type SignInResult } from './sign-in';
import { SignInLimits, type SignInAttempt } from './sign-in-limits';
import { SignInTrail } from './sign-in-trail';

/** The door for a passkey alone: with user verification it is both steps in one. Unknown, wrong and disabled look the same. */
@Injectable()
export class PasskeySignIn {
  private readonly pool: Queryable;

  constructor(
    dataSource: DataSource,
    private readonly passkeys: Passkeys,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
    private readonly trail: SignInTrail,
  ) {
    this.pool = poolOf(dataSource);
  }

  /** What the browser asks its passkeys, as WebAuthn's JSON. */
  begin(party: RelyingParty): Promise<string> {
    return this.passkeys.requestAtDoor(party, { purpose: 'SIGN_IN', accountId: null });
  }

  /** Tries an answer; failures count as at the door for passwords. */
  async try(answer: string, party: RelyingParty, { address, deviceOf }: Doorstep): Promise<SignInResult> {
    const owner = await this.passkeys.ownerOf(answer);
    const accountId = owner?.accountId ?? null;
    const memberships = await this.signIn.membershipsOf(this.pool, accountId);
    const membership = memberships.find(({ status }) => status === 'ACTIVE');
    const attempt: SignInAttempt = {
      login: `passkey ${owner?.credentialId ?? ''}`,
      address,
      countyId: membership?.county_id ?? null,
      device: accountId === null ? null : deviceOf(accountId),
    };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return { kind: 'delayed', seconds };
    const answeredBy = await this.passkeys.answeredBy(party, { purpose: 'SIGN_IN', accountId: null }, answer);
    if (accountId === null || membership === undefined) return { kind: 'refused' };
    if (answeredBy !== accountId || owner?.isActive !== true) {
      await this.trail.refused(membership.county_id, accountId, ['passkey']);
      return { kind: 'refused' };
    }
    await this.limits.forget(attempt);
    await this.trail.opened(membership.county_id, accountId, ['passkey']);
    await this.pool.query('select auth.activate_memberships($1)', [accountId]);
    return { kind: 'signed-in', sid: await this.sessions.open(accountId, membership), accountId };
  }
}
