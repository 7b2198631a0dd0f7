import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import { OrganisationsRepository, type OrganisationRow } from './organisations.repository';

/** Reads organisations for other features. */
@Injectable()
export class OrganisationReader {
  constructor(private readonly organisations: OrganisationsRepository) {}

  /** The visible organisations among these ids, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, OrganisationRow>> {
    const rows = await this.organisations.byIds(tx, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The visible organisations at work, in order of kind and name. */
  active(tx: Tx): Promise<OrganisationRow[]> {
    return this.organisations.active(tx);
  }
}
