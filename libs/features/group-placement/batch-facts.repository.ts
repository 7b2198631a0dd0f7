import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** A position with open slots. */
export interface OpenPosition {
  readonly id: string;
  readonly openSlots: number;
  readonly enterpriseId: string;
  readonly occupationCode: string;
}

/** What the meter of diversity asks of a position. */
export type PositionKind = Omit<OpenPosition, 'openSlots'>;

/** A client of a batch and the occupations that she named. */
export interface CohortClient {
  readonly id: string;
  readonly wishes: string[];
}

/** Every query about what a run is made of, by name. */
@Injectable()
export class BatchFactsRepository {
  /** The clients of a batch whom the actor sees, in order of file number; who objects to ranking by now is in none. */
  cohort(tx: Tx, batchId: string): Promise<CohortClient[]> {
    const visible = visibleTo(tx, 'batch_assignment', 'a');
    return tx.query<CohortClient>(
      `select c.id, c.desired_occupations as wishes
         from batch_assignment a join client c on c.county_id = a.county_id and c.id = a.client_id
        where ${visible.sql} and a.batch_id = $2 order by c.file_number collate "C", c.id`,
      [visible.value, batchId],
    );
  }

  /** Published positions with an open slot under an agreement that is in force, in order of id. */
  openPositions(tx: Tx): Promise<OpenPosition[]> {
    const visible = visibleTo(tx, 'position', 'p');
    return tx.query<OpenPosition>(
      `select p.id, o.open as "openSlots", p.organisation_id as "enterpriseId", p.occupation_code as "occupationCode"
         from position p
         join cooperation_agreement g on g.county_id = p.county_id and g.id = p.agreement_id
         join (select j.position_id, count(*)::int as open from job_slot j
                where j.county_id = $2 and j.status = 'OPEN' group by j.position_id) o on o.position_id = p.id
        where ${visible.sql} and p.status = 'PUBLISHED' and g.status = 'ACTIVE'
          and $3::date between g.effective_from and g.effective_to
        order by p.id`,
      [visible.value, tx.actor.countyId, dayOf(tx.now)],
    );
  }

  /** Enterprise and occupation of these positions, whatever their state. */
  async kindsOf(tx: Tx, positionIds: readonly string[]): Promise<ReadonlyMap<string, PositionKind>> {
    const rows = await tx.query<PositionKind>(
      `select p.id, p.organisation_id as "enterpriseId", p.occupation_code as "occupationCode"
         from position p where p.county_id = $1 and p.id = any ($2::uuid[])`,
      [tx.actor.countyId, positionIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The occupations that these clients named. */
  async wishesOf(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await tx.query<CohortClient>(
      `select c.id, c.desired_occupations as wishes from client c where c.county_id = $1 and c.id = any ($2::uuid[])`,
      [tx.actor.countyId, clientIds],
    );
    return new Map(rows.map(({ id, wishes }) => [id, wishes]));
  }
}
