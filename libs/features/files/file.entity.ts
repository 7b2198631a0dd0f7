import { Check, Column, Unique } from 'typeorm';
import {
  BelongsTo,
  BytesColumn,
  CountyRow,
  CountyTable,
  DayColumn,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  RefersTo,
  TextColumn,
} from '#platform/database/county-row.entity';

/** What is known of a stored file; its content lies encrypted in the file store. */
@CountyTable('file')
@RefersTo('membership', 'uploadedByMembershipId')
@RefersTo('organisation', 'organisationId')
@BelongsTo('client', 'clientId')
@Unique(['countyId', 'storageKey'])
@Check('file_sha256_check', 'octet_length(sha256) = 32')
@Check('file_bytes_check', 'bytes between 0 and 20971520')
export class StoredFile extends CountyRow {
  @TextColumn('storage_key')
  storageKey: string;

  /** Encrypted: the name that it came with. */
  @BytesColumn('name_enc')
  nameEnc: Buffer;

  /** Encrypted: the key of the content; null = the content lies under the county's key, or is destroyed. */
  @BytesColumn('key_enc', OPTIONAL)
  keyEnc: Buffer | null;

  /** Whom the content is about: name and key are sealed under her key. Null = nobody in particular. */
  @IdColumn('client_id', OPTIONAL)
  clientId: string | null;

  /** Of the plain content. */
  @BytesColumn('sha256')
  sha256: Buffer;

  /** Size of the plain content; at most 20 MiB. */
  @Column({ name: 'bytes', type: 'integer' })
  bytes: number;

  /** Told from the content, not from the name. */
  @TextColumn('media_type')
  mediaType: string;

  @IdColumn('uploaded_by_membership_id')
  uploadedByMembershipId: string;

  /** The uploader's organisation. */
  @IdColumn('organisation_id')
  organisationId: string;

  @InstantColumn('created_at')
  createdAt: Date;

  /** Last day on which it is kept. */
  @DayColumn('keep_until')
  keepUntil: string;

  /** When the content was destroyed. */
  @InstantColumn('erased_at', OPTIONAL)
  erasedAt: Date | null;
}
