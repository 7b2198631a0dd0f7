import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import { PlacementsRepository, type PlacementRow } from './placements.repository';

/** Reads placements, also for other features. */
@Injectable()
export class PlacementsReader {
  constructor(private readonly placements: PlacementsRepository) {}

  /** The visible placements among these ids, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PlacementRow>> {
    const rows = await this.placements.byIds(tx, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** One placement, or null where there is none or the actor may not see it. */
  async byId(tx: Tx, id: string): Promise<PlacementRow | null> {
    return (await this.byIds(tx, [id])).get(id) ?? null;
  }

  /** The visible placements that came of these referrals, by referral. */
  async ofReferrals(tx: Tx, referralIds: readonly string[]): Promise<ReadonlyMap<string, PlacementRow>> {
    const rows = await this.placements.ofReferrals(tx, referralIds);
    return new Map(rows.flatMap((row) => (row.referralId === null ? [] : [[row.referralId, row] as const])));
  }

  /** The visible placements of these clients by client, latest first. */
  async ofClients(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, PlacementRow[]>> {
    const byClient = new Map<string, PlacementRow[]>();
    for (const row of await this.placements.ofClients(tx, clientIds))
      byClient.set(row.clientId, [...(byClient.get(row.clientId) ?? []), row]);
    return byClient;
  }
}
