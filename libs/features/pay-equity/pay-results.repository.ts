import { Injectable } from '@nestjs/common';
import { PAY_FINDING_LIFECYCLE, PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { mayBecome } from '#domain/common/lifecycle';
import type { Month } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import type { PayCheckResult } from './pay-check-result.entity';
import type { PayFinding } from './pay-finding.entity';

/** The columns of a result that is new; its county, run and instant are those of the writing. */
export type NewResult = Omit<PayCheckResult, 'countyId' | 'isCurrent' | 'createdAt' | 'organisationId'> & {
  readonly organisationId: string;
};

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

/** A finding that a new revision may supersede. */
export interface OpenFinding extends Pick<
  PayFinding,
  'id' | 'placementId' | 'ruleCode' | 'status' | 'severity' | 'evidence' | 'shortfallFen'
> {
  readonly figures: Readonly<Record<string, string | number>>;
}

const SUPERSEDABLE = Object.values(PayFindingStatus).filter((status) =>
  mayBecome(PAY_FINDING_LIFECYCLE, status, 'SUPERSEDED'),
);

/** Results that one statement writes at most: their evidence travels as text. */
const MOST_AT_ONCE = 500;

/** What a run writes, many rows at a time. */
@Injectable()
export class PayResultsRepository {
  /** Takes the place of current results away; what they were judged by stays on record. */
  async retire(tx: Tx, resultIds: readonly string[]): Promise<void> {
    if (resultIds.length === 0) return;
    await tx.query('update pay_check_result set is_current = false where county_id = $2 and id = any($1::uuid[])', [
      resultIds,
      tx.actor.countyId,
    ]);
  }

  /** The findings of placements in a month that are not at their end, locked until the transaction ends. */
  async openFindings(tx: Tx, placementIds: readonly string[], period: Month): Promise<OpenFinding[]> {
    if (placementIds.length === 0) return [];
    return tx.query(
      `select id, placement_id as "placementId", rule_code as "ruleCode", status, severity, evidence, shortfall_fen::float8 as "shortfallFen",
              figures
         from pay_finding
        where county_id = $4 and placement_id = any($1::uuid[]) and period = $2 and status = any($3) order by id for update`,
      [placementIds, period, SUPERSEDABLE, tx.actor.countyId],
    );
  }

  /** Supersedes findings; gives the ids of those that were open still. One that is closed stays closed. */
  async supersede(tx: Tx, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `update pay_finding set status = 'SUPERSEDED', closed_at = $2, version = version + 1
        where county_id = $4 and id = any($1::uuid[]) and status = any($3) returning id`,
      [ids, tx.now, SUPERSEDABLE, tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }

  async insertResults(tx: Tx, results: readonly NewResult[]): Promise<void> {
    for (let from = 0; from < results.length; from += MOST_AT_ONCE)
      await this.insertSome(tx, results.slice(from, from + MOST_AT_ONCE));
  }

  private async insertSome(tx: Tx, results: readonly NewResult[]): Promise<void> {
    const rows = results.map(({ inputHash, ...result }) => ({ ...result, inputHash: inputHash.toString('hex') }));
    await tx.query(
      `insert into pay_check_result (county_id, id, run_id, placement_id, client_id, organisation_id, period, rule_version, input_hash,
              payroll_line_id, minimum_wage_id, basis, rules, rules_status, comparator, comparator_verdict, verdict, received_fen,
              counted_fen, minimum_fen, shortfall_fen, created_at)
       select $1, n.id, n."runId", n."placementId", n."clientId", n."organisationId", n.period, n."ruleVersion",
              decode(n."inputHash", 'hex'), n."payrollLineId", n."minimumWageId", n.basis, n.rules, n."rulesStatus", n.comparator,
              n."comparatorVerdict", n.verdict, n."receivedFen", n."countedFen", n."minimumFen", n."shortfallFen", $2
         from jsonb_to_recordset($3::jsonb) as n (id uuid, "runId" uuid, "placementId" uuid, "clientId" uuid, "organisationId" uuid,
              period text, "ruleVersion" int, "inputHash" text, "payrollLineId" uuid, "minimumWageId" uuid, basis jsonb, rules jsonb,
              "rulesStatus" text, comparator jsonb, "comparatorVerdict" text, verdict text, "receivedFen" bigint,
              "countedFen" bigint, "minimumFen" bigint, "shortfallFen" bigint)`,
      [tx.actor.countyId, tx.now, JSON.stringify(rows)],
    );
  }

  /** Inserts findings, but those that a person closed before for the same placement and month; gives the ids of the new ones. */
  async insertFindings(tx: Tx, findings: readonly DetectedFinding[]): Promise<ReadonlySet<string>> {
    if (findings.length === 0) return new Set();
    const inserted = await tx.query<{ id: string }>(
      `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status, verdict,
                                severity, finding_class, shortfall_fen, figures, evidence, detected_at, triage_due_on, created_at)
       select $1, n.id, n."resultId", n."placementId", n."clientId", n."organisationId", n.period, n."ruleCode", 'DETECTED', n.verdict,
              n.severity, n."findingClass", n."shortfallFen", n.figures, n.evidence, $2, n."triageDueOn", $2
         from jsonb_to_recordset($3::jsonb) as n (id uuid, "resultId" uuid, "placementId" uuid, "clientId" uuid, "organisationId" uuid,
              period text, "ruleCode" text, verdict text, severity text, "findingClass" text, "shortfallFen" bigint, figures jsonb,
              evidence text, "triageDueOn" date)
       on conflict do nothing returning id`,
      [tx.actor.countyId, tx.now, JSON.stringify(findings)],
    );
    return new Set(inserted.map(({ id }) => id));
  }
}
