import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { CorrectionField, CorrectionStatus } from '#domain/data-rights/correction';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { CorrectionRequestRow } from './correction-request.entity';

/** A request as stored: what was said is still sealed. */
export interface StoredCorrection {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly caseworkerMembershipId: string | null;
  readonly field: CorrectionField;
  readonly textEnc: Buffer;
  readonly status: CorrectionStatus;
  readonly requestedAt: Date;
  readonly dueOn: Day;
  readonly answerEnc: Buffer | null;
}

const COLUMNS = `q.id, q.version, q.client_id as "clientId", c.caseworker_membership_id as "caseworkerMembershipId",
  q.field, q.text_enc as "textEnc", q.status, q.created_at as "requestedAt", q.due_on::text as "dueOn",
  q.answer_enc as "answerEnc"`;
const FROM = 'correction_request q join client c on c.county_id = q.county_id and c.id = q.client_id';
const MOST = 100;

/** Every query about requests to correct something, by name. */
@Injectable()
export class CorrectionsRepository {
  async insert(tx: Tx, row: Partial<CorrectionRequestRow>): Promise<void> {
    await tx.manager.insert(CorrectionRequestRow, row);
  }

  /** A visible request, or null. */
  async byId(tx: Tx, id: string): Promise<StoredCorrection | null> {
    const visible = visibleTo(tx, 'correction_request', 'q');
    const [row] = await tx.query<StoredCorrection>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and q.id = $2`,
      [visible.value, id],
    );
    return row ?? null;
  }

  /** The requests of the client who asks, the newest first; at most a hundred. */
  own(tx: Tx): Promise<StoredCorrection[]> {
    const visible = visibleTo(tx, 'correction_request', 'q');
    return tx.query<StoredCorrection>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and q.client_id = $2
        order by q.created_at desc, q.id desc limit ${MOST}`,
      [visible.value, tx.actor.clientId],
    );
  }

  /** Visible requests that wait for an answer, the earliest last day first; at most a hundred. */
  open(tx: Tx): Promise<StoredCorrection[]> {
    const visible = visibleTo(tx, 'correction_request', 'q');
    return tx.query<StoredCorrection>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and q.status = 'REQUESTED' order by q.due_on, q.id limit ${MOST}`,
      [visible.value],
    );
  }

  /** Takes a step from the version that was read; false where somebody was faster. */
  async step(tx: Tx, request: StoredCorrection, changes: Partial<CorrectionRequestRow>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      CorrectionRequestRow,
      { countyId: tx.actor.countyId, id: request.id, version: request.version, status: 'REQUESTED' },
      { ...changes, version: request.version + 1 },
    );
    return affected === 1;
  }
}
