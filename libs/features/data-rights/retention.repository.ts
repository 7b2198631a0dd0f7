import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import { OPEN_FINDING_STATES } from '#domain/pay-equity/finding-lifecycle';
import type { Tx } from '#platform/database/transaction';

/** How many people one night erases at most: each is a transaction of its own. */
const MOST_CASES = 500;

/** How many consents one night takes at most. */
const MOST_CONSENTS = 5_000;

/** What has had its time, by name; every statement runs as a job of one county. */
@Injectable()
export class RetentionRepository {
  /** Clients whose case was closed before the day, and about whose pay nothing is open. */
  async closedCases(tx: Tx, before: Day): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select c.id from programme_entry e join client c on c.county_id = e.county_id and c.id = e.client_id
        where e.county_id = $1 and e.status = 'CLOSED' and e.closed_on < $2 and c.erased_at is null
          and not exists (select from pay_finding f where f.county_id = c.county_id and f.client_id = c.id and f.status = any ($3))
          and not exists (select from placement p where p.county_id = c.county_id and p.client_id = c.id
                             and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED'))
        order by e.closed_on, c.id limit ${MOST_CASES}`,
      [tx.actor.countyId, before, OPEN_FINDING_STATES],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes the free text of cases, and mentors' notes of pairings, that ended before the day and are under no hold; gives how many rows. */
  async clearFreeText(tx: Tx, before: Day): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `with closed as materialized (
         select e.client_id from programme_entry e
          where e.county_id = $1 and e.status = 'CLOSED' and e.closed_on < $2
            and not exists (select from pay_finding f where f.county_id = e.county_id and f.client_id = e.client_id and f.status = any ($3))
       ), contacts as (
         update contact set note_enc = null
          where county_id = $1 and note_enc is not null and client_id in (select client_id from closed) returning 1
       ), plans as (
         update support_plan set note_enc = null, version = version + 1
          where county_id = $1 and note_enc is not null and client_id in (select client_id from closed) returning 1
       ), goals as (
         update goal set title_enc = '', version = version + 1
          where county_id = $1 and title_enc <> '' and client_id in (select client_id from closed) returning 1
       ), mentors as (
         delete from mentor_note n
          where n.county_id = $1 and (n.client_id in (select client_id from closed)
             or exists (select from mentor_pairing p where p.county_id = n.county_id and p.id = n.pairing_id
                           and (p.ended_at at time zone 'Asia/Shanghai')::date < $2)) returning 1
       )
       select ((select count(*) from contacts) + (select count(*) from plans) + (select count(*) from goals)
               + (select count(*) from mentors))::integer as n`,
      [tx.actor.countyId, before, OPEN_FINDING_STATES],
    );
    return rows[0]?.n ?? 0;
  }

  /** Takes payroll lines of colleagues of months before the one of this day; gives how many. What was computed from them stays. */
  async clearComparators(tx: Tx, before: Day): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `with gone as (
         delete from payroll_line l
          where l.county_id = $1 and l.placement_id is null and l.period < $2
            and not exists (select from pay_finding f where f.county_id = l.county_id and f.organisation_id = l.organisation_id
                               and f.period = l.period and f.status = any ($3))
         returning 1
       ) select count(*)::integer as n from gone`,
      [tx.actor.countyId, before.slice(0, 7), OPEN_FINDING_STATES],
    );
    return rows[0]?.n ?? 0;
  }

  /** Takes what lines of months before the one of this day said before they were replaced; gives how many. */
  async clearLineVersions(tx: Tx, before: Day): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `with gone as (delete from payroll_line_version where county_id = $1 and period < $2 returning 1)
       select count(*)::integer as n from gone`,
      [tx.actor.countyId, before.slice(0, 7)],
    );
    return rows[0]?.n ?? 0;
  }

  /**
   * Takes consents that ended before the day, with the reviews and the answered questions about them; gives how many. One
   * on which a disclosure still rests waits for it; a referral stays and no longer says under which consent it was made.
   */
  async clearConsents(tx: Tx, before: Day): Promise<number> {
    const due = await tx.query<{ id: string }>(
      `select g.id from consent_grant g
        where g.county_id = $1 and least((g.revoked_at at time zone 'Asia/Shanghai')::date, g.valid_to) < $2
          and not exists (select from disclosure d where d.county_id = g.county_id and d.consent_grant_id = g.id)
        order by g.id limit ${MOST_CONSENTS}`,
      [tx.actor.countyId, before],
    );
    if (due.length === 0) return 0;
    const parameters = [tx.actor.countyId, due.map(({ id }) => id)];
    await tx.query('delete from consent_review where county_id = $1 and consent_grant_id = any($2)', parameters);
    await tx.query('delete from consent_request where county_id = $1 and consent_grant_id = any($2)', parameters);
    await tx.query(
      'update referral set consent_grant_id = null, version = version + 1 where county_id = $1 and consent_grant_id = any($2)',
      parameters,
    );
    await tx.query('delete from consent_grant where county_id = $1 and id = any($2)', parameters);
    return due.length;
  }

  /**
   * Takes identity numbers whose filing was settled before the day, and those of cases closed before it about which
   * nothing is open; gives how many.
   */
  async clearIdentityNumbers(tx: Tx, before: Day): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `with gone as (
         delete from identity_number n
          where n.county_id = $1 and (n.settled_on < $2
             or exists (select from programme_entry e where e.county_id = n.county_id and e.client_id = n.client_id
                           and e.status = 'CLOSED' and e.closed_on < $2)
                and not exists (select from pay_finding f where f.county_id = n.county_id and f.client_id = n.client_id
                                   and f.status = any ($3)))
         returning 1
       ) select count(*)::integer as n from gone`,
      [tx.actor.countyId, before, OPEN_FINDING_STATES],
    );
    return rows[0]?.n ?? 0;
  }

  /** Takes disclosures of days before this one; gives how many. */
  async clearDisclosures(tx: Tx, before: Day): Promise<number> {
    const rows = await tx.query<{ n: number }>(
      `with gone as (delete from disclosure where county_id = $1 and day < $2 returning 1)
       select count(*)::integer as n from gone`,
      [tx.actor.countyId, before],
    );
    return rows[0]?.n ?? 0;
  }
}
