import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import type { OrganisationKind } from '#domain/organisations/organisation-codes';
import type { Tx } from '#platform/database/transaction';

/** An organisation as others read it. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

const COLUMNS = 'o.id, o.name, o.kind';

/** The rows this actor may see: an enterprise sees itself and the public bodies, never another enterprise. */
function visibleTo(actor: Actor): { readonly sql: string; readonly value: string | null } {
  if (actor.role === 'ENTERPRISE_HR') {
    return { sql: `(o.id = $1::uuid or o.kind <> 'ENTERPRISE')`, value: actor.organisationId };
  }
  return { sql: '$1::uuid is null', value: null };
}

/** Every query about organisations, by name. */
@Injectable()
export class OrganisationsRepository {
  /** The visible organisations among these ids. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<OrganisationRow[]> {
    const visible = visibleTo(tx.actor);
    return tx.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o where ${visible.sql} and o.county_id = $2 and o.id = any($3::uuid[])`,
      [visible.value, tx.actor.countyId, ids],
    );
  }

  /** The visible organisations at work, in order of kind and name. */
  async active(tx: Tx): Promise<OrganisationRow[]> {
    const visible = visibleTo(tx.actor);
    return tx.query<OrganisationRow>(
      `select ${COLUMNS} from organisation o
        where ${visible.sql} and o.county_id = $2 and o.is_active order by o.kind, o.name, o.id`,
      [visible.value, tx.actor.countyId],
    );
  }
}
