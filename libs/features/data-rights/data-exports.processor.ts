import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { Role } from '#domain/common/role';
import { FilesService, MediaType, type PreparedFile } from '#features/files';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { Live } from '#platform/live/live';
import { ClientCopy } from './client-copy';
import { copyAsJson, copyAsPdf } from './copy-documents';
import { DataExportsRepository, type ReadDataExport } from './data-exports.repository';
import { DataExportRequested } from './erasures.jobs';

interface Files {
  readonly json: PreparedFile;
  readonly pdf: PreparedFile;
}

/**
 * Makes the copy that a client asked for, in her name: what she may not see at that moment is not in it, and an ended
 * membership gets none. No transaction is open while the documents are written.
 */
@Injectable()
@HandlesJob(DataExportRequested)
export class DataExportProcessor implements JobHandler {
  constructor(
    private readonly exports: DataExportsRepository,
    private readonly copy: ClientCopy,
    private readonly files: FilesService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  async handle(job: JobContext): Promise<void> {
    const collected = await job.transact(async (tx) => {
      const waiting = await this.exports.ownById(tx, job.subjectId);
      if (waiting?.status !== 'QUEUED') return null;
      return { waiting, madeAt: tx.now, sections: await this.copy.of(tx) };
    });
    if (collected === null) return;
    const { waiting, madeAt, sections } = collected;
    const made = {
      json: { name: 'my-data.json', mediaType: MediaType.JSON, bytes: copyAsJson(sections, madeAt) },
      pdf: { name: '我的资料.pdf', mediaType: MediaType.PDF, bytes: await copyAsPdf(sections, dayOf(madeAt)) },
    };
    const files: Files = {
      json: await this.files.prepare(job.actor.countyId, made.json),
      pdf: await this.files.prepare(job.actor.countyId, made.pdf),
    };
    try {
      await job.complete((tx) => this.keep(tx, waiting, files));
    } catch (error) {
      for (const file of Object.values(files) as PreparedFile[]) await this.files.discard(file);
      throw error;
    }
  }

  /** The copy is not made; should she come back, she sees that and asks again. */
  async requesterGone(tx: Tx, id: string): Promise<void> {
    const clientId = await this.exports.fail(tx, id, 'REQUESTER_GONE');
    if (clientId === null) return;
    await this.audit.record(tx, { action: 'export.stopped', subjectType: 'data_export', subjectId: id });
    await this.live.notify(tx, { type: 'data-export', id, roles: [Role.CLIENT], clientId });
  }

  private async keep(tx: Tx, waiting: ReadDataExport, { json, pdf }: Files): Promise<void> {
    const about = { clientId: tx.actor.clientId ?? '', keepUntil: waiting.keepUntil };
    await this.files.keepAbout(tx, json, about);
    await this.files.keepAbout(tx, pdf, about);
    if (!(await this.exports.ready(tx, waiting, { json: json.id, pdf: pdf.id })))
      throw new Error('The copy was made by another run.');
    await this.audit.record(tx, { action: 'export.made', subjectType: 'data_export', subjectId: waiting.id });
    const { clientId } = about;
    await this.live.notify(tx, { type: 'data-export', id: waiting.id, roles: [Role.CLIENT], clientId });
  }
}
