import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import type { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { isLive } from '#domain/consent/live-grant';
import type { Tx } from '#platform/database/transaction';
import { ConsentRepository, type GrantParties, type GrantRow } from './consent.repository';

/** What somebody would like to see of a client, and what for. */
export interface WantedGrant extends GrantParties {
  readonly purpose: ConsentPurpose;
  readonly fieldGroup: FieldGroup;
}

/** Reads consents for other features; what has run out by the calendar reads as EXPIRED at once. */
@Injectable()
export class ConsentReader {
  constructor(private readonly grants: ConsentRepository) {}

  /** The grant that opens this group of fields to this recipient for this purpose now; null where there is none. */
  async liveGrant(tx: Tx, wanted: WantedGrant): Promise<GrantRow | null> {
    const grants = await this.grants.active(tx, wanted);
    return grants.find((grant) => isLive(grant, wanted, dayOf(tx.now))) ?? null;
  }

  /** The visible grants among these ids, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, GrantRow>> {
    const rows = await this.grants.byIds(tx, ids);
    return new Map(rows.map((row) => [row.id, asOfToday(tx, row)]));
  }

  /** One grant; null where there is none or the actor may not see it. */
  async byId(tx: Tx, id: string): Promise<GrantRow | null> {
    return (await this.byIds(tx, [id])).get(id) ?? null;
  }

  /** The visible grants of these clients by client, the newest above. */
  async ofClients(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, GrantRow[]>> {
    const byClient = new Map<string, GrantRow[]>();
    for (const row of await this.grants.ofClients(tx, clientIds)) {
      byClient.set(row.clientId, [...(byClient.get(row.clientId) ?? []), asOfToday(tx, row)]);
    }
    return byClient;
  }
}

const asOfToday = (tx: Tx, row: GrantRow): GrantRow =>
  row.status === 'ACTIVE' && row.validTo < dayOf(tx.now) ? { ...row, status: 'EXPIRED' } : row;
