import { Injectable } from '@nestjs/common';
import { caseloadsOf } from '#domain/common/caseload';
import type { Day, Month } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';

/** People of one caseload who wait for an enterprise. */
export interface AwaitedRow {
  readonly organisationId: string;
  readonly people: number;
  readonly earliestRespondBy: Day;
}

/** A client in whose matter nothing has moved. */
export interface StalledRow {
  readonly clientId: string;
  readonly lastChangedOn: Day;
  readonly idleDays: number;
}

/** Why an enterprise should be rung up. */
export type ChaseReason = 'POSITION_STALE' | 'PAYROLL_MISSING' | 'AGREEMENT_EXPIRING';

/** An enterprise that should be rung up. */
export interface ChasedRow {
  readonly organisationId: string;
  readonly reason: ChaseReason;
  readonly since: Day | null;
  readonly positions: number;
}

/** The size of a caseload. */
export interface CaseloadRow {
  readonly caseload: number;
  readonly referralsOpen: number;
}

/** The month whose payroll should have come, and its last day. */
export interface PayrollDue {
  readonly period: Month;
  readonly deadline: Day;
}

const OPEN = `('PROPOSED', 'CONSENTED', 'SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED')`;
const AT_WORK = `('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')`;
const MOST = 100;

/** Every list starts from the caseload (an index on the caseworker), so that row-level security asks about few rows. */
const OWN = 'c.county_id = $1 and c.caseworker_membership_id = any($2::uuid[])';
const OWN_REFERRALS = `client c join referral r on r.county_id = c.county_id and r.client_id = c.id`;

/** What a caseworker's day holds, by list. */
@Injectable()
export class TodayRepository {
  /** Enterprises that hold unanswered referrals of one's clients, the earliest deadline first. */
  awaitedAnswers(tx: Tx): Promise<AwaitedRow[]> {
    return tx.query(
      `select r.organisation_id as "organisationId", count(distinct r.client_id)::int as people,
              min(r.respond_by)::text as "earliestRespondBy"
         from ${OWN_REFERRALS} where ${OWN} and r.status in ('SENT', 'VIEWED') and r.respond_by is not null
        group by r.organisation_id order by min(r.respond_by), r.organisation_id limit ${MOST}`,
      this.caseload(tx),
    );
  }

  /** Ids of referrals that wait for the client: a proposal, an invitation, an offer; the earliest deadline first. */
  async clientDecisions(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select r.id from ${OWN_REFERRALS} left join job_slot j on j.county_id = r.county_id and j.held_for = r.id
        where ${OWN} and r.status in ('PROPOSED', 'INVITED', 'OFFERED')
        order by coalesce(j.held_until, r.invitation_at, r.answer_due_on::timestamptz), r.id limit ${MOST}`,
      this.caseload(tx),
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of consents in force that end by `until`, the earliest first. */
  async expiringConsents(tx: Tx, today: Day, until: Day): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select g.id from client c join consent_grant g on g.county_id = c.county_id and g.client_id = c.id
        where ${OWN} and g.status = 'ACTIVE' and g.valid_to between $3::date and $4::date
        order by g.valid_to, g.id limit ${MOST}`,
      [...this.caseload(tx), today, until],
    );
    return rows.map(({ id }) => id);
  }

  /** Clients with an active entry, without work and without an open referral, in whose matter nothing moved since `since`. */
  stalledClients(tx: Tx, today: Day, since: Day): Promise<StalledRow[]> {
    return tx.query(
      `select * from (
         select c.id as "clientId", moved.on::text as "lastChangedOn", ($3::date - moved.on)::int as "idleDays"
           from client c
           join programme_entry e on e.county_id = c.county_id and e.client_id = c.id and e.status = 'ACTIVE'
           cross join lateral (select greatest(
                  e.started_on,
                  (select max((k.occurred_at at time zone 'Asia/Shanghai')::date) from contact k
                    where k.county_id = c.county_id and k.client_id = c.id),
                  (select max((r.status_changed_at at time zone 'Asia/Shanghai')::date) from referral r
                    where r.county_id = c.county_id and r.client_id = c.id),
                  (select max(p.ended_on) from placement p where p.county_id = c.county_id and p.client_id = c.id)) as on) moved
          where ${OWN}
            and not exists (select from placement p where p.county_id = c.county_id and p.client_id = c.id and p.status in ${AT_WORK})
            and not exists (select from referral r where r.county_id = c.county_id and r.client_id = c.id and r.status in ${OPEN})
       ) idle where idle."lastChangedOn" <= $4 order by idle."lastChangedOn", idle."clientId" limit ${MOST}`,
      [...this.caseload(tx), today, since],
    );
  }

  /** Enterprises of one's clients with positions nobody confirmed, a payroll that did not come, an agreement that ends by `until`. */
  chased(tx: Tx, due: PayrollDue, today: Day, until: Day): Promise<ChasedRow[]> {
    return tx.query(
      `with mine as materialized (
         select p.organisation_id as id, true as "hasWorker" from client c
           join placement p on p.county_id = c.county_id and p.client_id = c.id
          where ${OWN} and p.status in ${AT_WORK} and p.organisation_id is not null
         union
         select r.organisation_id, false from ${OWN_REFERRALS} where ${OWN} and r.status in ${OPEN})
       select p.organisation_id as "organisationId", 'POSITION_STALE' as reason, null as since, count(*)::int as positions
         from position p where p.county_id = $1 and p.status = 'STALE' and p.organisation_id in (select id from mine)
        group by p.organisation_id
       union all
       select distinct m.id, 'PAYROLL_MISSING', $4::text, 0 from mine m
        where m."hasWorker" and not exists (
          select from payroll_upload u where u.county_id = $1 and u.organisation_id = m.id and u.period = $3)
          and exists (select from placement p where p.county_id = $1 and p.organisation_id = m.id
                         and p.hire_date < ($3 || '-01')::date + interval '1 month' and p.status in ${AT_WORK})
       union all
       select a.organisation_id, 'AGREEMENT_EXPIRING', min(a.effective_to)::text, 0 from cooperation_agreement a
        where a.county_id = $1 and a.status = 'ACTIVE' and a.effective_to between $5::date and $6::date
          and a.organisation_id in (select id from mine) group by a.organisation_id
       order by reason, "organisationId" limit ${MOST}`,
      [...this.caseload(tx), due.period, due.deadline, today, until],
    );
  }

  /** How many people one looks after, and how many of their referrals are open. */
  async size(tx: Tx): Promise<CaseloadRow> {
    const [row] = await tx.query<CaseloadRow>(
      `select (select count(*)::int from client c
                join programme_entry e on e.county_id = c.county_id and e.client_id = c.id and e.status = 'ACTIVE'
               where ${OWN}) as caseload,
              (select count(*)::int from ${OWN_REFERRALS} where ${OWN} and r.status in ${OPEN}) as "referralsOpen"`,
      this.caseload(tx),
    );
    return row ?? { caseload: 0, referralsOpen: 0 };
  }

  private caseload(tx: Tx): [string, readonly string[]] {
    return [tx.actor.countyId, caseloadsOf(tx.actor)];
  }
}
