import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import type { EvidenceGrade } from '#domain/pay-equity/pay-codes';
import type { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import type { Tx } from '#platform/database/transaction';
import type { PayCheckTest } from './pay-check-test.entity';
import type { StandingTests } from './pay-judgement';
import type { ShownGap } from './pay-outcome';

/** A current result as the month's family reads it. */
export interface ComparedResult {
  readonly resultId: string;
  readonly placementId: string;
  readonly organisationId: string;
  readonly comparators: number;
  readonly rank: number;
  readonly gapPerMille: number;
  readonly exactP: string;
}

/** A current result with a gap above the limit, and the finding that it has. */
export interface GapResult {
  readonly resultId: string;
  readonly placementId: string;
  readonly clientId: string;
  readonly organisationId: string;
  readonly period: Month;
  readonly caseworkerMembershipId: string | null;
  readonly isViolation: boolean;
  readonly comparators: number;
  /** Without the month's tests. */
  readonly ownGrade: EvidenceGrade;
  readonly shown: ShownGap | null;
  readonly findingId: string | null;
  readonly findingStatus: PayFindingStatus | null;
  readonly findingGrade: EvidenceGrade | null;
}

/** A test that is new; county, id and instant are those of the writing. */
export type NewTest = Omit<PayCheckTest, 'countyId' | 'createdAt'>;

const IS_COMPARED = `r.is_current and r.comparator ->> 'gapPerMille' is not null and (r.comparator ->> 'isSegregatedPost')::boolean is not true`;

/** Every query about a month's family of tests, by name. */
@Injectable()
export class PayTestsRepository {
  /** The current results of the month that were compared with at least so many colleagues, in a steady order. */
  compared(tx: Tx, period: Month, atLeast: number): Promise<ComparedResult[]> {
    return tx.query(
      `select r.id as "resultId", r.placement_id as "placementId", r.organisation_id as "organisationId",
              (r.comparator ->> 'm')::int as comparators, (r.comparator ->> 'rankFromBelow')::int as rank,
              (r.comparator ->> 'gapPerMille')::int as "gapPerMille", r.comparator ->> 'p' as "exactP"
         from pay_check_result r
        where r.county_id = $1 and r.period = $2 and ${IS_COMPARED} and (r.comparator ->> 'm')::int >= $3 order by r.placement_id`,
      [tx.actor.countyId, period, atLeast],
    );
  }

  /** The current results of the month with a gap above the limit; nobody retires them until the transaction ends. */
  gaps(tx: Tx, period: Month): Promise<GapResult[]> {
    return tx.query(
      `with gap as (
         select r.* from pay_check_result r
          where r.county_id = $1 and r.period = $2 and r.comparator_verdict = 'DISPARITY' and ${IS_COMPARED} order by r.id for update)
       select r.id as "resultId", r.placement_id as "placementId", r.client_id as "clientId", r.organisation_id as "organisationId",
              r.period, c.caseworker_membership_id as "caseworkerMembershipId", r.verdict = 'VIOLATION' as "isViolation",
              (r.comparator ->> 'm')::int as comparators, r.comparator ->> 'evidence' as "ownGrade",
              nullif(r.comparator -> 'shown', 'null') as shown, f.id as "findingId", f.status as "findingStatus",
              f.evidence as "findingGrade"
         from gap r join client c on c.county_id = r.county_id and c.id = r.client_id
         left join pay_finding f on f.county_id = r.county_id and f.placement_id = r.placement_id and f.period = r.period
                                and f.rule_code = 'COMPARATOR_GAP' and f.status <> 'SUPERSEDED'
        order by r.placement_id`,
      [tx.actor.countyId, period],
    );
  }

  async insert(tx: Tx, tests: readonly NewTest[]): Promise<void> {
    if (tests.length === 0) return;
    await tx.query(
      `insert into pay_check_test (county_id, id, run_id, period, organisation_id, kind, pay_check_result_id, clients, comparators, p, adjusted_p,
                                   exceeds_limit, is_clear, figures, created_at)
       select $1, n.id, n."runId", n.period, n."organisationId", n.kind, n."payCheckResultId", n.clients, n.comparators, n.p, n."adjustedP",
              n."exceedsLimit", n."isClear", n.figures, $2
         from jsonb_to_recordset($3::jsonb) as n (id uuid, "runId" uuid, period text, "organisationId" uuid, kind text, "payCheckResultId" uuid,
              clients int, comparators int, p float8, "adjustedP" float8, "exceedsLimit" boolean, "isClear" boolean, figures jsonb)`,
      [tx.actor.countyId, tx.now, JSON.stringify(tests)],
    );
  }

  /** What the last tests of the month say of an enterprise; until they are made again they stand. */
  async standing(tx: Tx, period: Month, organisationId: string): Promise<StandingTests> {
    const rows = await tx.query<
      Pick<PayCheckTest, 'kind' | 'isClear' | 'adjustedP'> & { placementId: string | null; exactP: string }
    >(
      `select t.kind, t.is_clear as "isClear", t.adjusted_p as "adjustedP", t.figures ->> 'exactP' as "exactP", r.placement_id as "placementId"
         from pay_check_test t left join pay_check_result r on r.county_id = t.county_id and r.id = t.pay_check_result_id
        where t.county_id = $1 and t.organisation_id = $3 and t.run_id = (
                select u.id from pay_check_run u
                 where u.county_id = $1 and u.period = $2 and u.state = 'DONE' and u.cause in ('MONTHLY', 'REQUESTED')
                 order by u.revision desc limit 1)`,
      [tx.actor.countyId, period, organisationId],
    );
    return {
      hasGroupGap: rows.some(({ kind, isClear }) => kind !== 'OWN' && isClear),
      own: new Map(
        rows.flatMap(({ placementId, exactP, adjustedP }) =>
          placementId === null ? [] : [[placementId, { exactP, adjustedP }] as const],
        ),
      ),
    };
  }
}
