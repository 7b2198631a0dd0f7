import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import type { TransferReason, TransferStatus } from '#domain/caseloads/case-transfer';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { CaseTransfer } from './case-transfer.entity';
import { mayAnswer, mayWithdraw } from './transfers.policy';

/** A handover with names; of the client no more than her file number. */
export interface TransferRow {
  readonly id: string;
  readonly clientId: string;
  readonly fileNumber: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string;
  readonly toName: string;
  readonly reason: TransferReason;
  readonly status: TransferStatus;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
}

/** A handover as its reader sees it: with what she may do about it. */
export interface ReadTransfer extends TransferRow {
  readonly canAnswer: boolean;
  readonly canWithdraw: boolean;
}

const COLUMNS = `t.id, t.client_id as "clientId", t.file_number as "fileNumber", t.from_membership_id as "fromId",
  f.display_name as "fromName", t.to_membership_id as "toId", k.display_name as "toName", t.reason, t.status,
  t.created_at as "requestedAt", t.decided_at as "decidedAt"`;

const FROM = `case_transfer t
  join membership f on f.county_id = t.county_id and f.id = t.from_membership_id
  join membership k on k.county_id = t.county_id and k.id = t.to_membership_id`;

function asSeenBy(actor: Actor, row: TransferRow): ReadTransfer {
  const isOpen = row.status === 'REQUESTED';
  return { ...row, canAnswer: isOpen && mayAnswer(actor, row), canWithdraw: isOpen && mayWithdraw(actor, row) };
}

/** Every query about handovers, by name. */
@Injectable()
export class TransfersRepository {
  /** The visible handovers, those that wait for an answer first, then the latest; at most `limit`. */
  async list(tx: Tx, limit: number): Promise<ReadTransfer[]> {
    const visible = visibleTo(tx, 'case_transfer', 't');
    const rows = await tx.query<TransferRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and t.county_id = $2
        order by t.status <> 'REQUESTED', coalesce(t.decided_at, t.created_at) desc, t.id limit $3`,
      [visible.value, tx.actor.countyId, limit],
    );
    return rows.map((row) => asSeenBy(tx.actor, row));
  }

  /** One visible handover; null where there is none. */
  async byId(tx: Tx, id: string): Promise<ReadTransfer | null> {
    const visible = visibleTo(tx, 'case_transfer', 't');
    const [row] = await tx.query<TransferRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and t.county_id = $2 and t.id = $3`,
      [visible.value, tx.actor.countyId, id],
    );
    return row === undefined ? null : asSeenBy(tx.actor, row);
  }

  insert(tx: Tx, transfer: Partial<CaseTransfer>): Promise<unknown> {
    return tx.manager.insert(CaseTransfer, { ...transfer, countyId: tx.actor.countyId });
  }

  /** Accepts it and moves the client with her tasks and reminders; false where that is no longer possible. */
  async move(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ moved: boolean }>('select app.move_case($1, $2) as moved', [id, tx.now]);
    return row?.moved ?? false;
  }

  /** Ends a handover that nobody answered; false where somebody was faster. */
  async end(tx: Tx, id: string, status: 'REFUSED' | 'WITHDRAWN'): Promise<boolean> {
    const ended = await tx.query(
      `update case_transfer
          set status = $3, decided_by_membership_id = $4, decided_at = $5, version = version + 1
        where county_id = $1 and id = $2 and status = 'REQUESTED' returning id`,
      [tx.actor.countyId, id, status, tx.actor.membershipId, tx.now],
    );
    return ended.length === 1;
  }
}
