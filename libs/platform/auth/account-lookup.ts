import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf, type Queryable } from '../database/queryable';
import type { MembershipRow } from './sign-in';

/** An account as the door knows it. */
export interface LoginRow {
  readonly account_id: string;
  readonly password_hash: string | null;
  readonly status: string;
}

/** Who may be written to about a forgotten password. */
export interface ResetTarget {
  readonly account_id: string;
  readonly county_id: string;
}

/** A link by mail that still opens. */
export interface OpenLink {
  readonly id: string;
  readonly account_id: string;
  readonly login: string;
  readonly purpose: 'RESET' | 'INVITATION';
  readonly county_id: string | null;
}

/** Looks accounts up before anybody is signed in and any county is known. */
@Injectable()
export class AccountLookup {
  private readonly pool: Queryable;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** The account of a login; undefined where there is none. */
  async byLogin(login: string): Promise<LoginRow | undefined> {
    const [row] = await this.pool.query<LoginRow>('select * from auth.find_login($1)', [login]);
    return row;
  }

  /** The memberships of an account, oldest first; none for null. */
  memberships(accountId: string | null): Promise<MembershipRow[]> {
    return this.pool.query<MembershipRow>('select * from auth.memberships($1)', [accountId]);
  }

  /** Who gets a link for a forgotten password; undefined where nobody does. */
  async resetTarget(login: string): Promise<ResetTarget | undefined> {
    const [row] = await this.pool.query<ResetTarget>('select * from auth.reset_target($1)', [login]);
    return row;
  }

  /** The link of a token by its hash; undefined where none opens. */
  async openLink(tokenHash: Buffer): Promise<OpenLink | undefined> {
    const [row] = await this.pool.query<OpenLink>('select * from auth.find_account_link($1)', [tokenHash]);
    return row;
  }
}
