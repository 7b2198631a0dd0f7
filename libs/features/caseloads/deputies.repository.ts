import { Injectable } from '@nestjs/common';
import { isAnotherPerson, type Person } from '#domain/common/person';
import type { Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { CaseloadDeputy } from './caseload-deputy.entity';

/** Who stands in for whom, with names. */
export interface DeputyRow {
  readonly id: string;
  readonly caseworkerId: string;
  readonly caseworkerName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly fromOn: Day;
  /** The last day inside. */
  readonly toOn: Day;
  /** Clients in the caseload with an active entry; what the reader may count. */
  readonly clients: number;
}

/** A caseworker of an office, with the natural person behind her. */
export interface ColleagueRow extends Person {
  readonly id: string;
  readonly displayName: string;
  readonly organisationId: string;
}

const COLUMNS = `d.id, d.caseworker_membership_id as "caseworkerId", w.display_name as "caseworkerName",
  d.deputy_membership_id as "deputyId", k.display_name as "deputyName", d.from_on::text as "fromOn", d.to_on::text as "toOn",
  (select count(*)::int from client c
     join programme_entry e on e.county_id = c.county_id and e.client_id = c.id and e.status = 'ACTIVE'
    where c.county_id = d.county_id and c.caseworker_membership_id = d.caseworker_membership_id) as clients`;

const FROM = `caseload_deputy d
  join membership w on w.county_id = d.county_id and w.id = d.caseworker_membership_id
  join membership k on k.county_id = d.county_id and k.id = d.deputy_membership_id`;

/** Every query about deputies, by name. */
@Injectable()
export class DeputiesRepository {
  /** Those who stand in now or will, the earliest first. */
  running(tx: Tx, today: Day): Promise<DeputyRow[]> {
    const visible = visibleTo(tx, 'caseload_deputy', 'd');
    return tx.query(
      `select ${COLUMNS} from ${FROM}
        where ${visible.sql} and d.county_id = $2 and d.ended_at is null and d.to_on >= $3::date
        order by d.from_on, d.id limit 200`,
      [visible.value, tx.actor.countyId, today],
    );
  }

  /** One, also when it is over; null where there is none or it is not visible. */
  async byId(tx: Tx, id: string): Promise<DeputyRow | null> {
    const visible = visibleTo(tx, 'caseload_deputy', 'd');
    const [row] = await tx.query<DeputyRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and d.county_id = $2 and d.id = $3`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** An active caseworker of the county; null for anybody else. */
  async caseworker(tx: Tx, id: string): Promise<ColleagueRow | null> {
    const row = await this.anyCaseworker(tx, id);
    return row?.status === 'ACTIVE' ? row : null;
  }

  /** A caseworker of the county, also one who has left. */
  async anyCaseworker(tx: Tx, id: string): Promise<(ColleagueRow & { readonly status: string }) | null> {
    const [row] = await tx.query<ColleagueRow & { readonly status: string }>(
      `select m.id, m.display_name as "displayName", m.organisation_id as "organisationId", m.status,
              app.person_of(m.id) as "personId"
         from membership m where m.county_id = $1 and m.id = $2 and m.role = 'CASEWORKER'`,
      [tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** The active caseworkers of an office who are another person than the actor, by name. */
  async colleagues(tx: Tx): Promise<ColleagueRow[]> {
    const rows = await tx.query<ColleagueRow & { readonly me: string }>(
      `select m.id, m.display_name as "displayName", m.organisation_id as "organisationId",
              app.person_of(m.id) as "personId", app.person_of($3) as me
         from membership m
        where m.county_id = $1 and m.organisation_id = $2 and m.role = 'CASEWORKER' and m.status = 'ACTIVE'
        order by m.display_name, m.id limit 500`,
      [tx.actor.countyId, tx.actor.organisationId, tx.actor.membershipId],
    );
    return rows.filter((row) => isAnotherPerson(row, { personId: row.me }));
  }

  insert(tx: Tx, deputy: Partial<CaseloadDeputy>): Promise<unknown> {
    return tx.manager.insert(CaseloadDeputy, { ...deputy, countyId: tx.actor.countyId });
  }

  /** Ends it at once; false where it had ended, by hand or by the calendar. */
  async end(tx: Tx, id: string, today: Day): Promise<boolean> {
    const ended = await tx.query(
      `update caseload_deputy set ended_at = $3, version = version + 1
        where county_id = $1 and id = $2 and ended_at is null and to_on >= $4::date returning id`,
      [tx.actor.countyId, id, tx.now, today],
    );
    return ended.length === 1;
  }
}
