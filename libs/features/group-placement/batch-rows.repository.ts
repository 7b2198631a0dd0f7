import { Injectable } from '@nestjs/common';
import type {
  BatchAssignmentView,
  BatchOverrideKind,
  BatchOverrideReason,
  BatchRowResult,
} from '#domain/group-placement/batch-codes';
import type { HardCheck } from '#domain/matching/hard-checks';
import type { ScorePart } from '#domain/matching/score-parts';
import { visibleTo } from '#platform/access/visible';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';

/** One stored reason. */
export interface StoredReason {
  readonly code: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

/** A decision that still holds. */
export interface OverrideRow {
  readonly id: string;
  readonly actId: string;
  readonly kind: BatchOverrideKind;
  readonly clientId: string;
  readonly positionId: string;
  readonly reason: BatchOverrideReason;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly costPlaced: number;
  readonly costFit: number;
}

/** A row of a batch as stored. */
export interface AssignmentRow {
  readonly id: string;
  readonly clientId: string;
  readonly positionId: string | null;
  readonly referralId: string | null;
  readonly sortKey: string;
  readonly score: number | null;
  readonly parts: readonly ScorePart[];
  readonly reasons: readonly StoredReason[];
  readonly blockers: readonly HardCheck[];
  readonly groupKey: string | null;
  readonly result: BatchRowResult | null;
  readonly resultCode: string | null;
}

/** What a list of rows is narrowed to. */
export interface RowCriteria {
  readonly view: BatchAssignmentView | null;
  readonly positionId: string | null;
}

const SORT_KEY = `(case when a.position_id is null then '1' else '0' || p.title end || '|' || c.file_number) collate "C"`;

const COLUMNS = `a.id, a.client_id as "clientId", a.position_id as "positionId", a.referral_id as "referralId",
  ${SORT_KEY} as "sortKey", a.score, a.parts, a.reasons, a.blockers, a.group_key as "groupKey", a.result,
  a.result_code as "resultCode"`;

const FROM = `batch_assignment a
  join client c on c.county_id = a.county_id and c.id = a.client_id
  left join position p on p.county_id = a.county_id and p.id = a.position_id`;

const LIVE_OVERRIDE = `o.county_id = a.county_id and o.batch_id = a.batch_id and o.client_id = a.client_id and o.undone_at is null`;

const VIEW = `($3::text is null
  or $3 = 'PLACED' and a.position_id is not null or $3 = 'UNPLACED' and a.position_id is null
  or $3 = 'OVERRIDDEN' and exists (select from batch_override o where ${LIVE_OVERRIDE})
  or $3 in ('PROPOSED', 'REFUSED') and a.result = $3)`;

/** Rows of one group that a group shows. */
const MOST_OF_GROUP = 100;

/** Every query about the rows of a batch, by name. */
@Injectable()
export class BatchRowsRepository {
  /** One page in order of position title and file number, with one row more than asked for. */
  async page(tx: Tx, batchId: string, criteria: RowCriteria, request: PageRequest): Promise<Page<AssignmentRow>> {
    const visible = visibleTo(tx, 'batch_assignment', 'a');
    const where = `${visible.sql} and a.batch_id = $2 and ${VIEW} and ($4::uuid is null or a.position_id = $4)`;
    const parameters = [visible.value, batchId, criteria.view, criteria.positionId];
    const [count] = await tx.query<{ n: number }>(
      `select count(*)::int as n from batch_assignment a where ${where}`,
      parameters,
    );
    const rows = await tx.query<AssignmentRow>(
      `select ${COLUMNS} from ${FROM} where ${where} and ($5::text is null or (${SORT_KEY}, a.id) > ($5, $6::uuid))
        order by ${SORT_KEY}, a.id limit $7`,
      [...parameters, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** The visible rows without a position under these proofs, by proof, each 100 at most. */
  async ofGroups(tx: Tx, batchId: string, keys: readonly string[]): Promise<ReadonlyMap<string, AssignmentRow[]>> {
    const visible = visibleTo(tx, 'batch_assignment', 'a');
    const rows = await tx.query<AssignmentRow>(
      `select * from (select ${COLUMNS}, row_number() over (partition by a.group_key order by c.file_number) as place
          from ${FROM} where ${visible.sql} and a.batch_id = $2 and a.group_key = any ($3)) r
        where r.place <= $4 order by r.place`,
      [visible.value, batchId, keys, MOST_OF_GROUP],
    );
    const groups = new Map<string, AssignmentRow[]>();
    for (const row of rows) {
      const key = row.groupKey ?? '';
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return groups;
  }

  /** The visible decisions of a batch that still hold, the newest first. */
  overrides(tx: Tx, batchId: string): Promise<OverrideRow[]> {
    const visible = visibleTo(tx, 'batch_override', 'o');
    return tx.query<OverrideRow>(
      `select o.id, o.act_id as "actId", o.kind, o.client_id as "clientId", o.position_id as "positionId", o.reason,
              m.display_name as "madeBy", o.created_at as "madeAt", o.cost_placed as "costPlaced", o.cost_fit as "costFit"
         from batch_override o join membership m on m.county_id = o.county_id and m.id = o.made_by_membership_id
        where ${visible.sql} and o.batch_id = $2 and o.undone_at is null order by o.created_at desc, o.id desc`,
      [visible.value, batchId],
    );
  }
}
