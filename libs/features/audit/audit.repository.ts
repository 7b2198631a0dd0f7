import { Injectable } from '@nestjs/common';
import { addMonths, dayOf } from '#domain/common/day';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';
import type { ChainProblem } from '#platform/audit/verify-chain';
import { AuditVerification } from './audit-verification.entity';

/** An entry as the auditor reads it: who by role and staff name, never a client's. */
export interface AuditEntryRow {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: Date;
  readonly actorRole: string;
  readonly actorMembershipId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly outcome: 'ALLOWED' | 'DENIED';
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly fields: readonly string[];
}

/** Which entries to list; null does not filter. */
export interface AuditSearch {
  readonly action: string | null;
  readonly outcome: 'ALLOWED' | 'DENIED' | null;
  readonly subjectId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a verification found. */
export interface VerificationRow {
  readonly id: string;
  readonly verifiedAt: Date;
  readonly entries: number;
  readonly anchoredSequence: number;
  readonly problem: ChainProblem | null;
  readonly problemSequence: number | null;
}

const RETENTION_MONTHS = 36;

const MATCHING = `e.county_id = $6 and ($1::text is null or starts_with(e.action, $1)) and ($2::text is null or e.outcome = $2)
  and ($3::uuid is null or e.subject_id = $3)
  and ($4::date is null or e.occurred_at >= $4::date::timestamp at time zone 'Asia/Shanghai')
  and ($5::date is null or e.occurred_at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** Every query about the audit trail, by name. */
@Injectable()
export class AuditRepository {
  /** One page, latest first, with one row more than asked for. */
  async page(tx: Tx, search: AuditSearch, request: PageRequest): Promise<Page<AuditEntryRow>> {
    const filter = [search.action, search.outcome, search.subjectId, search.from, search.to, tx.actor.countyId];
    const [count] = await tx.query<{ n: number }>(
      `select count(*)::int as n from audit_entry e where ${MATCHING}`,
      filter,
    );
    const rows = await tx.query<AuditEntryRow>(
      `select e.id, l.sequence, e.occurred_at as "occurredAt", e.actor_role as "actorRole",
              e.actor_membership_id as "actorMembershipId", nullif(m.display_name, '') as "actorName", e.action,
              e.outcome, e.subject_type as "subjectType", e.subject_id as "subjectId", e.fields
         from audit_entry e
         join audit_link l on l.county_id = e.county_id and l.id = e.id
         left join membership m on m.county_id = e.county_id and m.id = e.actor_membership_id and m.role <> 'CLIENT'
        where ${MATCHING} and ($7::int is null or l.sequence < $7)
        order by l.sequence desc limit $8`,
      [...filter, request.after === null ? null : Number.parseInt(request.after.sortKey, 10), request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** How many links the chain has, and where it begins after the last cut. */
  async length(
    tx: Tx,
  ): Promise<{ readonly sequence: number; readonly cutSequence: number; readonly hash: Buffer } | null> {
    const [head] = await tx.query<{ sequence: number; cutSequence: number; hash: Buffer }>(
      'select sequence, cut_sequence as "cutSequence", hash from audit_head where county_id = $1',
      [tx.actor.countyId],
    );
    return head ?? null;
  }

  /** The latest verifications, latest first. */
  verifications(tx: Tx, limit: number): Promise<VerificationRow[]> {
    return tx.query<VerificationRow>(
      `select id, verified_at as "verifiedAt", entries, anchored_sequence as "anchoredSequence", problem,
              problem_sequence as "problemSequence"
         from audit_verification where county_id = $2 order by verified_at desc, id desc limit $1`,
      [limit, tx.actor.countyId],
    );
  }

  /** Whether a verification is under way. */
  async isVerifying(tx: Tx, job: string): Promise<boolean> {
    const rows = await tx.query(
      'select 1 from outbox_event where county_id = $2 and job = $1 and done_at is null and failed_at is null limit 1',
      [job, tx.actor.countyId],
    );
    return rows.length > 0;
  }

  async insertVerification(tx: Tx, verification: Partial<AuditVerification>): Promise<void> {
    await tx.manager.insert(AuditVerification, verification);
  }

  /** The last link before which every entry is older than the retention, and its hash; null where there is none. */
  async cutPoint(tx: Tx): Promise<{ readonly sequence: number; readonly hash: Buffer } | null> {
    const [last] = await tx.query<{ sequence: number; hash: Buffer }>(
      `select l.sequence, l.hash from audit_link l
        where l.county_id = $2 and l.sequence < coalesce((select min(k.sequence) from audit_link k
                 join audit_entry e on e.county_id = k.county_id and e.id = k.id
                where k.county_id = $2 and e.occurred_at >= $1::date::timestamp at time zone 'Asia/Shanghai'), 2147483647)
        order by l.sequence desc limit 1`,
      [addMonths(dayOf(tx.now), -RETENTION_MONTHS), tx.actor.countyId],
    );
    return last ?? null;
  }

  /** Takes away entries and links up to a link; gives their number. The database refuses what is younger than three years. */
  async cut(tx: Tx, upto: number): Promise<number> {
    const [row] = await tx.query<{ gone: number }>('select app.cut_audit($1) as gone', [upto]);
    return row?.gone ?? 0;
  }
}
