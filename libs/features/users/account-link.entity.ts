import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BytesColumn, IdColumn, InstantColumn, OneOf, OPTIONAL } from '#platform/database/county-row.entity';

/** What a link by mail is for. */
export const LinkPurpose = { RESET: 'RESET', INVITATION: 'INVITATION' } as const;

/** One of the purposes of a link. */
export type LinkPurpose = (typeof LinkPurpose)[keyof typeof LinkPurpose];

/** The last link by which an account may choose a password; the application reaches it through schema auth alone. */
@Entity({ name: 'account_link' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Unique(['accountId'])
@Index('account_link_token_hash_key', ['tokenHash'], { unique: true })
@Check('account_link_hash_check', 'octet_length(token_hash) = 32')
export class AccountLink {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @IdColumn('account_id')
  accountId: string;

  @OneOf('purpose', LinkPurpose)
  purpose: LinkPurpose;

  /** SHA-256 of a token that is derived from the id under a key outside the database. */
  @BytesColumn('token_hash')
  tokenHash: Buffer;

  @InstantColumn('expires_at')
  expiresAt: Date;

  @InstantColumn('used_at', OPTIONAL)
  usedAt: Date | null;
}
