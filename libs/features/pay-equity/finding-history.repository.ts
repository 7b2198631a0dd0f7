import { Injectable } from '@nestjs/common';
import type { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** A step of a finding, as it was taken. */
export interface FindingStepRow {
  readonly id: string;
  readonly toStatus: PayFindingStatus;
  readonly reason: string | null;
  readonly occurredAt: Date;
  readonly byRole: string | null;
  readonly byName: string | null;
}

/** The history of findings as the office reads it. */
@Injectable()
export class FindingHistoryRepository {
  /** The steps of these findings, earliest first; of an enterprise's members only that it was the enterprise. */
  async ofFindings(tx: Tx, findingIds: readonly string[]): Promise<ReadonlyMap<string, FindingStepRow[]>> {
    const visible = visibleTo(tx, 'pay_finding_event', 'e');
    const rows = await tx.query<FindingStepRow & { readonly findingId: string }>(
      `select e.id, e.finding_id as "findingId", e.to_status as "toStatus", e.reason, e.occurred_at as "occurredAt",
              split_part(e.by_role, ':', 1) as "byRole", case when e.by_role <> 'ENTERPRISE_HR' then m.display_name end as "byName"
         from pay_finding_event e
         left join membership m on m.county_id = e.county_id and m.id = e.by_membership_id
        where ${visible.sql} and e.finding_id = any($2::uuid[]) order by e.finding_id, e.finding_version`,
      [visible.value, findingIds],
    );
    const byFinding = new Map<string, FindingStepRow[]>();
    for (const { findingId, ...step } of rows) byFinding.set(findingId, [...(byFinding.get(findingId) ?? []), step]);
    return byFinding;
  }
}
