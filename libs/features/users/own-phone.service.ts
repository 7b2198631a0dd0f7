import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { checkPassword, type PasswordCode } from '#domain/users/password-rule';
import { checkPin, groupsOfFour, type PinCode } from '#domain/users/pin-rule';
import { Audit } from '#platform/audit/audit';
import { commonPasswords } from '#platform/auth/common-passwords';
import { Passwords } from '#platform/auth/passwords';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { OwnAccountService, type OwnAccountCode } from './own-account.service';
import { OwnPhoneRepository } from './own-phone.repository';

/** Why something with one's own phone was not done. */
export type OwnPhoneCode = PinCode | PasswordCode | OwnAccountCode | 'WRONG_STATE';

type Answer = Promise<Outcome<{ id: string }, OwnPhoneCode>>;

/** What a client does with the phone she holds. */
@Injectable()
export class OwnPhoneService {
  constructor(
    private readonly repository: OwnPhoneRepository,
    private readonly account: OwnAccountService,
    private readonly passwords: Passwords,
    private readonly crypto: FieldCrypto,
    private readonly audit: Audit,
  ) {}

  /** Chooses six digits for this phone: after a one-time code, right after the old digits, or with the password. */
  async choosePin(tx: Tx, at: { sid: string; phone: Buffer }, pin: string, password: string | null): Answer {
    const rule = await this.checked(tx, pin);
    if (!rule.ok) return rule;
    const proof = await this.repository.proof(tx, at.sid);
    if (proof === null) {
      const guess = await this.account.guess(tx, password ?? '');
      if (!guess.ok) return guess;
    }
    const pinHash = await this.passwords.hash(pin);
    if (proof === 'FIRST') await this.repository.endFirst(tx, at.sid);
    if (!(await this.repository.choosePin(tx, at.sid, at.phone, pinHash))) return refused(refusal('WRONG_STATE'));
    return this.recorded(tx, 'account.pin-chosen', ['pin']);
  }

  /** Chooses a password instead, right after a one-time code. */
  async choosePassword(tx: Tx, sid: string, newPassword: string): Answer {
    const rule = checkPassword(newPassword, { login: null, common: commonPasswords });
    if (!rule.ok) return rule;
    if ((await this.repository.proof(tx, sid)) !== 'FIRST') return refused(refusal('WRONG_STATE'));
    await this.repository.setPassword(tx, await this.passwords.hash(newPassword));
    await this.repository.endFirst(tx, sid);
    return this.recorded(tx, 'account.password-changed', ['password']);
  }

  /** Keeps this phone for 30 days, without what is sensitive, or no longer. */
  async remember(tx: Tx, at: { sid: string; phone: Buffer | null }, isRemembered: boolean): Answer {
    if (at.phone === null || !(await this.repository.remember(tx, at.sid, at.phone, isRemembered)))
      return refused(refusal('WRONG_STATE'));
    return this.recorded(tx, isRemembered ? 'account.phone-remembered' : 'account.phone-not-remembered');
  }

  /** Takes her digits off this phone and ends her sign-ins on it. */
  async forget(tx: Tx, phone: Buffer | null): Answer {
    if (phone === null || !(await this.repository.forget(tx, phone))) return refused(refusal('WRONG_STATE'));
    return this.recorded(tx, 'account.phone-forgotten');
  }

  private async checked(tx: Tx, pin: string): Promise<Outcome<null, PinCode>> {
    const known = await this.repository.knownNumbers(tx);
    const rule = checkPin(pin, [String(known?.birthYear ?? ''), known?.fileNumber ?? '']);
    const tail = known?.phoneTail ?? null;
    if (!rule.ok || tail === null) return rule;
    for (const group of groupsOfFour(pin))
      if ((await this.crypto.blindIndex(tx, 'client.phoneTail', group)).equals(tail))
        return refused(refusal('PIN_TOO_SIMPLE', ['pin']));
    return rule;
  }

  private async recorded(tx: Tx, action: string, fields: string[] = []): Promise<Outcome<{ id: string }, never>> {
    const id = tx.actor.accountId ?? '';
    await this.audit.record(tx, { action, subjectType: 'user_account', subjectId: id, fields });
    return done({ id });
  }
}
