import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '#domain/common/actor';
import type { Role } from '#domain/common/role';
import { Audit } from '../audit/audit';
import { poolOf, type Queryable } from '../database/queryable';
import { Transactions } from '../database/transactions';
import { Passwords } from './passwords';
import { SecondFactors } from './second-factor';
import { Sessions } from './sessions';
import { SignInLimits, type SignInAttempt } from './sign-in-limits';

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
}

/** Where somebody signs in from. */
export interface Doorstep {
  readonly address: string;
  /** The device for an account, where it is known to it; null = a strange one. */
  readonly deviceOf: (accountId: string) => string | null;
}

/** What became of it; a code is asked for only once login and password fit. */
export type SignInResult =
  | { readonly kind: 'signed-in'; readonly sid: string; readonly accountId: string }
  | { readonly kind: 'refused' | 'code-asked' | 'code-wrong' }
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
    private readonly factors: SecondFactors,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    this.pool = poolOf(dataSource);
  }

  /** Tries login and password; who fails too often waits, with the right password too. */
  async try({ login, password, code }: Credentials, { address, deviceOf }: Doorstep): Promise<SignInResult> {
    const [account] = await this.pool.query<LoginRow>('select * from auth.find_login($1)', [login]);
    const memberships = await this.membershipsOf(this.pool, account?.account_id ?? null);
    const membership = memberships.find(({ status }) => status === 'ACTIVE');
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
      await this.record(membership, accountId, 'DENIED');
      return { kind: 'refused' };
    }
    const factor = await this.secondFactor(accountId, code);
    if (factor === 'code-asked') await this.limits.pardon(attempt);
    if (factor === 'code-wrong') await this.record(membership, accountId, 'DENIED');
    if (factor !== 'passed') return { kind: factor };
    await this.limits.forget(attempt);
    await this.record(membership, accountId, 'ALLOWED');
    return { kind: 'signed-in', sid: await this.sessions.open(accountId, membership), accountId };
  }

  /** The memberships of an account, oldest first. */
  membershipsOf(db: Queryable, accountId: string | null): Promise<MembershipRow[]> {
    return db.query<MembershipRow>('select * from auth.memberships($1)', [accountId]);
  }

  private async secondFactor(accountId: string, code: string | null): Promise<'passed' | 'code-asked' | 'code-wrong'> {
    if (!(await this.factors.state(this.pool, accountId)).isOn) return 'passed';
    if (code === null || code.trim() === '') return 'code-asked';
    return (await this.factors.opens(this.pool, accountId, code)) ? 'passed' : 'code-wrong';
  }

  private async record({ county_id }: MembershipRow, accountId: string, outcome: 'ALLOWED' | 'DENIED'): Promise<void> {
    const act = { subjectType: 'user_account', subjectId: accountId };
    await this.transactions.run(systemActor(county_id, 'sign-in'), (tx) =>
      outcome === 'ALLOWED'
        ? this.audit.record(tx, { action: 'session.opened', ...act })
        : this.audit.recordDenied(tx, { action: 'session.refused', ...act }),
    );
  }
}
