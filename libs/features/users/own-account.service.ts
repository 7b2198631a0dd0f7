import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { checkPassword, type PasswordCode } from '#domain/users/password-rule';
import { Audit } from '#platform/audit/audit';
import { commonPasswords } from '#platform/auth/common-passwords';
import { Passwords } from '#platform/auth/passwords';
import { SignIn } from '#platform/auth/sign-in';
import { SignInLimits } from '#platform/auth/sign-in-limits';
import type { Tx } from '#platform/database/transaction';
import { OwnAccountRepository } from './own-account.repository';

/** Why something with one's own account was not done. */
export type OwnAccountCode = PasswordCode | 'WRONG_PASSWORD' | 'SIGN_IN_DELAYED' | 'PASSWORD_UNCHANGED' | 'NOT_FOUND';

/** A change of password. */
export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** What a person does with her own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly repository: OwnAccountRepository,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly signIn: SignIn,
    private readonly audit: Audit,
  ) {}

  /** Changes the password and ends all other sessions: whoever else was in is out. */
  async changePassword(tx: Tx, sid: string, change: PasswordChange): Promise<Outcome<{ id: string }, OwnAccountCode>> {
    const { currentPassword, newPassword } = change;
    const rule = checkPassword(newPassword, { login: null, common: commonPasswords });
    if (!rule.ok) return rule;
    const guess = await this.guess(tx, currentPassword);
    if (!guess.ok) return guess;
    if (newPassword === currentPassword) return refused(refusal('PASSWORD_UNCHANGED', ['newPassword']));
    await this.repository.setPassword(tx, await this.passwords.hash(newPassword));
    await this.repository.endOtherSessions(tx, sid);
    return this.recorded(tx, 'account.password-changed', ['password']);
  }

  /** Ends one of one's own sessions. */
  async endSession(tx: Tx, id: string): Promise<Outcome<{ id: string }, OwnAccountCode>> {
    if (!(await this.repository.endSession(tx, id))) return refused(refusal('NOT_FOUND', ['id']));
    return this.recorded(tx, 'session.ended');
  }

  /** Signs out everywhere but here. */
  async endOtherSessions(tx: Tx, sid: string): Promise<Outcome<{ id: string }, OwnAccountCode>> {
    await this.repository.endOtherSessions(tx, sid);
    return this.recorded(tx, 'session.others-ended');
  }

  /** Goes on in another membership of the same account, without signing in again. */
  async switchMembership(tx: Tx, sid: string, id: string): Promise<Outcome<{ id: string }, OwnAccountCode>> {
    const memberships = await this.signIn.membershipsOf(tx, tx.actor.accountId);
    const wanted = memberships.find((one) => one.membership_id === id && one.status === 'ACTIVE');
    if (wanted === undefined || !(await this.repository.switchMembership(tx, sid, id, wanted.role)))
      return refused(refusal('NOT_FOUND', ['id']));
    return this.recorded(tx, 'session.membership-switched');
  }

  /** Whether this is one's own password; a session that somebody took over is no way to try passwords out. */
  async guess(tx: Tx, password: string): Promise<Outcome<null, OwnAccountCode>> {
    const hash = await this.repository.passwordHash(tx);
    const fits = await this.limited(tx, () => this.passwords.fits(hash, password));
    if (!fits.ok) return fits;
    return fits.value ? done(null) : refused(refusal('WRONG_PASSWORD', ['currentPassword']));
  }

  /** Tries something that could be guessed; failures count and slow down as at the door. */
  async limited(tx: Tx, tried: () => Promise<boolean>): Promise<Outcome<boolean, 'SIGN_IN_DELAYED'>> {
    const account = tx.actor.accountId ?? '';
    const attempt = { login: account, address: '', countyId: tx.actor.countyId, device: `own ${account}` };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return refused(refusal('SIGN_IN_DELAYED', ['currentPassword'], { seconds }));
    const fits = await tried();
    if (fits) await this.limits.forget(attempt);
    return done(fits);
  }

  private async recorded(tx: Tx, action: string, fields: string[] = []): Promise<Outcome<{ id: string }, never>> {
    const id = tx.actor.accountId ?? '';
    await this.audit.record(tx, { action, subjectType: 'user_account', subjectId: id, fields });
    return done({ id });
  }
}
