import { Injectable } from '@nestjs/common';
import { Passkeys } from '#platform/auth/passkeys';
import { SecondFactors } from '#platform/auth/second-factor';
import { SignIn } from '#platform/auth/sign-in';
import type { Tx } from '#platform/database/transaction';
import type { OwnAccount } from './graphql/own-account.type';
import { OwnAccountRepository } from './own-account.repository';

/** Reads one's own account as one sees it. */
@Injectable()
export class OwnAccountReader {
  constructor(
    private readonly repository: OwnAccountRepository,
    private readonly signIn: SignIn,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
  ) {}

  /** The actor's account, with the session of this cookie marked as the current one. */
  async read(tx: Tx, sid: string): Promise<OwnAccount> {
    const id = tx.actor.accountId ?? '';
    const memberships = await this.signIn.membershipsOf(tx, id);
    const { isOn, codesLeft } = await this.factors.state(tx, id);
    return {
      id,
      hasSecondFactor: isOn,
      recoveryCodesLeft: codesLeft,
      passkeys: await this.passkeys.list(tx, id),
      providerLink: await this.repository.providerLink(tx),
      sessions: await this.repository.sessions(tx, sid),
      memberships: memberships
        .filter(({ status }) => status === 'ACTIVE')
        .map((row) => ({
          id: row.membership_id,
          role: row.role,
          organisationName: row.organisation_name,
          countyName: row.county_name,
          isCurrent: row.membership_id === tx.actor.membershipId,
        })),
    };
  }
}
