import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import type { PreviousGap } from '#domain/pay-equity/comparator-gap';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';
import {
  EARLIER_LINES,
  OWN_LINES,
  earlierLines,
  ownLines,
  type EarlierColumns,
  type EarlierLine,
  type LineFacts,
  type OwnColumns,
} from './payroll-line-facts';
import { IN_PERIOD } from './placements-in-period';

/** A placement of the month with its contract. */
export interface PlacementFacts {
  readonly id: string;
  readonly clientId: string;
  readonly caseworkerMembershipId: string | null;
  readonly agreedPayFen: Fen;
  readonly overtimeBaseFen: Fen | null;
  readonly lowestSameJobFen: Fen | null;
  readonly contractFrom: Day;
  readonly contractTo: Day | null;
  readonly hireDate: Day;
  readonly contractSignedOn: Day | null;
  readonly payCycleDays: number;
  readonly probationEndOn: Day | null;
  /** She was on probation with this employer before. */
  readonly hadProbation: boolean;
  readonly hasSlot: boolean;
  /** The least pay that the slot's position was published with; null without a slot. */
  readonly postedMinFen: Fen | null;
  /** An earlier month has a line of hers and the one before this has none. */
  readonly hasPeriodGap: boolean;
}

/** A result that stands in the way of a new one with the same input. */
export interface EarlierResult {
  readonly id: string;
  readonly inputHash: Buffer;
  readonly isCurrent: boolean;
}

const LINES_READ = keepPlan(OWN_LINES);
const EARLIER_READ = keepPlan(EARLIER_LINES);

const HAD_PROBATION = `exists (select from placement e
  where e.county_id = p.county_id and e.client_id = p.client_id and e.organisation_id = p.organisation_id
    and e.hire_date < p.hire_date and e.probation_end_on is not null and e.status <> 'CANCELLED')`;

const HAS_PERIOD_GAP = `(select coalesce(max(l.period) < to_char(($1 || '-01')::date - interval '1 month', 'YYYY-MM'), false)
  from payroll_line l where l.county_id = p.county_id and l.placement_id = p.id and not l.is_withdrawn and l.period < $1)`;

const PLACEMENTS = keepPlan(
  `select p.id, p.client_id as "clientId", c.caseworker_membership_id as "caseworkerMembershipId",
          p.agreed_pay_fen::float8 as "agreedPayFen", p.overtime_base_fen::float8 as "overtimeBaseFen",
          p.lowest_same_job_fen::float8 as "lowestSameJobFen", p.contract_from::text as "contractFrom",
          p.contract_to::text as "contractTo", p.hire_date::text as "hireDate",
          p.contract_signed_on::text as "contractSignedOn", p.pay_cycle_days as "payCycleDays",
          p.probation_end_on::text as "probationEndOn", p.slot_id is not null as "hasSlot",
          o.pay_min_fen::float8 as "postedMinFen", ${HAD_PROBATION} as "hadProbation", ${HAS_PERIOD_GAP} as "hasPeriodGap"
     from placement p join client c on c.county_id = p.county_id and c.id = p.client_id
     left join job_slot s on s.county_id = p.county_id and s.id = p.slot_id
     left join position o on o.county_id = s.county_id and o.id = s.position_id
    where p.county_id = $3 and ${IN_PERIOD} and p.organisation_id = $2 order by p.id`,
);

const CALENDAR_DIGEST = keepPlan(
  `select encode(sha256(coalesce(string_agg(day::text || year::text || is_off::text, ',' order by day), '')::bytea), 'hex') as digest
     from holiday`,
);

/** What a run reads. */
@Injectable()
export class PayFactsRepository {
  /** The enterprises with somebody at work in the month; one of them, or all. */
  async enterprises(tx: Tx, period: Month, organisationId: string | null): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct p.organisation_id as id from placement p
        where p.county_id = $3 and ${IN_PERIOD} and ($2::uuid is null or p.organisation_id = $2) order by 1`,
      [period, organisationId, tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }

  /** The placements of one enterprise in the month. */
  placements(tx: Tx, period: Month, organisationId: string): Promise<PlacementFacts[]> {
    return tx.query(PLACEMENTS, [period, organisationId, tx.actor.countyId]);
  }

  /** The enterprise's lines of the month as its latest declaration left them, in order of pseudonym. */
  async lines(tx: Tx, period: Month, organisationId: string): Promise<LineFacts[]> {
    const [columns] = await tx.query<OwnColumns>(LINES_READ, [period, organisationId, tx.actor.countyId]);
    return columns === undefined ? [] : ownLines(columns);
  }

  /** The lines of the two months before, oldest first, as far as pay per hour and post are read from them. */
  async earlierLines(tx: Tx, period: Month, organisationId: string): Promise<EarlierLine[]> {
    const [columns] = await tx.query<EarlierColumns>(EARLIER_READ, [period, organisationId, tx.actor.countyId]);
    return columns === undefined ? [] : earlierLines(columns);
  }

  /** SHA-256 over the calendar of holidays and make-up days that months are judged by. */
  async calendarDigest(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ digest: string }>(CALENDAR_DIGEST);
    return row?.digest ?? '';
  }

  /** Lets nobody else judge this enterprise's month until the transaction ends: of two runs the later one reads what the first wrote. */
  async lockMonth(tx: Tx, period: Month, organisationId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `pay-check ${tx.actor.countyId} ${organisationId} ${period}`,
    ]);
  }

  /** What the month before said of these placements. */
  async previousGaps(
    tx: Tx,
    period: Month,
    placementIds: readonly string[],
  ): Promise<ReadonlyMap<string, PreviousGap>> {
    const rows = await tx.query<PreviousGap & { readonly id: string }>(
      `select placement_id as id, (comparator ->> 'gapPerMille')::int as "gapPerMille",
              (comparator ->> 'strictlyLowest')::boolean as "strictlyLowest"
         from pay_check_result
        where county_id = $3 and is_current and placement_id = any($2::uuid[]) and comparator ->> 'gapPerMille' is not null
          and period = to_char(($1 || '-01')::date - interval '1 month', 'YYYY-MM')`,
      [period, placementIds, tx.actor.countyId],
    );
    return new Map(rows.map(({ id, gapPerMille, strictlyLowest }) => [id, { gapPerMille, strictlyLowest }]));
  }

  /** The results that these placements already have for the month under one version of the rules. */
  async earlierResults(
    tx: Tx,
    period: Month,
    placementIds: readonly string[],
  ): Promise<ReadonlyMap<string, EarlierResult[]>> {
    const rows = await tx.query<EarlierResult & { readonly placementId: string }>(
      `select id, placement_id as "placementId", input_hash as "inputHash", is_current as "isCurrent"
         from pay_check_result where county_id = $3 and period = $1 and placement_id = any($2::uuid[])`,
      [period, placementIds, tx.actor.countyId],
    );
    const byPlacement = new Map<string, EarlierResult[]>();
    for (const row of rows) byPlacement.set(row.placementId, [...(byPlacement.get(row.placementId) ?? []), row]);
    return byPlacement;
  }
}
