import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  BytesColumn,
  FlagColumn,
  InstantColumn,
  OPTIONAL,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** The one-time code that a caseworker issued last; the application reaches it through schema auth alone. */
@Entity({ name: 'sign_in_code' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
export class SignInCode {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId: string;

  /** argon2id. */
  @TextColumn('code_hash')
  codeHash: string;

  @InstantColumn('issued_at')
  issuedAt: Date;

  @InstantColumn('expires_at')
  expiresAt: Date;

  @InstantColumn('used_at', OPTIONAL)
  usedAt: Date | null;
}

/** The six digits of one person on one phone: they open nothing anywhere else. */
@Entity({ name: 'phone' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Index(['phoneHash'])
@Check('phone_hash_check', 'octet_length(phone_hash) = 32')
export class Phone {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId: string;

  /** SHA-256 of the opaque id in the phone's cookie. */
  @PrimaryColumn({ name: 'phone_hash', type: 'bytea' })
  phoneHash: Buffer;

  /** argon2id. */
  @TextColumn('pin_hash')
  pinHash: string;

  /** Five wrong ones, and the digits are off until there is a new code. */
  @WholeColumn('pin_failures', 0, 5, { default: 0 })
  pinFailures: number;

  @InstantColumn('created_at')
  createdAt: Date;

  @InstantColumn('last_used_at')
  lastUsedAt: Date;
}

/** What a client's session knows of the phone it is on. */
@Entity({ name: 'phone_session' })
@ForeignKey('session', ['sessionHash'], ['idHash'], { onDelete: 'RESTRICT' })
@Index(['phoneHash'])
export class PhoneSession {
  @PrimaryColumn({ name: 'session_hash', type: 'bytea' })
  sessionHash: Buffer;

  /** Null as long as no digits were chosen on this phone. */
  @BytesColumn('phone_hash', OPTIONAL)
  phoneHash: Buffer | null;

  /** Opened by a one-time code: digits or a password have to be chosen. */
  @FlagColumn('is_first', { default: false })
  isFirst: boolean;

  /** 30 days instead of 30 minutes, without what is sensitive. */
  @FlagColumn('is_remembered', { default: false })
  isRemembered: boolean;

  @InstantColumn('pin_at', OPTIONAL)
  pinAt: Date | null;

  @InstantColumn('seen_at', OPTIONAL)
  seenAt: Date | null;
}
