import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '#domain/organisations/organisation-codes';
import { visibleTo } from '#platform/access/visible';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';

/** An organisation as others read it. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

const COLUMNS = 'o.id, o.name, o.kind';

/** Every query about organisations, by name. */
@Injectable()
export class OrganisationsRepository {
  /** The visible organisations among these ids. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<OrganisationRow[]> {
    const visible = visibleTo(tx, 'organisation', 'o');
    return tx.query<OrganisationRow>(
      keepPlan(
        `select ${COLUMNS} from organisation o where ${visible.sql} and o.county_id = $2 and o.id = any($3::uuid[])`,
      ),
      [visible.value, tx.actor.countyId, ids],
    );
  }

  /** The visible organisations at work, in order of kind and name. */
  async active(tx: Tx): Promise<OrganisationRow[]> {
    const visible = visibleTo(tx, 'organisation', 'o');
    return tx.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o
        where ${visible.sql} and o.county_id = $2 and o.is_active order by o.kind, o.name, o.id`,
      [visible.value, tx.actor.countyId],
    );
  }
}
