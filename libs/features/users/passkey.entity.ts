import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  BytesColumn,
  CodesColumn,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  TextColumn,
} from '#platform/database/county-row.entity';

/** A key in somebody's device that opens the door without a password. The application reaches it through schema auth alone. */
@Entity({ name: 'passkey' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Index(['accountId'])
@Unique(['credentialId'])
@Check('passkey_name_check', 'name = btrim(name) and char_length(name) between 1 and 40')
export class Passkey {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @IdColumn('account_id')
  accountId: string;

  /** The device's own id of the key, base64url. */
  @TextColumn('credential_id')
  credentialId: string;

  /** COSE; opens nothing. */
  @BytesColumn('public_key')
  publicKey: Buffer;

  /** Grows with each use; 0 for devices that do not count. */
  @Column({ name: 'counter', type: 'bigint', default: 0 })
  counter: string;

  /** How a browser may reach the device. */
  @CodesColumn('transports')
  transports: string[];

  /** What its owner calls it. */
  @TextColumn('name')
  name: string;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;

  @InstantColumn('last_used_at', OPTIONAL)
  lastUsedAt: Date | null;
}

/** What a passkey is asked to sign: once, for one purpose, within five minutes. */
@Entity({ name: 'passkey_challenge' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Index(['expiresAt'])
@Check('passkey_challenge_hash_check', 'octet_length(challenge_hash) = 32')
@Check(
  'passkey_challenge_purpose_check',
  `purpose in ('SET_UP', 'SIGN_IN', 'SECOND_STEP', 'PROOF') and (purpose = 'SIGN_IN') = (account_id is null)`,
)
export class PasskeyChallenge {
  @PrimaryColumn({ name: 'challenge_hash', type: 'bytea' })
  challengeHash: Buffer;

  /** Null while somebody signs in by a passkey alone. */
  @IdColumn('account_id', OPTIONAL)
  accountId: string | null;

  @TextColumn('purpose')
  purpose: string;

  @InstantColumn('expires_at')
  expiresAt: Date;
}
