import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import { MOVED_BY_DAYS } from '#domain/pay-equity/finding-due';
import type { BasePay } from '#domain/pay-equity/finding-steps';
import type { ConfirmedFinding } from '#domain/pay-equity/finding-clocks';
import type { Tx } from '#platform/database/transaction';

/** A finding whose enterprise is watched, and what happened to the placement since. */
export interface WatchedFinding {
  readonly id: string;
  readonly clientId: string;
  readonly notifiedAt: Date;
  readonly period: Month;
  readonly dismissedOn: Day | null;
}

/** One month's basic pay, and the last day of the month. */
export interface MonthPay extends BasePay {
  readonly period: Month;
  readonly lastDay: Day;
}

/** A finding that waits for back-pay, and what later lines paid. */
export interface AwaitedPay {
  readonly id: string;
  readonly shortfallFen: Fen;
  readonly arrearsFen: Fen;
}

/** What the jobs about findings read. */
@Injectable()
export class FindingDueRepository {
  /** Findings that the calendar may move: their step is over, their appeal, or the consent behind them. */
  async candidates(tx: Tx, today: Day): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select f.id from pay_finding f
         left join consent_grant g on g.county_id = f.county_id and g.id = f.consent_grant_id
        where f.county_id = $1 and f.status = any($2)
          and (f.due_on < $3 or f.status in ('NOTIFIED', 'NO_RESPONSE') and (g.id is null or g.status <> 'ACTIVE' or g.valid_to < $3)
               or f.status in ('RESOLVED_PAID', 'RESOLVED_EXPLAINED', 'DISMISSED', 'DISMISSED_FALSE_POSITIVE')
                  and coalesce(f.appeal_until < $3, true))
        order by f.due_on nulls last, f.id`,
      [tx.actor.countyId, MOVED_BY_DAYS, today],
    );
    return rows.map(({ id }) => id);
  }

  /** Findings of the enterprise that wait for back-pay, with Σ arrears for their month on later lines of the placement. */
  awaitingPay(tx: Tx, organisationId: string): Promise<AwaitedPay[]> {
    return tx.query(
      `select f.id, f.shortfall_fen::float8 as "shortfallFen", coalesce(sum((a.one ->> 'fen')::bigint), 0)::float8 as "arrearsFen"
         from pay_finding f
         join payroll_line l on l.county_id = f.county_id and l.placement_id = f.placement_id and l.period > f.period and not l.is_withdrawn
         cross join lateral jsonb_array_elements(coalesce(l.arrears, '[]')) as a(one)
        where f.county_id = $1 and f.organisation_id = $2 and f.status in ('REMEDY_PENDING', 'ESCALATED') and f.confirmed_at is not null
          and f.shortfall_fen > 0 and a.one ->> 'period' = f.period
        group by f.county_id, f.id order by f.id`,
      [tx.actor.countyId, organisationId],
    );
  }

  /** Findings told to enterprises since the day, with nothing noted yet. */
  watched(tx: Tx, since: Day): Promise<WatchedFinding[]> {
    return tx.query(
      `select f.id, f.client_id as "clientId", f.notified_at as "notifiedAt", f.period,
              case when p.status = 'ENDED' and p.end_reason = 'DISMISSED' then p.ended_on::text end as "dismissedOn"
         from pay_finding f join placement p on p.county_id = f.county_id and p.id = f.placement_id
        where f.county_id = $1 and f.notified_at >= ($2::date at time zone 'Asia/Shanghai') and f.retaliation_noted_at is null
          and f.status <> 'SUPERSEDED'
        order by f.id`,
      [tx.actor.countyId, since],
    );
  }

  /** The basic pay of a finding's month and of every later one, earliest first. */
  paySince(tx: Tx, findingId: string): Promise<MonthPay[]> {
    return tx.query(
      `select l.period, ((l.period || '-01')::date + interval '1 month - 1 day')::date::text as "lastDay",
              l.base_fen::float8 as "baseFen", l.scheduled_days::float8 as "scheduledDays",
              l.unpaid_leave_days::float8 as "unpaidLeaveDays"
         from pay_finding f
         join payroll_line l on l.county_id = f.county_id and l.placement_id = f.placement_id and l.period >= f.period and not l.is_withdrawn
        where f.county_id = $1 and f.id = $2 order by l.period`,
      [tx.actor.countyId, findingId],
    );
  }

  /** Marks that a dismissal or a pay cut was seen; false where it was marked before. */
  async noteRetaliation(tx: Tx, findingId: string): Promise<boolean> {
    const rows = await tx.query(
      `update pay_finding set retaliation_noted_at = $3, step_reason = 'RETALIATION_SEEN', version = version + 1
        where county_id = $1 and id = $2 and retaliation_noted_at is null returning id`,
      [tx.actor.countyId, findingId, tx.now],
    );
    return rows.length === 1;
  }

  /** Confirmed findings of half a year, by enterprise. */
  async confirmedByEnterprise(tx: Tx, since: Day): Promise<ReadonlyMap<string, ConfirmedFinding[]>> {
    const rows = await tx.query<ConfirmedFinding & { readonly organisationId: string }>(
      `select organisation_id as "organisationId", (confirmed_at at time zone 'Asia/Shanghai')::date::text as "confirmedOn",
              severity, resolved_at is not null or status = 'REMEDY_PENDING' and due_on >= app.today() as "isRemedied"
         from pay_finding
        where county_id = $1 and confirmed_at >= ($2::date at time zone 'Asia/Shanghai')
          and status not in ('SUPERSEDED', 'DISMISSED', 'DISMISSED_FALSE_POSITIVE')`,
      [tx.actor.countyId, since],
    );
    const byEnterprise = new Map<string, ConfirmedFinding[]>();
    for (const row of rows)
      byEnterprise.set(row.organisationId, [...(byEnterprise.get(row.organisationId) ?? []), row]);
    return byEnterprise;
  }

  /** Findings that are over while a task about them is open. */
  async overWithTasks(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct f.id from task t join pay_finding f on f.county_id = t.county_id and f.id = t.subject_id
        where t.county_id = $1 and t.status = 'OPEN' and t.subject_type = 'pay_finding' and f.status in ('CLOSED', 'SUPERSEDED')`,
      [tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }
}
