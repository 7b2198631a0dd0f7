import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BytesColumn, InstantColumn, OPTIONAL } from '#platform/database/county-row.entity';

/** The authenticator app of an account. The application reaches it through schema auth alone. */
@Entity({ name: 'second_factor' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
export class SecondFactor {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @BytesColumn('secret_enc')
  secretEnc: Buffer;

  /** Null until the first right code: before that it is not asked for. */
  @InstantColumn('confirmed_at', OPTIONAL)
  confirmedAt: Date | null;

  /** The last step of 30 seconds that opened; each opens once. */
  @Column({ name: 'last_step', type: 'bigint', default: 0 })
  lastStep: string;
}

/** A code that stands in for the authenticator app, once. */
@Entity({ name: 'recovery_code' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Check('recovery_code_hash_check', 'octet_length(code_hash) = 32')
export class RecoveryCode {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @PrimaryColumn({ name: 'code_hash', type: 'bytea' })
  codeHash: Buffer;

  @InstantColumn('used_at', OPTIONAL)
  usedAt: Date | null;
}
