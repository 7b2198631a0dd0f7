import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';

/** The end of a placement. */
export interface PlacementEndRow {
  readonly clientId: string;
  readonly caseworkerMembershipId: string | null;
  /** Null where there was no employer. */
  readonly organisationId: string | null;
  readonly endedOn: Day;
  /** Another placement of hers is planned or under way. */
  readonly hasOtherWork: boolean;
}

const AT_WORK = `('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')`;

/** Ends of placements as the way back to work needs them. */
@Injectable()
export class JobLossRepository {
  /** A placement that ended, or null. */
  async endOf(tx: Tx, placementId: string): Promise<PlacementEndRow | null> {
    const [row] = await tx.query<PlacementEndRow>(
      `select p.client_id as "clientId", c.caseworker_membership_id as "caseworkerMembershipId",
              p.organisation_id as "organisationId", p.ended_on::text as "endedOn",
              exists (select from placement o where o.county_id = p.county_id and o.client_id = p.client_id
                         and o.id <> p.id and o.status in ${AT_WORK}) as "hasOtherWork"
         from placement p join client c on c.county_id = p.county_id and c.id = p.client_id
        where p.county_id = $2 and p.id = $1 and p.status = 'ENDED'`,
      [placementId, tx.actor.countyId],
    );
    return row ?? null;
  }

  /** The days on which work ended at an enterprise, from so many days before one day up to it. */
  async endsAt(tx: Tx, organisationId: string, endedOn: Day, days: number): Promise<Day[]> {
    const rows = await tx.query<{ endedOn: Day }>(
      `select p.ended_on::text as "endedOn" from placement p
        where p.county_id = $4 and p.organisation_id = $1 and p.status = 'ENDED' and p.ended_on between $2::date - $3::int and $2::date`,
      [organisationId, endedOn, days, tx.actor.countyId],
    );
    return rows.map((row) => row.endedOn);
  }

  /** The ended placements of the client who has this new one. */
  async endedBefore(tx: Tx, placementId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select e.id from placement p join placement e on e.county_id = p.county_id and e.client_id = p.client_id
        where p.county_id = $2 and p.id = $1 and p.status in ${AT_WORK} and e.status = 'ENDED'`,
      [placementId, tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }
}
