import { Injectable } from '@nestjs/common';
import type { BatchStanding } from '#domain/group-placement/batch-acts';
import type { BatchReturnReason, BatchSolvePhase, BatchSolveState } from '#domain/group-placement/batch-codes';
import type { BatchStatus } from '#domain/group-placement/batch-lifecycle';
import { Role } from '#domain/common/role';
import { visibleTo } from '#platform/access/visible';
import { instantKey, instantPage, type InstantPage, type PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';
import type { StoredFigures } from './batch-outcome';
import { PlacementBatch } from './placement-batch.entity';

/** The newest run of a batch. */
export interface NewestSolve {
  readonly id: string;
  readonly state: BatchSolveState;
  readonly phase: BatchSolvePhase | null;
  readonly permille: number;
  readonly requestedBy: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly solverMillis: number | null;
  readonly errorCode: string | null;
}

/** The result that stands, without its lists. */
export interface StandingResult {
  readonly solverVersion: string;
  readonly inputHash: string;
  readonly weightsVersion: number;
  readonly readAt: string;
  readonly figures: StoredFigures;
}

/** A batch as stored, with the counts of its cohort, the newest run, and the result that stands. */
export interface BatchRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly status: BatchStatus;
  readonly cutoffAt: Date;
  readonly createdAt: Date;
  readonly preparedBy: string;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly returnReason: BatchReturnReason | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly commitRequestedAt: Date | null;
  readonly committedAt: Date | null;
  readonly clientsTotal: number;
  readonly caseworkersTotal: number;
  readonly rowsDecided: number;
  readonly ownClients: number;
  readonly isInvolved: boolean;
  readonly solve: NewestSolve | null;
  readonly result: StandingResult | null;
}

const name = (alias: string): string => `${alias}.display_name`;
const member = (alias: string, column: string): string =>
  `left join membership ${alias} on ${alias}.county_id = b.county_id and ${alias}.id = b.${column}`;

/** Whether the natural person who asks ($2 is her membership) had a hand in the batch, by whatever account. */
const IS_INVOLVED = `exists (
  select from (select b.prepared_by_membership_id as id union select b.submitted_by_membership_id
    union select s.requested_by_membership_id from batch_solve s where s.county_id = b.county_id and s.batch_id = b.id
    union select o.made_by_membership_id from batch_override o where o.county_id = b.county_id and o.batch_id = b.id
    union select o.undone_by_membership_id from batch_override o where o.county_id = b.county_id and o.batch_id = b.id) hand
   where hand.id is not null and app.person_of(hand.id) = app.person_of($2::uuid))`;

const NEWEST = `(select jsonb_build_object('id', s.id, 'state', s.state, 'phase', s.phase, 'permille', s.permille,
    'requestedBy', m.display_name, 'startedAt', s.started_at, 'finishedAt', s.finished_at,
    'solverMillis', s.solver_millis, 'errorCode', s.error_code)
  from batch_solve s join membership m on m.county_id = s.county_id and m.id = s.requested_by_membership_id
 where s.county_id = b.county_id and s.batch_id = b.id order by s.seq desc limit 1)`;

const RESULT = `(select jsonb_build_object('solverVersion', s.solver_version, 'inputHash', s.input_hash,
    'weightsVersion', s.outcome -> 'weightsVersion', 'readAt', s.outcome -> 'readAt', 'figures', s.outcome -> 'figures')
  from batch_solve s
 where s.county_id = b.county_id and s.batch_id = b.id and s.state = 'DONE' order by s.seq desc limit 1)`;

const COLUMNS = `b.id, b.version, b.title, b.status, b.cutoff_at as "cutoffAt", b.created_at as "createdAt",
  ${name('p')} as "preparedBy", ${name('u')} as "submittedBy", b.submitted_at as "submittedAt",
  b.return_reason as "returnReason", ${name('v')} as "approvedBy", b.approved_at as "approvedAt",
  b.commit_requested_at as "commitRequestedAt", b.committed_at as "committedAt",
  n.clients as "clientsTotal", n.caseworkers as "caseworkersTotal", n.decided as "rowsDecided",
  (select count(*)::int from batch_assignment a where a.county_id = b.county_id and a.batch_id = b.id) as "ownClients",
  ${IS_INVOLVED} as "isInvolved", ${NEWEST} as solve, ${RESULT} as result`;

const FROM = `placement_batch b ${member('p', 'prepared_by_membership_id')} ${member('u', 'submitted_by_membership_id')}
  ${member('v', 'approved_by_membership_id')} cross join lateral app.batch_counts(b.id) n`;

/** Every query about batches as such, by name. */
@Injectable()
export class PlacementBatchesRepository {
  /** One page, the newest first, with one row more than asked for. */
  async page(tx: Tx, status: readonly BatchStatus[] | null, request: PageRequest): Promise<InstantPage<BatchRow>> {
    const visible = visibleTo(tx, 'placement_batch', 'b');
    const [count] = await tx.query<{ n: number }>(
      `select count(*)::int as n from placement_batch b where ${visible.sql} and ($2::text[] is null or b.status = any ($2))`,
      [visible.value, status],
    );
    const rows = await tx.query<BatchRow & { readonly pageKey: string }>(
      `select ${COLUMNS}, ${instantKey('b.created_at')} from ${FROM} where ${visible.sql} and ($3::text[] is null or b.status = any ($3))
          and ($4::timestamptz is null or (b.created_at, b.id) < ($4, $5::uuid))
        order by b.created_at desc, b.id desc limit $6`,
      [
        visible.value,
        tx.actor.membershipId,
        status,
        request.after?.sortKey ?? null,
        request.after?.id ?? null,
        request.limit + 1,
      ],
    );
    return instantPage(rows, count?.n ?? 0);
  }

  /** One batch, or null where there is none. */
  async byId(tx: Tx, id: string): Promise<BatchRow | null> {
    const visible = visibleTo(tx, 'placement_batch', 'b');
    const [row] = await tx.query<BatchRow>(`select ${COLUMNS} from ${FROM} where ${visible.sql} and b.id = $3`, [
      visible.value,
      tx.actor.membershipId,
      id,
    ]);
    return row ?? null;
  }

  /**
   * Keeps the batch for oneself until the transaction ends, then reads it: nothing that was decided meanwhile is missed.
   * Those who only add their clients to it share it. A caseworker may not lock the row itself, which she may not write.
   */
  async locked(tx: Tx, id: string, how: 'ALONE' | 'SHARED' = 'ALONE'): Promise<BatchRow | null> {
    const lock = how === 'ALONE' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await tx.query(`select ${lock}(hashtextextended($1, 0))`, [`placement_batch ${id}`]);
    return this.byId(tx, id);
  }

  async insert(tx: Tx, batch: Partial<PlacementBatch>): Promise<void> {
    await tx.manager.insert(PlacementBatch, batch);
  }

  /** Writes a step of a locked batch. */
  async update(tx: Tx, row: Pick<BatchRow, 'id' | 'version'>, changes: Partial<PlacementBatch>): Promise<void> {
    await tx.manager.update(
      PlacementBatch,
      { countyId: tx.actor.countyId, id: row.id },
      { ...changes, version: row.version + 1 },
    );
  }

  /** Lets the clients of a batch go that has come to its end. */
  async releaseClients(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update batch_assignment set is_open = false, version = version + 1 where county_id = $1 and batch_id = $2 and is_open`,
      [tx.actor.countyId, id],
    );
  }
}

/** A commit that has not ended after this has lost its worker for good: a person may ask for it again. */
const COMMIT_LASTS_MS = 15 * 60_000;

/** How a batch stands for whoever asks. */
export const standingOf = (row: BatchRow, { actor, now }: Pick<Tx, 'actor' | 'now'>): BatchStanding => ({
  status: row.status,
  cutoffAt: row.cutoffAt,
  clients: row.clientsTotal,
  solveState: row.solve?.state ?? null,
  isSubmitted: row.submittedAt !== null,
  isCommitting:
    row.commitRequestedAt !== null &&
    row.committedAt === null &&
    now.getTime() - row.commitRequestedAt.getTime() < COMMIT_LASTS_MS,
  isInvolved: row.isInvolved,
  isInCharge: actor.role === Role.SUPERVISOR,
});
