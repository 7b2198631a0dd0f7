import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { StoredFile } from './file.entity';
import type { MediaType } from './media-type';

/** What is known of a stored file; the name is still encrypted. */
export interface FileRow {
  readonly id: string;
  readonly storageKey: string;
  readonly nameEnc: Buffer;
  /** Null = the content lies under the county's key. */
  readonly keyEnc: Buffer | null;
  readonly clientId: string | null;
  readonly sha256: Buffer;
  readonly mediaType: MediaType;
}

/** What an erased file leaves: nothing that tells what it was. */
export interface ErasedFile {
  readonly nameEnc: Buffer;
  readonly sha256: Buffer;
}

const COLUMNS = `f.id, f.storage_key as "storageKey", f.name_enc as "nameEnc", f.key_enc as "keyEnc",
  f.client_id as "clientId", f.sha256, f.media_type as "mediaType"`;

/** Every query about files, by name. */
@Injectable()
export class FilesRepository {
  /** Keeps what is known of a new file. */
  async insert(tx: Tx, file: Omit<StoredFile, 'erasedAt'>): Promise<void> {
    await tx.manager.insert(StoredFile, file);
  }

  /** A visible file whose content is still there, or null. */
  async byId(tx: Tx, id: string): Promise<FileRow | null> {
    const visible = visibleTo(tx, 'file', 'f');
    const [row] = await tx.query<FileRow>(
      `select ${COLUMNS} from file f where ${visible.sql} and f.county_id = $2 and f.id = $3 and f.erased_at is null`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** Files about a client whose content is still there. */
  aboutClient(tx: Tx, clientId: string): Promise<FileRow[]> {
    return tx.query<FileRow>(
      `select ${COLUMNS} from file f where f.county_id = $1 and f.client_id = $2 and f.erased_at is null order by f.id`,
      [tx.actor.countyId, clientId],
    );
  }

  /** Files that are kept no longer than the day before. */
  async dueForErasure(tx: Tx, today: Day): Promise<readonly FileRow[]> {
    return tx.query<FileRow>(
      `select ${COLUMNS} from file f where f.county_id = $1 and f.keep_until < $2 and f.erased_at is null order by f.id`,
      [tx.actor.countyId, today],
    );
  }

  /** Notes that a file's content is gone, and overwrites its name and digest. */
  async markErased(tx: Tx, id: string, erased: ErasedFile): Promise<void> {
    const changes = { ...erased, keyEnc: null, bytes: 0, erasedAt: tx.now };
    await tx.manager.update(StoredFile, { countyId: tx.actor.countyId, id }, changes);
  }

  /** Says whom a file is about; name and key come sealed for her. */
  async assign(tx: Tx, id: string, changes: Pick<StoredFile, 'clientId' | 'nameEnc' | 'keyEnc'>): Promise<void> {
    await tx.manager.update(StoredFile, { countyId: tx.actor.countyId, id }, changes);
  }
}
