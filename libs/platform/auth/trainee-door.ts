import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '#domain/common/actor';
import { Role } from '#domain/common/role';
import { Audit } from '../audit/audit';
import { poolOf, type Queryable } from '../database/queryable';
import { Transactions } from '../database/transactions';
import { Passwords } from './passwords';
import { SignInLimits, type SignInAttempt } from './sign-in-limits';
import { sessionHash, Sessions } from './sessions';

interface CodeRow {
  readonly account_id: string;
  readonly membership_id: string;
  readonly county_id: string;
  readonly code_hash: string;
}

interface PinRow {
  readonly account_id: string;
  readonly membership_id: string;
  readonly county_id: string;
  readonly pin_hash: string;
}

/** What became of it. */
export type TraineeSignIn =
  | { readonly kind: 'signed-in'; readonly sid: string; readonly accountId: string }
  | { readonly kind: 'refused' | 'pin-off' }
  | { readonly kind: 'delayed'; readonly seconds: number };

/** Where she stands. */
export interface TraineeDoorstep {
  readonly address: string;
  /** The phone by its hash; null for one that never got an id. */
  readonly phone: Buffer | null;
  /** The session that is open on it and only waits for the digits; null where there is none. */
  readonly waiting: { readonly sid: string; readonly accountId: string } | null;
}

/** Writing of a one-time code: twelve digits, however they are grouped. */
export const plainCode = (code: string): string => code.normalize('NFKC').replace(/\D/g, '');

/**
 * The door of people who have no password: a one-time code of the caseworker, and on the phone where she chose them
 * six digits. Every way costs one argon2id check, whether or not there is such a person, code or phone.
 */
@Injectable()
export class TraineeDoor {
  private readonly pool: Queryable;

  constructor(
    dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    this.pool = poolOf(dataSource);
  }

  /** Takes a one-time code, once; digits or a password have to be chosen in the session that it opens. */
  async byCode(login: string, code: string, { address }: TraineeDoorstep): Promise<TraineeSignIn> {
    const [found] = await this.pool.query<CodeRow>('select * from auth.find_sign_in_code($1)', [login]);
    const attempt: SignInAttempt = { login, address, countyId: found?.county_id ?? null, device: null };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return { kind: 'delayed', seconds };
    const fits = await this.passwords.fits(found?.code_hash ?? null, plainCode(code));
    if (found === undefined) return { kind: 'refused' };
    const isUsed = fits && (await this.used(found));
    await this.record(found, isUsed);
    if (!isUsed) return { kind: 'refused' };
    await this.limits.forget(attempt);
    return { kind: 'signed-in', sid: await this.open(found, null), accountId: found.account_id };
  }

  /** Takes the six digits of this phone; after five wrong ones they are off until there is a new code. */
  async byPin(login: string | null, pin: string, { address, phone, waiting }: TraineeDoorstep): Promise<TraineeSignIn> {
    const attempt = { login: 'phone', address, countyId: null, device: phone?.toString('base64url') ?? null };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) return { kind: 'delayed', seconds };
    const found = phone === null ? undefined : await this.tried(phone, login, waiting?.accountId ?? null);
    const fits = await this.passwords.fits(found?.pin_hash ?? null, pin);
    if (phone === null || found === undefined) return { kind: 'pin-off' };
    const { account_id: accountId } = found;
    const isOff = await this.settled(accountId, phone, fits);
    await this.record(found, fits);
    if (!fits) return { kind: isOff ? 'pin-off' : 'refused' };
    await this.limits.forget(attempt);
    const isGoingOn = waiting !== null && (await this.unlocked(waiting.sid, phone, accountId));
    return { kind: 'signed-in', sid: isGoingOn ? waiting.sid : await this.open(found, phone), accountId };
  }

  /** How many people have their digits on this phone. */
  async peopleOf(phone: Buffer | null): Promise<number> {
    if (phone === null) return 0;
    const [row] = await this.pool.query<{ n: number }>('select auth.people_of_phone($1) as n', [phone]);
    return row?.n ?? 0;
  }

  private async used({ account_id, code_hash }: CodeRow): Promise<boolean> {
    const [row] = await this.pool.query<{ used: boolean }>('select auth.use_sign_in_code($1, $2) as used', [
      account_id,
      code_hash,
    ]);
    return row?.used ?? false;
  }

  private async tried(phone: Buffer, login: string | null, accountId: string | null): Promise<PinRow | undefined> {
    const [found] = await this.pool.query<PinRow>('select * from auth.try_pin($1, $2, $3)', [phone, login, accountId]);
    return found;
  }

  private async settled(accountId: string, phone: Buffer, fits: boolean): Promise<boolean> {
    const [row] = await this.pool.query<{ off: boolean }>('select auth.pin_tried($1, $2, $3) as off', [
      accountId,
      phone,
      fits,
    ]);
    return row?.off ?? true;
  }

  private async unlocked(sid: string, phone: Buffer, accountId: string): Promise<boolean> {
    const [row] = await this.pool.query<{ on: boolean }>('select auth.unlock_phone_session($1, $2, $3) as on', [
      sessionHash(sid),
      phone,
      accountId,
    ]);
    return row?.on ?? false;
  }

  private async open(found: CodeRow | PinRow, phone: Buffer | null): Promise<string> {
    const sid = await this.sessions.open(found.account_id, { membership_id: found.membership_id, role: Role.CLIENT });
    await this.pool.query('select auth.begin_phone_session($1, $2)', [sessionHash(sid), phone]);
    return sid;
  }

  private async record({ county_id, account_id }: CodeRow | PinRow, isAllowed: boolean): Promise<void> {
    const act = { subjectType: 'user_account', subjectId: account_id };
    await this.transactions.run(systemActor(county_id, 'sign-in'), (tx) =>
      isAllowed
        ? this.audit.record(tx, { action: 'session.opened', ...act })
        : this.audit.recordDenied(tx, { action: 'session.refused', ...act }),
    );
  }
}
