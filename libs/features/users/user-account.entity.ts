import { Check, Entity, PrimaryColumn, Unique } from 'typeorm';
import { IdColumn, InstantColumn, OneOf, OPTIONAL, TextColumn } from '#platform/database/county-row.entity';

/** What an account is; a disabled one opens no session. */
export const AccountStatus = { ACTIVE: 'ACTIVE', DISABLED: 'DISABLED' } as const;

/** One of the states of an account. */
export type AccountStatus = (typeof AccountStatus)[keyof typeof AccountStatus];

/** A person who can sign in. Outside the counties: the application reaches it through schema auth alone. */
@Entity({ name: 'user_account' })
@Unique(['login'])
@Check('user_account_login_check', `login = lower(btrim(login)) and login <> ''`)
export class UserAccount {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Lower case, without outer spaces; unique in the deployment. */
  @TextColumn('login')
  login: string;

  /** Name of a member of staff or of an enterprise; never the name of a client. */
  @TextColumn('display_name')
  displayName: string;

  /** argon2id; null until a password or one-time code was set. */
  @TextColumn('password_hash', OPTIONAL)
  passwordHash: string | null;

  /** The end of a one-time code; null for a password that the person chose. */
  @InstantColumn('password_expires_at', OPTIONAL)
  passwordExpiresAt: Date | null;

  /** The natural person behind it, where she has another account too; null = the account is a person of its own. */
  @IdColumn('person_id', OPTIONAL)
  personId: string | null;

  @OneOf('status', AccountStatus, { default: 'ACTIVE' })
  status: AccountStatus;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;
}
