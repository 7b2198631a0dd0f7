import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import { addDays, addMonths, dayOf, type Day } from '#domain/common/day';
import { isBanned } from '#domain/common/term-list';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { contentPlace, newContentKey, openContent, sealContent } from '#platform/files/content-key';
import { FileStore } from '#platform/files/file-store';
import { FilesRepository, type FileRow } from './files.repository';
import { MediaType, mediaTypeOf } from './media-type';

/** Why a file is not taken. */
export type FileRefusalCode = 'FILE_EMPTY' | 'BANNED_TERM' | 'FILE_TYPE_NOT_ALLOWED';

/** A file as somebody sends it. */
export interface FileUpload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file that we made: its content is stored, its row not yet. */
export interface PreparedFile {
  readonly id: string;
  readonly key: Buffer;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly sha256: Buffer;
  readonly size: number;
}

/** Whom a file that we made is about, and how long it is kept. */
export interface Keeping {
  readonly clientId: string | null;
  readonly keepUntil: Day;
}

/** A stored file's facts. */
export interface FileFacts {
  readonly id: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly sha256: Buffer;
}

/** A stored file with its content. */
export interface FileContent extends FileFacts {
  readonly bytes: Buffer;
}

/** Imported rows are kept 7 days (P18), proofs of a consent or an answer 3 years (P10). */
const TABLE_DAYS = 7;
const EVIDENCE_MONTHS = 36;
const MAX_NAME = 200;
const CONTROL = /[\u0000-\u001f\u007f]/gu;
const SHA256_BYTES = 32;

/** Takes files in, opens them for other features, and destroys them. */
@Injectable()
export class FilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FilesRepository,
    private readonly store: FileStore,
    private readonly crypto: FieldCrypto,
    private readonly audit: Audit,
  ) {}

  /** Keeps a file, encrypted, for the member who sends it; the content is stored before the row that tells of it. */
  async take(actor: Actor, upload: FileUpload): Promise<Outcome<{ id: string; name: string }, FileRefusalCode>> {
    if (upload.bytes.length === 0) return refused(refusal('FILE_EMPTY', ['file']));
    if (isBanned(upload.name)) return refused(refusal('BANNED_TERM', ['file']));
    const mediaType = mediaTypeOf(upload.bytes);
    if (mediaType === null) return refused(refusal('FILE_TYPE_NOT_ALLOWED', ['file']));
    const name = fileNameOf(upload.name);
    const file = await this.prepare(actor.countyId, { name, mediaType, bytes: upload.bytes });
    try {
      await this.transactions.run(actor, (tx) =>
        this.keepAbout(tx, file, { clientId: null, keepUntil: keepUntil(mediaType, dayOf(tx.now)) }),
      );
    } catch (error) {
      await this.discard(file);
      throw error;
    }
    return done({ id: file.id, name });
  }

  /** A file's facts, or null where there is none, it is not visible, or it was destroyed. */
  async find(tx: Tx, id: string): Promise<FileFacts | null> {
    const row = await this.files.byId(tx, id);
    return row === null ? null : this.opened(tx, row);
  }

  /** A file with its content, or null where there is none, it is not visible, or it was destroyed. */
  async read(tx: Tx, id: string): Promise<FileContent | null> {
    const row = await this.files.byId(tx, id);
    if (row === null) return null;
    return { ...(await this.opened(tx, row)), bytes: await this.content(tx, row) };
  }

  /**
   * Says that a visible file is about this client: from then on it opens under her key only, and is gone with her.
   * False where the file is not visible, is about somebody else or lies under the county's key still.
   */
  async assignTo(tx: Tx, id: string, clientId: string): Promise<boolean> {
    const row = await this.files.byId(tx, id);
    if (row === null || (row.clientId ?? clientId) !== clientId || row.keyEnc === null) return false;
    const name = await this.crypto.decrypt(tx, filePlace(row, 'name_enc'), row.nameEnc);
    const key = await this.crypto.decryptBytes(tx, filePlace(row, 'key_enc'), row.keyEnc);
    const hers = { id, clientId };
    await this.files.assign(tx, id, {
      clientId,
      nameEnc: await this.crypto.encrypt(tx, filePlace(hers, 'name_enc'), name),
      keyEnc: await this.crypto.encryptBytes(tx, filePlace(hers, 'key_enc'), key),
    });
    return true;
  }

  /** Destroys a file at once: nothing of it is kept but that there was one. Safe to repeat. */
  async erase(countyId: string, id: string): Promise<void> {
    await this.transactions.run(systemActor(countyId, 'file.erase'), async (tx) => {
      const row = await this.files.byId(tx, id);
      if (row !== null) await this.destroy(tx, row);
    });
  }

  /** Destroys every file about a client; gives how many. Called by a job, in the transaction of her erasure. */
  async eraseAbout(tx: Tx, clientId: string): Promise<number> {
    const files = await this.files.aboutClient(tx, clientId);
    for (const row of files) await this.destroy(tx, row);
    return files.length;
  }

  /** Destroys these files as far as they are there and visible. */
  async eraseThese(tx: Tx, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const row = await this.files.byId(tx, id);
      if (row !== null) await this.destroy(tx, row);
    }
  }

  /** Destroys what is past its day; gives how many. */
  async eraseDue(tx: Tx): Promise<number> {
    const due = await this.files.dueForErasure(tx, dayOf(tx.now));
    for (const row of due) await this.destroy(tx, row);
    return due.length;
  }

  /** The content goes first: a crash in between leaves a row that is destroyed again, never a file that nobody knows. */
  private async destroy(tx: Tx, row: FileRow): Promise<void> {
    await this.store.remove(row.storageKey);
    const nameEnc = Buffer.alloc(0);
    await this.files.markErased(tx, row.id, { nameEnc, sha256: Buffer.alloc(SHA256_BYTES) });
    await this.audit.record(tx, { action: 'file.erased', subjectType: 'file', subjectId: row.id });
  }

  /** Stores a content, encrypted, before the row that tells of it: `keepAbout` in a transaction, or `discard`. */
  async prepare(countyId: string, made: FileUpload & { readonly mediaType: MediaType }): Promise<PreparedFile> {
    const { name, mediaType, bytes } = made;
    const [id, key] = [uuidv7(), newContentKey()];
    await this.store.put(id, sealContent(key, countyId, id, bytes));
    return { id, key, name, mediaType, sha256: createHash('sha256').update(bytes).digest(), size: bytes.length };
  }

  /** Takes a prepared content away whose row was not written. */
  async discard({ id }: PreparedFile): Promise<void> {
    await this.store.remove(id);
  }

  /** Keeps a prepared file of the member who acts; one about a client opens under her key only. */
  async keepAbout(tx: Tx, file: PreparedFile, { clientId, keepUntil: until }: Keeping): Promise<void> {
    const { countyId, membershipId, organisationId } = tx.actor;
    if (membershipId === null || organisationId === null) throw new Error('Only members send files.');
    const place = { id: file.id, clientId };
    await this.files.insert(tx, {
      countyId,
      id: file.id,
      storageKey: file.id,
      clientId,
      nameEnc: await this.crypto.encrypt(tx, filePlace(place, 'name_enc'), file.name),
      keyEnc: await this.crypto.encryptBytes(tx, filePlace(place, 'key_enc'), file.key),
      sha256: file.sha256,
      bytes: file.size,
      mediaType: file.mediaType,
      uploadedByMembershipId: membershipId,
      organisationId,
      createdAt: tx.now,
      keepUntil: until,
    });
    await this.audit.record(tx, { action: 'file.taken', subjectType: 'file', subjectId: file.id });
  }

  private async opened(tx: Tx, row: FileRow): Promise<FileFacts> {
    const { id, mediaType, sha256 } = row;
    return { id, mediaType, sha256, name: await this.crypto.decrypt(tx, filePlace(row, 'name_enc'), row.nameEnc) };
  }

  private async content(tx: Tx, row: FileRow): Promise<Buffer> {
    const sealed = await this.store.get(row.storageKey);
    if (row.keyEnc === null) return this.crypto.decryptBytes(tx, contentPlace(row.id), sealed);
    const key = await this.crypto.decryptBytes(tx, filePlace(row, 'key_enc'), row.keyEnc);
    return openContent(key, tx.actor.countyId, row.id, sealed);
  }
}

/** Where the name or the key of a file is sealed for: its client's where it is about somebody, else the county's. */
const filePlace = (
  { id, clientId = null }: { readonly id: string; readonly clientId?: string | null },
  column: 'name_enc' | 'key_enc',
) => ({ table: 'file', column, rowId: id, ...(clientId === null ? {} : { clientId }) });

const isTable = (mediaType: MediaType): boolean => mediaType === MediaType.CSV || mediaType === MediaType.XLSX;

const keepUntil = (mediaType: MediaType, today: Day): Day =>
  isTable(mediaType) ? addDays(today, TABLE_DAYS) : addMonths(today, EVIDENCE_MONTHS);

/** The last part of a path that a browser may have sent, without control characters. */
function fileNameOf(given: string): string {
  const last = given.split(/[/\\]/u).at(-1) ?? '';
  return last.replace(CONTROL, '').trim().slice(-MAX_NAME);
}
