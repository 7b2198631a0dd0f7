import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { exportKeptUntil, MOST_EXPORTS } from '#domain/data-rights/data-export';
import { FilesService, type FileContent } from '#features/files';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { DataExportsRepository } from './data-exports.repository';
import { DataExportRequested } from './erasures.jobs';

/** Why no copy is made. */
export type ExportCode = 'NOT_FOUND' | 'ALREADY_REQUESTED' | 'TOO_MANY_EXPORTS';

/** The forms of a copy. */
export const COPY_FORMS = ['json', 'pdf'] as const;

/** One of the forms of a copy. */
export type CopyForm = (typeof COPY_FORMS)[number];

/** Takes a client's wish for a copy of her data, and gives her the copy. */
@Injectable()
export class DataExportsService {
  constructor(
    private readonly exports: DataExportsRepository,
    private readonly files: FilesService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The client asks for a copy; a job makes it in her name. */
  async request(tx: Tx): Promise<Outcome<{ id: string }, ExportCode>> {
    const { clientId, membershipId, countyId } = tx.actor;
    if (clientId === null || membershipId === null) return refused(refusal('NOT_FOUND'));
    const today = dayOf(tx.now);
    const kept = await this.exports.ownKept(tx, today);
    if (kept.some(({ status }) => status === 'QUEUED')) return refused(refusal('ALREADY_REQUESTED'));
    if (kept.filter(({ status }) => status === 'READY').length >= MOST_EXPORTS)
      return refused(refusal('TOO_MANY_EXPORTS'));
    const id = uuidv7();
    await this.exports.insert(tx, {
      countyId,
      id,
      clientId,
      requestedByMembershipId: membershipId,
      status: 'QUEUED',
      keepUntil: exportKeptUntil(today),
      createdAt: tx.now,
    });
    await this.outbox.add(tx, DataExportRequested, { subjectId: id, data: {} });
    await this.audit.record(tx, { action: 'export.requested', subjectType: 'data_export', subjectId: id });
    return done({ id });
  }

  /** The copy in one form, as long as it is kept; null where there is none, it is another's, or its last day is over. */
  async read(tx: Tx, id: string, form: CopyForm): Promise<FileContent | null> {
    const copy = await this.exports.ownById(tx, id);
    const fileId = form === 'pdf' ? copy?.pdfFileId : copy?.jsonFileId;
    if (copy === null || fileId === null || fileId === undefined || copy.keepUntil < dayOf(tx.now)) return null;
    const content = await this.files.read(tx, fileId);
    if (content !== null)
      await this.audit.record(tx, {
        action: 'export.fetched',
        subjectType: 'data_export',
        subjectId: id,
        fields: [form],
      });
    return content;
  }
}
