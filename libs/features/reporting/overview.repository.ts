import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';

/** People at each step, counted as of a day. */
export interface FunnelCounts {
  readonly enrolled: number;
  readonly jobReady: number;
  readonly referred: number;
  readonly interviewed: number;
  readonly placed: number;
}

/** People at work N days after their start, of those whose day has come. */
export interface RetainedCounts {
  readonly employed: number;
  readonly due: number;
}

/** One enterprise's slots. */
export interface SlotRow {
  readonly organisationId: string;
  readonly pledged: number;
  readonly filled: number;
  readonly held: number;
  readonly open: number;
}

/** What the administrator sees. */
export interface SystemRow {
  readonly members: number;
  readonly outboxPending: number;
  readonly outboxOldestSeconds: number;
  readonly jobsFailed: number;
  readonly workerSeenSecondsAgo: number | null;
}

/** Counts over the whole county. */
@Injectable()
export class OverviewRepository {
  async funnel(tx: Tx, asOf: Day): Promise<FunnelCounts> {
    const [row] = await tx.query<FunnelCounts>(
      `select count(*)::int as enrolled,
              count(*) filter (where e.status = 'ACTIVE' and (c.available_from is null or c.available_from <= $1))::int as "jobReady",
              count(*) filter (where r.referred)::int as referred,
              count(*) filter (where r.interviewed)::int as interviewed,
              count(*) filter (where p.client_id is not null)::int as placed
         from programme_entry e
         join client c on c.county_id = e.county_id and c.id = e.client_id
         left join (select client_id, bool_or(sent_at is not null) as referred, bool_or(invitation_accepted_at is not null) as interviewed
                      from referral where county_id = $2 group by client_id) r on r.client_id = e.client_id
         left join (select distinct client_id from placement
                     where county_id = $2 and status not in ('PLANNED', 'CANCELLED') and hire_date <= $1) p
                on p.client_id = e.client_id
        where e.county_id = $2`,
      [asOf, tx.actor.countyId],
    );
    return row ?? { enrolled: 0, jobReady: 0, referred: 0, interviewed: 0, placed: 0 };
  }

  /** Denominator: start + days ≤ as-of. Numerator: at work on day start + days, in that placement or another. */
  async retained(tx: Tx, asOf: Day, days: number): Promise<RetainedCounts> {
    const [row] = await tx.query<RetainedCounts>(
      `with started as (
         select client_id, min(hire_date) as start_on from placement
          where county_id = $3 and status not in ('PLANNED', 'CANCELLED') group by client_id)
       select count(*)::int as due,
              count(*) filter (where exists (
                select 1 from placement p where p.county_id = $3 and p.client_id = s.client_id and p.status not in ('PLANNED', 'CANCELLED')
                   and p.hire_date <= s.start_on + $2::int and (p.ended_on is null or p.ended_on >= s.start_on + $2::int)))::int as employed
         from started s where s.start_on + $2::int <= $1::date`,
      [asOf, days, tx.actor.countyId],
    );
    return row ?? { employed: 0, due: 0 };
  }

  /** Slots of every enterprise with an agreement in force. */
  async slots(tx: Tx): Promise<SlotRow[]> {
    return tx.query<SlotRow>(
      `select a.organisation_id as "organisationId", a.pledged, coalesce(s.filled, 0)::int as filled,
              coalesce(s.held, 0)::int as held, coalesce(s.open, 0)::int as open
         from (select organisation_id, sum(pledged_slots + amended_slots)::int as pledged
                 from cooperation_agreement where county_id = $1 and status in ('ACTIVE', 'SUSPENDED') group by organisation_id) a
         left join (select p.organisation_id, count(*) filter (where j.status = 'FILLED') as filled,
                           count(*) filter (where j.status = 'HELD') as held,
                           count(*) filter (where j.status = 'OPEN' and p.status = 'PUBLISHED') as open
                      from position p join job_slot j on j.county_id = p.county_id and j.position_id = p.id
                     where p.county_id = $1 group by p.organisation_id) s on s.organisation_id = a.organisation_id
        order by a.pledged desc, a.organisation_id`,
      [tx.actor.countyId],
    );
  }

  async caseloads(tx: Tx): Promise<{ readonly caseworkerName: string; readonly clients: number }[]> {
    return tx.query(
      `select m.display_name as "caseworkerName", count(e.id)::int as clients
         from membership m
         left join programme_entry e on e.county_id = m.county_id and e.caseworker_membership_id = m.id and e.status = 'ACTIVE'
        where m.county_id = $1 and m.role = 'CASEWORKER' and m.status = 'ACTIVE'
        group by m.id, m.display_name order by clients desc, m.display_name`,
      [tx.actor.countyId],
    );
  }

  async openWork(tx: Tx, asOf: Day): Promise<{ readonly payFindingsOpen: number; readonly overdueFollowUps: number }> {
    const [row] = await tx.query<{ payFindingsOpen: number; overdueFollowUps: number }>(
      `select (select count(*)::int from pay_finding where county_id = $2 and status not in
                 ('RESOLVED_PAID', 'RESOLVED_EXPLAINED', 'DISMISSED', 'DISMISSED_FALSE_POSITIVE', 'CLOSED', 'SUPERSEDED')) as "payFindingsOpen",
              (select count(*)::int from follow_up_milestone
                where county_id = $2 and status in ('DUE', 'SNOOZED') and coalesce(snoozed_until, due_on) < $1) as "overdueFollowUps"`,
      [asOf, tx.actor.countyId],
    );
    return row ?? { payFindingsOpen: 0, overdueFollowUps: 0 };
  }

  async system(tx: Tx): Promise<SystemRow> {
    const [row] = await tx.query<SystemRow>(
      `select (select count(*)::int from membership where county_id = $2 and status = 'ACTIVE') as members,
              o.pending as "outboxPending", greatest(o.oldest, 0)::int as "outboxOldestSeconds",
              (select count(*)::int from job_failure where county_id = $2 and resolved_at is null) as "jobsFailed",
              (select extract(epoch from clock_timestamp() - max(seen_at))::int from worker_heartbeat) as "workerSeenSecondsAgo"
         from (select count(*)::int as pending, coalesce(extract(epoch from $1 - min(due_at)), 0) as oldest
                 from outbox_event where county_id = $2 and done_at is null and failed_at is null) o`,
      [tx.now, tx.actor.countyId],
    );
    if (row === undefined) throw new Error('The overview gave no row.');
    return row;
  }
}
