import { Injectable } from '@nestjs/common';
import { PAY_FINDING_LIFECYCLE, PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { mayBecome } from '#domain/common/lifecycle';
import type { Month } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import { PayCheckResult } from './pay-check-result.entity';
import type { PayFinding } from './pay-finding.entity';

/** The columns of a finding that is detected. */
export type DetectedFinding = Pick<
  PayFinding,
  | 'id'
  | 'resultId'
  | 'placementId'
  | 'clientId'
  | 'organisationId'
  | 'period'
  | 'ruleCode'
  | 'verdict'
  | 'severity'
  | 'findingClass'
  | 'shortfallFen'
  | 'figures'
  | 'evidence'
  | 'triageDueOn'
>;

const SUPERSEDABLE = Object.values(PayFindingStatus).filter((status) =>
  mayBecome(PAY_FINDING_LIFECYCLE, status, 'SUPERSEDED'),
);

/** What a run writes. */
@Injectable()
export class PayResultsRepository {
  /** Takes the place of the current result away; what it was judged by stays on record. */
  async retire(tx: Tx, resultId: string): Promise<void> {
    await tx.query('update pay_check_result set is_current = false where id = $1', [resultId]);
  }

  /** Supersedes the open findings of a placement and month; gives their ids. One that is closed stays closed. */
  async supersede(tx: Tx, placementId: string, period: Month): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update pay_finding set status = 'SUPERSEDED', closed_at = $4, version = version + 1
        where placement_id = $1 and period = $2 and status = any($3) returning id`,
      [placementId, period, SUPERSEDABLE, tx.now],
    );
    return rows.map(({ id }) => id);
  }

  async insertResult(tx: Tx, result: Partial<PayCheckResult>): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(PayCheckResult).values(result).updateEntity(false).execute();
  }

  /** Inserts a finding; false where a person closed the same one of this placement and month before. */
  async insertFinding(tx: Tx, finding: DetectedFinding): Promise<boolean> {
    const inserted = await tx.query(
      `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status, verdict,
                                severity, finding_class, shortfall_fen, figures, evidence, detected_at, triage_due_on, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'DETECTED', $9, $10, $11, $12, $13, $14, $15, $16, $15)
       on conflict do nothing returning id`,
      [
        tx.actor.countyId,
        finding.id,
        finding.resultId,
        finding.placementId,
        finding.clientId,
        finding.organisationId,
        finding.period,
        finding.ruleCode,
        finding.verdict,
        finding.severity,
        finding.findingClass,
        finding.shortfallFen,
        finding.figures,
        finding.evidence,
        tx.now,
        finding.triageDueOn,
      ],
    );
    return inserted.length === 1;
  }
}
