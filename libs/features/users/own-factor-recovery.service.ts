import { Injectable } from '@nestjs/common';
import { systemActor } from '#domain/common/actor';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { AccountLookup } from '#platform/auth/account-lookup';
import { Passwords } from '#platform/auth/passwords';
import { SignInLimits } from '#platform/auth/sign-in-limits';
import { Transactions } from '#platform/database/transactions';
import { FactorRecoveryService } from './factor-recovery.service';

/** The owner herself asks, before anybody is signed in: her password has to fit. */
@Injectable()
export class OwnFactorRecoveryService {
  constructor(
    private readonly lookup: AccountLookup,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly recoveries: FactorRecoveryService,
  ) {}

  /** Leaves a request for another person; a wrong password and an unknown login look the same and take the same time. */
  async request(
    login: string,
    password: string,
    address: string,
  ): Promise<Outcome<null, 'SIGN_IN_FAILED' | 'SIGN_IN_DELAYED'>> {
    const account = await this.lookup.byLogin(login);
    const memberships = await this.lookup.memberships(account?.account_id ?? null);
    const membership = memberships.find(({ status, role }) => status === 'ACTIVE' && role !== Role.CLIENT);
    const attempt = { login, address, countyId: membership?.county_id ?? null, device: null };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return refused(refusal('SIGN_IN_DELAYED', [], { seconds }));
    const fits = await this.passwords.fits(account?.password_hash ?? null, password);
    if (!fits || account?.status !== 'ACTIVE' || membership === undefined) return refused(refusal('SIGN_IN_FAILED'));
    await this.limits.forget(attempt);
    const owner = { accountId: account.account_id, membershipId: membership.membership_id };
    // Whether it was new, asked for before, or there is nothing to take away: she is told to speak to a colleague.
    await this.transactions.run(systemActor(membership.county_id, 'factor-recovery'), (tx) =>
      this.recoveries.request(tx, owner, owner.accountId),
    );
    return done(null);
  }
}
