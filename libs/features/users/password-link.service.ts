import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { systemActor } from '#domain/common/actor';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { checkPassword, type PasswordCode } from '#domain/users/password-rule';
import { Audit } from '#platform/audit/audit';
import { AccountLinks } from '#platform/auth/account-links';
import { AccountLookup } from '#platform/auth/account-lookup';
import { commonPasswords } from '#platform/auth/common-passwords';
import { Passwords } from '#platform/auth/passwords';
import { SignInLimits } from '#platform/auth/sign-in-limits';
import { Transactions } from '#platform/database/transactions';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import type { LinkPurpose } from './account-link.entity';
import { AccountLinkDeliver, AccountNotice } from './account.jobs';

/** How long each kind of link opens, as a PostgreSQL interval. */
const VALID: Readonly<Record<LinkPurpose, string>> = { RESET: '30 minutes', INVITATION: '72 hours' };

/** Puts a link on its way to the owner of an account; the one before ends. In the caller's transaction. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly links: AccountLinks,
    private readonly outbox: Outbox,
  ) {}

  /** Makes the link and announces its mail: of the token nothing but a hash is written anywhere. */
  async send(tx: Tx, accountId: string, purpose: LinkPurpose): Promise<void> {
    const id = uuidv7();
    await tx.query('select auth.put_account_link($1, $2, $3, $4, $5::interval)', [
      id,
      accountId,
      purpose,
      this.links.hashOf(this.links.tokenOf(id)),
      VALID[purpose],
    ]);
    await this.outbox.add(tx, AccountLinkDeliver, { subjectId: id, data: {} });
  }
}

/** What links leave behind: entries in the trail, and a word to the owner. */
@Injectable()
export class AccountTrail {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Somebody asked for a link. */
  async requested(tx: Tx, accountId: string): Promise<void> {
    await this.record(tx, 'account.reset-requested', accountId);
  }

  /** A password was chosen by a link; of a reset the owner is told by mail. */
  async chosenByLink(tx: Tx, accountId: string, purpose: LinkPurpose): Promise<void> {
    await this.record(tx, purpose === 'RESET' ? 'account.password-reset' : 'account.invitation-accepted', accountId);
    if (purpose === 'RESET')
      await this.outbox.add(tx, AccountNotice, { subjectId: accountId, data: { kind: 'PASSWORD_RESET' } });
  }

  private async record(tx: Tx, action: string, accountId: string): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'user_account', subjectId: accountId });
  }
}

/** A forgotten password, before anybody is signed in. The second factor stays, and is still asked for. */
@Injectable()
export class PasswordLinkService {
  constructor(
    private readonly lookup: AccountLookup,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly links: AccountLinks,
    private readonly sender: PasswordLinks,
    private readonly trail: AccountTrail,
  ) {}

  /**
   * Mails a link where there is such an account with an address. The answer is the same and takes the time of one
   * argon2id for every login: what is written for a known one is done while that runs.
   */
  async request(login: string, address: string): Promise<Outcome<null, 'SIGN_IN_DELAYED'>> {
    const attempt = { login: `reset ${login.trim()}`, address, countyId: null, device: null };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return refused(refusal('SIGN_IN_DELAYED', [], { seconds }));
    await Promise.all([this.passwords.fits(null, login), this.announce(login)]);
    return done(null);
  }

  /** Sets the new password by the link's token, once; all sign-ins end and the owner is told. */
  async choose(token: string, newPassword: string): Promise<Outcome<null, PasswordCode | 'LINK_SPENT'>> {
    const link = await this.lookup.openLink(this.links.hashOf(token));
    if (link === undefined || link.county_id === null) return refused(refusal('LINK_SPENT', ['token']));
    const rule = checkPassword(newPassword, { login: link.login, common: commonPasswords });
    if (!rule.ok) return rule;
    const passwordHash = await this.passwords.hash(newPassword);
    const isUsed = await this.transactions.run(systemActor(link.county_id, 'password-link'), async (tx) => {
      const [row] = await tx.query<{ used: boolean }>('select auth.use_account_link($1, $2) as used', [
        link.id,
        passwordHash,
      ]);
      if (row?.used !== true) return false;
      await this.trail.chosenByLink(tx, link.account_id, link.purpose);
      return true;
    });
    return isUsed ? done(null) : refused(refusal('LINK_SPENT', ['token']));
  }

  private async announce(login: string): Promise<void> {
    const target = await this.lookup.resetTarget(login);
    if (target === undefined) return;
    await this.transactions.run(systemActor(target.county_id, 'password-link'), async (tx) => {
      await this.sender.send(tx, target.account_id, 'RESET');
      await this.trail.requested(tx, target.account_id);
    });
  }
}
