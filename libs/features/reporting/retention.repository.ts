import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { JobSpell, WorkSeeker } from '#domain/statistics/retention';
import type { Tx } from '#platform/database/transaction';

/** A milestone whose window is over, by what on-time follow-up is counted. */
export interface MetMilestone {
  readonly dueOn: Day;
  readonly windowWorkingDays: number;
  /** The day of the contact that did it; null where there was none. */
  readonly doneOn: Day | null;
}

/** Somebody in the programme with every start of work. */
export type SeekerRow = WorkSeeker & { readonly startsOn: readonly Day[] };

/** Rows of the whole county that retention and placement are counted from. */
@Injectable()
export class RetentionRepository {
  /** Every job that began by the as-of day. An end by a move says nothing about the job. */
  spells(tx: Tx, asOf: Day): Promise<JobSpell[]> {
    return tx.query(
      `select p.client_id as "clientId", p.hire_date::text as "startOn", p.ended_on::text as "endedOn",
              coalesce(p.end_reason = 'MOVED', false) as "isCensoredEnd", e.closed_on::text as "closedOn"
         from placement p left join programme_entry e on e.county_id = p.county_id and e.client_id = p.client_id
        where p.county_id = $1 and p.status not in ('PLANNED', 'CANCELLED') and p.hire_date <= $2
        order by p.hire_date, p.id`,
      [tx.actor.countyId, asOf],
    );
  }

  /** Everybody in the programme, from the day on which she could work. */
  seekers(tx: Tx): Promise<SeekerRow[]> {
    return tx.query(
      `select greatest(e.started_on, c.available_from)::text as "from", e.closed_on::text as "closedOn",
              (array_agg(p.hire_date::text order by p.hire_date) filter (where p.id is not null))[1] as "firstStartOn",
              coalesce(array_agg(p.hire_date::text order by p.hire_date) filter (where p.id is not null), '{}') as "startsOn"
         from programme_entry e join client c on c.county_id = e.county_id and c.id = e.client_id
         left join placement p on p.county_id = e.county_id and p.client_id = e.client_id and p.hire_date >= e.started_on
                              and p.status not in ('PLANNED', 'CANCELLED')
        where e.county_id = $1 group by e.id, e.started_on, e.closed_on, c.available_from`,
      [tx.actor.countyId],
    );
  }

  /** Required milestones that were due in the period and asked for a contact. */
  milestones(tx: Tx, from: Day, to: Day): Promise<MetMilestone[]> {
    return tx.query(
      `select m.due_on::text as "dueOn", m.window_working_days as "windowWorkingDays",
              (m.done_at at time zone 'Asia/Shanghai')::date::text as "doneOn"
         from follow_up_milestone m
        where m.county_id = $1 and m.is_required and m.due_on between $2::date and $3::date
          and m.status not in ('CANCELLED', 'COVERED', 'DECLINED')`,
      [tx.actor.countyId, from, to],
    );
  }
}
