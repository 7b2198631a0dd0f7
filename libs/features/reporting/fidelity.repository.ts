import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';

/** So many of so many. */
export interface CountOf {
  readonly count: number;
  readonly of: number;
}

/** Starts of work by one employer or in one occupation. */
export interface GroupSize {
  readonly size: number;
}

const STARTED = `p.county_id = $1 and p.status not in ('PLANNED', 'CANCELLED') and p.hire_date <= $2::date`;

/** Figures of the fidelity sheet, counted over the whole county. */
@Injectable()
export class FidelityRepository {
  /** People with an active entry, over caseworkers. */
  caseload(tx: Tx): Promise<CountOf> {
    return this.count(
      tx,
      `select (select count(*)::int from programme_entry where county_id = $1 and status = 'ACTIVE') as count,
              (select count(*)::int from membership where county_id = $1 and role = 'CASEWORKER' and status = 'ACTIVE') as "of"`,
      [],
    );
  }

  /** Starts of work in the open labour market, of all. */
  competitive(tx: Tx, asOf: Day): Promise<CountOf> {
    return this.count(
      tx,
      `select count(*) filter (where p.mode in ('GROUP', 'INDIVIDUAL'))::int as count, count(*)::int as "of" from placement p where ${STARTED}`,
      [asOf],
    );
  }

  /** Starts of work in an occupation that the person had wished, of those of people with a wish. */
  preferred(tx: Tx, asOf: Day): Promise<CountOf> {
    return this.count(
      tx,
      `select count(*) filter (where o.occupation_code = any(c.desired_occupations))::int as count, count(*)::int as "of"
         from placement p join client c on c.county_id = p.county_id and c.id = p.client_id
         join job_slot j on j.county_id = p.county_id and j.id = p.slot_id
         join position o on o.county_id = j.county_id and o.id = j.position_id
        where ${STARTED} and cardinality(c.desired_occupations) > 0`,
      [asOf],
    );
  }

  /** Starts of work by employer, or by occupation. */
  groups(tx: Tx, by: 'employer' | 'occupation', asOf: Day): Promise<GroupSize[]> {
    const key = by === 'employer' ? 'o.organisation_id' : 'o.occupation_code';
    return tx.query(
      `select count(*)::int as size from placement p
         join job_slot j on j.county_id = p.county_id and j.id = p.slot_id
         join position o on o.county_id = j.county_id and o.id = j.position_id
        where ${STARTED} group by ${key} order by 1 desc, ${key}`,
      [tx.actor.countyId, asOf],
    );
  }

  /** Days from the entry to the first time that an enterprise heard of the person; null = not yet. */
  firstEmployerContacts(
    tx: Tx,
  ): Promise<{ readonly startedOn: Day; readonly closedOn: Day | null; readonly sentOn: Day | null }[]> {
    return tx.query(
      `select e.started_on::text as "startedOn", e.closed_on::text as "closedOn",
              (min(r.sent_at) at time zone 'Asia/Shanghai')::date::text as "sentOn"
         from programme_entry e left join referral r on r.county_id = e.county_id and r.client_id = e.client_id and r.sent_at is not null
        where e.county_id = $1 group by e.id, e.started_on, e.closed_on`,
      [tx.actor.countyId],
    );
  }

  /** Placements with a two-way contact in each of their first four weeks, of those whose four weeks are over. */
  weeklyInFirstMonth(tx: Tx, asOf: Day): Promise<CountOf> {
    return this.count(
      tx,
      `select count(*) filter (where w.weeks = 4)::int as count, count(*)::int as "of"
         from placement p cross join lateral (
           select count(distinct (((k.occurred_at at time zone 'Asia/Shanghai')::date - p.hire_date) / 7)) as weeks
             from contact k where k.county_id = p.county_id and k.client_id = p.client_id and k.is_two_way
              and (k.occurred_at at time zone 'Asia/Shanghai')::date between p.hire_date and p.hire_date + 27) w
        where ${STARTED} and p.hire_date + 28 <= $2::date and (p.ended_on is null or p.ended_on >= p.hire_date + 27)`,
      [asOf],
    );
  }

  /** Months at work with a two-way contact, of the months gone by, up to the twelfth of each job. */
  monthly(tx: Tx, asOf: Day): Promise<CountOf> {
    return this.count(
      tx,
      `select count(*) filter (where exists (
                select from contact k where k.county_id = p.county_id and k.client_id = p.client_id and k.is_two_way
                   and (k.occurred_at at time zone 'Asia/Shanghai')::date >= (p.hire_date + make_interval(months => n - 1))::date
                   and (k.occurred_at at time zone 'Asia/Shanghai')::date < (p.hire_date + make_interval(months => n))::date))::int as count,
              count(*)::int as "of"
         from placement p cross join generate_series(1, 12) n
        where ${STARTED} and (p.hire_date + make_interval(months => n))::date <= least($2::date, coalesce(p.ended_on, $2::date))`,
      [asOf],
    );
  }

  /** Visits, of all meetings in person. */
  outsideOffice(tx: Tx): Promise<CountOf> {
    return this.count(
      tx,
      `select count(*) filter (where channel = 'VISIT')::int as count, count(*)::int as "of" from contact
        where county_id = $1 and is_two_way and channel in ('VISIT', 'OFFICE')`,
      [],
    );
  }

  /** Follow-ups without an answer that were tried three times at least, of all without an answer. */
  tried(tx: Tx): Promise<CountOf> {
    return this.count(
      tx,
      `select count(*) filter (where attempts >= 3)::int as count, count(*)::int as "of" from follow_up_milestone
        where county_id = $1 and status = 'UNREACHED'`,
      [],
    );
  }

  private async count(tx: Tx, sql: string, values: readonly unknown[]): Promise<CountOf> {
    const [row] = await tx.query<CountOf>(sql, [tx.actor.countyId, ...values]);
    return row ?? { count: 0, of: 0 };
  }
}
