import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { PositionsRepository, type PositionCriteria, type PositionRow } from './positions.repository';

/** Reads positions, also for other features. */
@Injectable()
export class PositionsReader {
  constructor(private readonly positions: PositionsRepository) {}

  /** One page of the visible positions. */
  page(tx: Tx, criteria: PositionCriteria, request: PageRequest): Promise<Page<PositionRow>> {
    return this.positions.page(tx, criteria, request);
  }

  /** The visible positions among these ids, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PositionRow>> {
    const rows = await this.positions.byIds(tx, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** One position, or null where there is none or the actor may not see it. */
  async byId(tx: Tx, id: string): Promise<PositionRow | null> {
    return (await this.byIds(tx, [id])).get(id) ?? null;
  }
}
