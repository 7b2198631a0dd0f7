import { Check, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { BytesColumn, IdColumn, InstantColumn, OPTIONAL, TextColumn } from '#platform/database/county-row.entity';

/** An account that its owner linked to her identity at the sign-in provider. The application reaches it through schema auth alone. */
@Entity({ name: 'provider_link' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Unique(['subjectDigest'])
@Unique(['accountId', 'issuer'])
@Check('provider_link_subject_digest_check', 'octet_length(subject_digest) = 32')
export class ProviderLink {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @IdColumn('account_id')
  accountId: string;

  /** Address of the provider. */
  @TextColumn('issuer')
  issuer: string;

  /** Keyed digest of issuer and subject; who is meant cannot be read from it. */
  @BytesColumn('subject_digest')
  subjectDigest: Buffer;

  @InstantColumn('linked_at', { default: () => 'now()' })
  linkedAt: Date;

  @InstantColumn('last_used_at', OPTIONAL)
  lastUsedAt: Date | null;
}
