import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import { GAP_LIMIT_PER_MILLE } from '#domain/pay-equity/comparator-gap';
import type { PayVerdict } from '#domain/pay-equity/pay-codes';
import type { UntestedReason } from '#domain/pay-equity/untested';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { PayTestKind } from './pay-check-test.entity';
import { IN_PERIOD } from './placements-in-period';

/** How much of an enterprise's month came in. */
export interface CoverageRow {
  readonly organisationId: string;
  readonly placements: number;
  readonly lines: number;
  /** The first declaration; null where nothing came in. */
  readonly receivedAt: Date | null;
  /** Since when it is noted as missing; null where it is not. */
  readonly missingSince: Date | null;
}

/** How many people have one verdict. */
export interface VerdictCount {
  readonly verdict: PayVerdict;
  readonly count: number;
}

/** How the gaps of a group of people lie, in per mille, exact. */
export interface GapRow {
  /** Null = the whole county. */
  readonly organisationId: string | null;
  readonly people: number;
  /** At 10, 25, 50, 75 and 90 per cent of the people. */
  readonly perMille: readonly number[];
  readonly overLimit: number;
}

/** A group test of the month as it is kept. */
export interface GroupTestRow {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: PayTestKind;
  readonly clients: number;
  readonly comparators: number;
  readonly p: number;
  readonly adjustedP: number;
  readonly exceedsLimit: boolean;
  readonly isClear: boolean;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** Enterprises that a group test was not made for, by why. */
export interface UntestedRow {
  readonly kind: Exclude<PayTestKind, 'OWN'>;
  readonly reason: UntestedReason;
  readonly enterprises: number;
}

/** Tests of single clients: how many were made, how many are clear, and who was compared with too few for one. */
export interface OwnTestCounts {
  readonly made: number;
  readonly clear: number;
}

/** How far the parts of a run are. */
export interface PartCounts {
  readonly done: number;
  readonly total: number;
  readonly placements: number;
}

const SHARES = '{0.1,0.25,0.5,0.75,0.9}';
const IS_COMPARED = `r.is_current and r.comparator ->> 'gapPerMille' is not null and (r.comparator ->> 'isSegregatedPost')::boolean is not true`;

/** Every query of a month's overview, by name. */
@Injectable()
export class PayOverviewRepository {
  /** The enterprises with somebody at work in the month, those first from whom something is missing. */
  coverage(tx: Tx, period: Month): Promise<CoverageRow[]> {
    const placements = visibleTo(tx, 'placement', 'p', { parameter: 2 });
    return tx.query(
      `select p.organisation_id as "organisationId", count(*)::int as placements, count(l.id)::int as lines, u.received_at as "receivedAt",
              g.noted_at as "missingSince"
         from placement p
         left join payroll_line l on l.county_id = p.county_id and l.placement_id = p.id and l.period = $1 and not l.is_withdrawn
         left join payroll_gap g on g.county_id = p.county_id and g.organisation_id = p.organisation_id and g.period = $1 and g.closed_at is null
         left join (select county_id, organisation_id, min(received_at) as received_at from payroll_upload where period = $1 group by 1, 2) u
           on u.county_id = p.county_id and u.organisation_id = p.organisation_id
        where ${placements.sql} and ${IN_PERIOD}
        group by p.organisation_id, u.received_at, g.noted_at order by u.received_at desc nulls first, p.organisation_id`,
      [period, placements.value],
    );
  }

  /** How many current results of the month have each verdict, and how many people were compared with at least so many. */
  async verdicts(tx: Tx, period: Month, enough: number): Promise<{ rows: VerdictCount[]; comparable: number }> {
    const visible = visibleTo(tx, 'pay_check_result', 'r');
    const rows = await tx.query<VerdictCount & { readonly comparable: number }>(
      `select r.verdict, count(*)::int as count, count(*) filter (where ${IS_COMPARED} and (r.comparator ->> 'm')::int >= $3)::int as comparable
         from pay_check_result r where ${visible.sql} and r.period = $2 and r.is_current group by r.verdict order by r.verdict`,
      [visible.value, period, enough],
    );
    return {
      rows: rows.map(({ verdict, count }) => ({ verdict, count })),
      comparable: rows.reduce((sum, { comparable }) => sum + comparable, 0),
    };
  }

  /** How the gaps of people with at least so many comparators lie, over the county and by enterprise, the largest groups first. */
  gaps(
    tx: Tx,
    period: Month,
    { atLeast, limit }: { readonly atLeast: number; readonly limit: number },
  ): Promise<GapRow[]> {
    const visible = visibleTo(tx, 'pay_check_result', 'r');
    return tx.query(
      `with gap as (select r.organisation_id, (r.comparator ->> 'gapPerMille')::int as per_mille
                      from pay_check_result r
                     where ${visible.sql} and r.period = $2 and ${IS_COMPARED} and (r.comparator ->> 'm')::int >= $3)
       select organisation_id as "organisationId", count(*)::int as people,
              percentile_cont('${SHARES}'::float8[]) within group (order by per_mille) as "perMille",
              count(*) filter (where per_mille > $4)::int as "overLimit"
         from gap group by grouping sets ((), (organisation_id)) having count(*) > 0
        order by grouping(organisation_id) desc, people desc, organisation_id limit $5`,
      [visible.value, period, atLeast, GAP_LIMIT_PER_MILLE, limit],
    );
  }

  /** The run whose tests stand for the month; null where none made any. */
  async runOfTests(tx: Tx, period: Month): Promise<string | null> {
    const visible = visibleTo(tx, 'pay_check_run', 'r');
    const [row] = await tx.query<{ id: string }>(
      `select r.id from pay_check_run r
        where ${visible.sql} and r.period = $2 and r.state = 'DONE' and r.cause in ('MONTHLY', 'REQUESTED')
        order by r.revision desc limit 1`,
      [visible.value, period],
    );
    return row?.id ?? null;
  }

  /** The group tests of a run, the clearest first, at most so many. */
  groupTests(tx: Tx, runId: string, limit: number): Promise<GroupTestRow[]> {
    const visible = visibleTo(tx, 'pay_check_test', 't');
    return tx.query(
      `select t.id, t.organisation_id as "organisationId", t.kind, t.clients, t.comparators, t.p, t.adjusted_p as "adjustedP",
              t.exceeds_limit as "exceedsLimit", t.is_clear as "isClear", t.figures
         from pay_check_test t where ${visible.sql} and t.run_id = $2 and t.kind <> 'OWN'
        order by t.is_clear desc, t.adjusted_p, t.organisation_id, t.kind limit $3`,
      [visible.value, runId, limit],
    );
  }

  /** How many tests a run made in all: what the correction was made over. */
  async family(tx: Tx, runId: string): Promise<{ readonly size: number; readonly own: OwnTestCounts }> {
    const visible = visibleTo(tx, 'pay_check_test', 't');
    const [row] = await tx.query<OwnTestCounts & { readonly size: number }>(
      `select count(*)::int as size, count(*) filter (where t.kind = 'OWN')::int as made,
              count(*) filter (where t.kind = 'OWN' and t.is_clear)::int as clear
         from pay_check_test t where ${visible.sql} and t.run_id = $2`,
      [visible.value, runId],
    );
    return { size: row?.size ?? 0, own: { made: row?.made ?? 0, clear: row?.clear ?? 0 } };
  }

  /** What a run made no group test of, by why, the most frequent first. */
  untested(tx: Tx, runId: string): Promise<UntestedRow[]> {
    const visible = visibleTo(tx, 'pay_check_part', 'p');
    return tx.query(
      `select n.kind, n.reason, count(*)::int as enterprises
         from pay_check_part p cross join lateral jsonb_to_recordset(p.untested) as n (kind text, reason text)
        where ${visible.sql} and p.run_id = $2 group by 1, 2 order by 1, 3 desc, 2`,
      [visible.value, runId],
    );
  }

  /** How far the parts of a run are. */
  async parts(tx: Tx, runId: string): Promise<PartCounts> {
    const visible = visibleTo(tx, 'pay_check_part', 'p');
    const [row] = await tx.query<PartCounts>(
      `select count(*) filter (where p.state = 'DONE')::int as done, count(*)::int as total, coalesce(sum(p.placements), 0)::int as placements
         from pay_check_part p where ${visible.sql} and p.run_id = $2`,
      [visible.value, runId],
    );
    return row ?? { done: 0, total: 0, placements: 0 };
  }

  /** The months that there is a run of, latest first, at most so many. */
  async months(tx: Tx, limit: number): Promise<Month[]> {
    const visible = visibleTo(tx, 'pay_check_run', 'r');
    const rows = await tx.query<{ period: Month }>(
      `select distinct r.period from pay_check_run r where ${visible.sql} order by r.period desc limit $2`,
      [visible.value, limit],
    );
    return rows.map(({ period }) => period);
  }
}
