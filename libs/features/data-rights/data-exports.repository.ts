import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { ExportFailure, ExportStatus } from '#domain/data-rights/data-export';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { DataExportRow } from './data-export.entity';

/** A copy as it is read. */
export interface ReadDataExport {
  readonly id: string;
  readonly version: number;
  readonly status: ExportStatus;
  readonly requestedAt: Date;
  readonly readyAt: Date | null;
  readonly keepUntil: Day;
  readonly failureCode: ExportFailure | null;
  readonly jsonFileId: string | null;
  readonly pdfFileId: string | null;
}

const COLUMNS = `x.id, x.version, x.status, x.created_at as "requestedAt", x.ready_at as "readyAt",
  x.keep_until::text as "keepUntil", x.failure_code as "failureCode", x.json_file_id as "jsonFileId", x.pdf_file_id as "pdfFileId"`;

/** Every query about copies of one's own data, by name: a client finds her own, nobody else any. */
@Injectable()
export class DataExportsRepository {
  async insert(tx: Tx, row: Partial<DataExportRow>): Promise<void> {
    await tx.manager.insert(DataExportRow, row);
  }

  /** One's own copies that have not had their last day, the newest first. */
  ownKept(tx: Tx, today: Day): Promise<ReadDataExport[]> {
    const visible = visibleTo(tx, 'data_export', 'x');
    return tx.query<ReadDataExport>(
      `select ${COLUMNS} from data_export x
        where ${visible.sql} and x.client_id = $2 and x.keep_until >= $3 order by x.created_at desc, x.id desc`,
      [visible.value, tx.actor.clientId, today],
    );
  }

  /** One's own copy, or null. */
  async ownById(tx: Tx, id: string): Promise<ReadDataExport | null> {
    const visible = visibleTo(tx, 'data_export', 'x');
    const [row] = await tx.query<ReadDataExport>(
      `select ${COLUMNS} from data_export x where ${visible.sql} and x.client_id = $2 and x.id = $3`,
      [visible.value, tx.actor.clientId, id],
    );
    return row ?? null;
  }

  /** Notes the files of a copy that was waiting for them; false where another run was faster. */
  async ready(tx: Tx, { id, version }: ReadDataExport, files: { json: string; pdf: string }): Promise<boolean> {
    const { affected } = await tx.manager.update(
      DataExportRow,
      { countyId: tx.actor.countyId, id, version, status: 'QUEUED' },
      { status: 'READY', readyAt: tx.now, jsonFileId: files.json, pdfFileId: files.pdf, version: version + 1 },
    );
    return affected === 1;
  }

  /** Gives up a copy that was waiting and gives whose it is; null where there is nothing to give up. */
  async fail(tx: Tx, id: string, failureCode: ExportFailure): Promise<string | null> {
    const [row] = await tx.query<{ clientId: string }>(
      `update data_export set status = 'FAILED', failure_code = $3, version = version + 1
        where county_id = $1 and id = $2 and status = 'QUEUED' returning client_id as "clientId"`,
      [tx.actor.countyId, id, failureCode],
    );
    return row?.clientId ?? null;
  }
}
